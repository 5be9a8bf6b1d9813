// The needs of a folder of transcripts as lines for a terminal.
import type { PredictedNeed, PredictedQuote } from './needs-prediction.ts';
import { oneLine } from './output.ts';
import { counted } from './workspace-report.ts';

const QUOTES_SHOWN = 3;

/** Ends with a line feed. `interviews` is the size of the study. */
export function listNeeds(needs: readonly PredictedNeed[], interviews: number): string {
  if (needs.length === 0) return `No need recurs in ${counted(interviews, 'interview')}.\n`;
  const blocks = needs.map((need, i) => {
    const evidence = need.quotes.filter(({ isRequest }) => !isRequest);
    const requests = need.quotes.filter(({ isRequest }) => isRequest);
    const hidden = evidence.length - QUOTES_SHOWN;
    return [
      `${i + 1}. ${oneLine(need.label)}`,
      `   ${counted(need.participants.length, 'person', 'people')}: ${oneLine(need.participants.join(', '))}`,
      ...evidence.slice(0, QUOTES_SHOWN).map((quote) => `   ${quoteLine(quote)}`),
      ...(hidden > 0 ? [`   and ${counted(hidden, 'more quote')}`] : []),
      ...requests.map((quote) => `   asked for: ${quoteLine(quote)}`),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function quoteLine({ text, speaker, start, interview }: PredictedQuote): string {
  const minutes = Math.floor(start / 60);
  const seconds = String(Math.floor(start % 60)).padStart(2, '0');
  return `“${oneLine(text)}” ${oneLine(speaker)}, ${minutes}:${seconds}, ${interview}`;
}
