// Needs as lines for a terminal.
import type { PredictedNeed, PredictedQuote } from './needs-prediction.ts';

const QUOTES_SHOWN = 3;

/** Ends with a line feed. `interviews` is the size of the study. */
export function listNeeds(needs: readonly PredictedNeed[], interviews: number): string {
  if (needs.length === 0) return `No need recurs in ${count(interviews, 'interview')}.\n`;
  const blocks = needs.map((need, i) => {
    const evidence = need.quotes.filter(({ isRequest }) => !isRequest);
    const requests = need.quotes.filter(({ isRequest }) => isRequest);
    const hidden = evidence.length - QUOTES_SHOWN;
    return [
      `${i + 1}. ${need.label}`,
      `   ${count(need.participants.length, 'person', 'people')}: ${need.participants.join(', ')}`,
      ...evidence.slice(0, QUOTES_SHOWN).map((quote) => `   ${quoteLine(quote)}`),
      ...(hidden > 0 ? [`   and ${count(hidden, 'more quote')}`] : []),
      ...requests.map((quote) => `   asked for: ${quoteLine(quote)}`),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function quoteLine({ text, speaker, start, interview }: PredictedQuote): string {
  const minutes = Math.floor(start / 60);
  const seconds = String(Math.floor(start % 60)).padStart(2, '0');
  return `“${text.replace(/\s+/g, ' ')}” ${speaker}, ${minutes}:${seconds}, ${interview}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
