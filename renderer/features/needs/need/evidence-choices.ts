// What can be added to a need from one interview, narrowed by what was typed.
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { type Turn, turnOffsets } from '../../../../shared/transcripts/transcript.ts';

export interface SpanChoice {
  /** UTF-16 offset into `transcriptText`. */
  readonly start: number;
  readonly text: string;
  /** Speaker and time. */
  readonly source: string;
}

/** As many as can be read; typing brings the others up. */
const MOST_SHOWN = 40;

export function turnChoices(turns: readonly Turn[], sought: string): SpanChoice[] {
  const words = sought.trim().toLocaleLowerCase();
  const offsets = turnOffsets(turns);
  return turns
    .map((turn, index) => ({
      start: offsets[index] ?? 0,
      text: turn.text,
      source: [turn.speaker ?? 'Unknown', turn.startMs === null ? '' : formatCallTime(turn.startMs)]
        .filter(Boolean)
        .join(', '),
    }))
    .filter(({ text }) => text.trim() !== '' && text.toLocaleLowerCase().includes(words))
    .slice(0, MOST_SHOWN);
}

export function noteChoices(notes: readonly Note[], sought: string): Note[] {
  const words = sought.trim().toLocaleLowerCase();
  return notes
    .filter((note) =>
      `${note.text} ${note.tags.map((tag) => `#${tag}`).join(' ')}`.toLocaleLowerCase().includes(words),
    )
    .slice(0, MOST_SHOWN);
}
