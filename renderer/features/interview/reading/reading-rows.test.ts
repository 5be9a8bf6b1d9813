import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { allTurns, type Folding, foldQuietTurns, rowOfTurn } from './reading-rows.ts';

function turns(count: number): Turn[] {
  return Array.from({ length: count }, (_, index) => ({
    speaker: null,
    startMs: index * 1_000,
    endMs: index * 1_000 + 900,
    text: 'x',
    cues: [],
  }));
}

function folding(statements: readonly number[], other: Partial<Folding> = {}): Folding {
  return {
    hasStatement: (turn) => statements.includes(turn),
    isKept: () => false,
    opened: new Set(),
    ...other,
  };
}

describe('folding quiet turns', () => {
  it('folds runs without a statement and says how long they are', () => {
    expect(foldQuietTurns(turns(8), folding([4]))).toEqual([
      { kind: 'fold', from: 0, to: 3, lengthMs: 3_000 },
      { kind: 'turn', turn: 3 },
      { kind: 'turn', turn: 4 },
      { kind: 'fold', from: 5, to: 8, lengthMs: 2_900 },
    ]);
  });

  it('keeps the question before a statement, and turns with a note', () => {
    const rows = foldQuietTurns(turns(7), folding([6], { isKept: (turn) => turn === 2 }));
    expect(rows.map((row) => (row.kind === 'turn' ? row.turn : `${row.from}-${row.to}`))).toEqual([
      '0-2',
      2,
      '3-5',
      5,
      6,
    ]);
  });

  it('does not fold one turn alone, nor a fold that was opened', () => {
    expect(foldQuietTurns(turns(3), folding([2]))).toEqual(allTurns(turns(3)));
    expect(foldQuietTurns(turns(5), folding([4], { opened: new Set([0]) }))).toEqual(allTurns(turns(5)));
  });

  it('does not know the length of turns without times', () => {
    const quiet = turns(4).map((turn) => ({ ...turn, startMs: null, endMs: null }));
    expect(foldQuietTurns(quiet, folding([]))).toEqual([{ kind: 'fold', from: 0, to: 4, lengthMs: null }]);
  });

  it('shows or folds every turn exactly once, and finds each in its row', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (found) => {
        const statements = found.flatMap((is, index) => (is ? [index] : []));
        const rows = foldQuietTurns(turns(found.length), folding(statements));
        const covered = rows.flatMap((row) =>
          row.kind === 'turn'
            ? [row.turn]
            : Array.from({ length: row.to - row.from }, (_, at) => row.from + at),
        );
        expect(covered).toEqual(found.map((_, index) => index));
        for (const turn of covered) {
          const row = rows[rowOfTurn(rows, turn)];
          if (row?.kind === 'turn') expect(row.turn).toBe(turn);
          else expect(turn >= (row?.from ?? 0) && turn < (row?.to ?? 0)).toBe(true);
        }
        for (const turn of statements) expect(rows).toContainEqual({ kind: 'turn', turn });
      }),
    );
  });
});
