import { describe, expect, it } from 'vitest';
import { affinity, type RefineRules, refine } from './refine.ts';
import type { PairTable } from './similarity.ts';

/** Statement 0 is of interview 0; 1, 2, 3 of interview 1; 4 of interview 2. */
const row = [0, 0.9, 0.6, 0.3, 0.5];
const values = new Float32Array(25);
row.forEach((value, j) => {
  values[j] = value;
  values[j * 5] = value;
});
const table: PairTable = { size: 5, values, interviews: Int32Array.of(0, 1, 1, 1, 2) };
const rules: RefineRules = {
  keep: 0.4,
  rounds: 4,
  top: 3,
  hasEnoughPeople: () => true,
};

describe('affinity', () => {
  it('averages the best of each interview, so that a talkative one does not outweigh the others', () => {
    expect(affinity(table, 0, [1, 2, 3, 4], 2)).toBeCloseTo((0.75 + 0.5) / 2, 6);
    expect(affinity(table, 0, [1, 2, 3, 4], Number.POSITIVE_INFINITY)).toBeCloseTo((0.6 + 0.5) / 2, 6);
  });

  it('leaves the statement’s own interview out', () => {
    expect(affinity(table, 1, [2, 3], 3)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('refine', () => {
  const strict = { ...rules, keep: 0.7, top: 1 };

  it('moves a statement to the group that it fits best', () => {
    const pairs = [
      [0, 0.9, 0.7, 0.2],
      [0.9, 0, 0.8, 0],
      [0.7, 0.8, 0, 0.1],
      [0.2, 0, 0.1, 0],
    ];
    const four: PairTable = {
      size: 4,
      values: Float32Array.from(pairs.flat()),
      interviews: Int32Array.of(0, 1, 2, 3),
    };
    // 0 begins beside 3, which it hardly resembles; without it 3 is alone.
    const groups = [
      [1, 2],
      [0, 3],
    ];
    expect(refine(four, groups, { ...rules, rounds: 1 })).toEqual([[0, 1, 2], []]);
  });

  it('leaves out what fits nowhere', () => {
    expect(refine(table, [[0, 1], [3]], { ...rules, keep: 0.95 })).toEqual([[], []]);
  });

  it('dissolves groups of too few people', () => {
    const needsTwo = { ...strict, hasEnoughPeople: (group: readonly number[]) => group.length >= 2 };
    expect(refine(table, [[0, 1], [4]], needsTwo)).toEqual([[0, 1]]);
  });
});
