// Which quiet turns are folded away, and the rows that are left.
import { useMemo, useState } from 'react';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { allTurns, foldQuietTurns, type ReadingRow } from './reading-rows.ts';

export interface Folds {
  readonly rows: readonly ReadingRow[];
  readonly isFolded: boolean;
  /** Another number for other rows. */
  readonly id: number;
  readonly toggle: () => void;
  /** Opens the fold that begins at this turn. */
  readonly open: (from: number) => void;
  /** Opens the fold that hides a turn, if one does. */
  readonly reveal: (turn: number) => void;
}

/** Both maps by the index of the turn. Turns with notes stay in view. */
export function useFolding(
  turns: readonly Turn[],
  statementsAt: ReadonlyMap<number, unknown>,
  notesAt: ReadonlyMap<number, unknown>,
): Folds {
  const [state, setState] = useState<{ id: number; isFolded: boolean; opened: ReadonlySet<number> }>({
    id: 0,
    isFolded: false,
    opened: new Set(),
  });
  const rows = useMemo(
    () =>
      state.isFolded
        ? foldQuietTurns(turns, {
            hasStatement: (turn) => statementsAt.has(turn),
            isKept: (turn) => notesAt.has(turn),
            opened: state.opened,
          })
        : allTurns(turns),
    [state, turns, statementsAt, notesAt],
  );
  const open = (from: number) =>
    setState(({ id, isFolded, opened }) => ({ id: id + 1, isFolded, opened: new Set([...opened, from]) }));
  return {
    rows,
    isFolded: state.isFolded,
    id: state.id,
    toggle: () => setState(({ id, isFolded }) => ({ id: id + 1, isFolded: !isFolded, opened: new Set() })),
    open,
    reveal(turn) {
      const fold = rows.find((row) => row.kind === 'fold' && turn >= row.from && turn < row.to);
      if (fold?.kind === 'fold') open(fold.from);
    },
  };
}
