// The rows of the transcript as they are shown: turns, and folds over turns in which nothing was found. Pure.
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

export type ReadingRow =
  | { readonly kind: 'turn'; readonly turn: number }
  /** Turns `from` up to and without `to`; null when their time is not known. */
  | { readonly kind: 'fold'; readonly from: number; readonly to: number; readonly lengthMs: number | null };

export interface Folding {
  /** Turns with a statement. */
  readonly hasStatement: (turn: number) => boolean;
  /** Turns that stay in view all the same, such as those with a note. */
  readonly isKept: (turn: number) => boolean;
  /** First turns of folds that were opened. */
  readonly opened: ReadonlySet<number>;
}

export function allTurns(turns: readonly unknown[]): readonly ReadingRow[] {
  return turns.map((_, turn) => ({ kind: 'turn', turn }));
}

/** Folds quiet turns. The turn before a statement stays, being what it answers; one quiet turn alone stays as well. */
export function foldQuietTurns(turns: readonly Turn[], folding: Folding): readonly ReadingRow[] {
  const rows: ReadingRow[] = [];
  const isShown = (turn: number) =>
    folding.hasStatement(turn) || folding.hasStatement(turn + 1) || folding.isKept(turn);
  for (let turn = 0; turn < turns.length; ) {
    let end = turn;
    while (end < turns.length && !isShown(end)) end += 1;
    if (end - turn < 2 || folding.opened.has(turn)) {
      const last = Math.max(end, turn + 1);
      for (; turn < last; turn += 1) rows.push({ kind: 'turn', turn });
    } else {
      rows.push({ kind: 'fold', from: turn, to: end, lengthMs: lengthOf(turns, turn, end) });
      turn = end;
    }
  }
  return rows;
}

/** The row that shows a turn, or the fold that hides it; 0 when there is none. */
export function rowOfTurn(rows: readonly ReadingRow[], turn: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && (row.kind === 'turn' ? row.turn : row.from) <= turn) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** From the first start to the next turn's start, or to the last end. */
function lengthOf(turns: readonly Turn[], from: number, to: number): number | null {
  const hidden = turns.slice(from, to);
  const start = hidden.find((turn) => turn.startMs !== null)?.startMs ?? null;
  const end = turns[to]?.startMs ?? hidden.at(-1)?.endMs ?? null;
  return start === null || end === null || end < start ? null : end - start;
}
