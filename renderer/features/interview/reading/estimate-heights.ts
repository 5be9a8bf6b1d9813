// How tall rows will be, before they are drawn: so that the scrollbar is right from the start. Rough is enough, since
// every row is measured once it is in view.
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { ReadingRow } from './reading-rows.ts';

const CHARACTERS_PER_LINE = 62;
const LINE_PX = 24.5;
const PADDING_PX = 16;
/** Name and time, one under the other. */
const LEAST_PX = 40;
const FOLD_PX = 30;
const NOTE_PX = 52;

/** In CSS px, one for each row. */
export function estimateHeights(
  rows: readonly ReadingRow[],
  turns: readonly Pick<Turn, 'text'>[],
  notesAt: (turn: number) => number,
): number[] {
  return rows.map((row) => {
    if (row.kind === 'fold') return FOLD_PX;
    const lines = Math.ceil((turns[row.turn]?.text.length ?? 0) / CHARACTERS_PER_LINE);
    return Math.max(LEAST_PX, lines * LINE_PX, notesAt(row.turn) * NOTE_PX) + PADDING_PX;
  });
}
