import { describe, expect, it } from 'vitest';
import { sharedEchoes, sharpen, withNeighbours, withScores } from './sharpen.ts';
import type { PairTable } from './similarity.ts';

function tableOf(interviews: readonly number[], alike: Readonly<Record<string, number>>): PairTable {
  const size = interviews.length;
  const values = new Float32Array(size * size);
  for (const [pair, value] of Object.entries(alike)) {
    const [i = 0, j = 0] = pair.split('-').map(Number);
    values[i * size + j] = value;
    values[j * size + i] = value;
  }
  return { size, values, interviews: Int32Array.from(interviews) };
}

describe('withNeighbours', () => {
  // Two statements in a row of interview 0, one of interview 1.
  const table = tableOf([0, 0, 1], { '0-2': 1, '1-2': 0, '0-1': 5 });

  it('lets the statement beside lend its similarity', () => {
    const { values } = withNeighbours(table, [4, 5, 9], 2, 0.5);
    expect(values[1 * 3 + 2]).toBeCloseTo(0.5);
    expect(values[0 * 3 + 2]).toBeCloseTo(1);
    expect(values[2 * 3 + 1]).toBe(values[1 * 3 + 2]);
  });

  it('asks nobody who stands further away', () => {
    expect(withNeighbours(table, [4, 7, 9], 2, 0.5).values).toEqual(table.values);
  });
});

describe('sharedEchoes', () => {
  it('finds two alike that are echoed by the same statement, and no others', () => {
    // 0 and 1 are both echoed by 2; 3 is echoed by nobody.
    const { values } = sharedEchoes(tableOf([0, 1, 2, 3], { '0-2': 3, '1-2': 3, '0-3': 0.5 }), 1);
    expect(values[0 * 4 + 1]).toBeCloseTo(1);
    expect(values[0 * 4 + 3]).toBe(0);
  });

  it('does not hear an echo within one interview', () => {
    const { values } = sharedEchoes(tableOf([0, 1, 1], { '0-2': 3, '1-2': 3 }), 1);
    expect(values[0 * 3 + 1]).toBe(0);
  });
});

describe('withScores', () => {
  const table = tableOf([0, 1, 2], { '0-1': 1, '1-2': 1, '0-2': 1 });

  it('sets two that surely tell of needs above two that hardly do', () => {
    const { values } = withScores(table, [5, 5, -1], 0.2);
    expect(values[0 * 3 + 1]).toBeGreaterThan(values[1 * 3 + 2] ?? 0);
    expect(values[1 * 3 + 2]).toBeCloseTo(values[0 * 3 + 2] ?? 0);
    expect(values[2 * 3 + 1]).toBe(values[1 * 3 + 2]);
  });

  it('changes nothing where all scores are equal', () => {
    expect(withScores(table, [4, 4, 4], 0.2).values).toEqual(table.values);
  });
});

describe('sharpen', () => {
  it('sets a pair with common echoes above one that is as alike without', () => {
    const table = tableOf([0, 1, 2, 3, 4], { '0-1': 1, '0-2': 3, '1-2': 3, '3-4': 1 });
    const rules = { neighbours: 1, wNeighbours: 0.5, echo: 0.5, wEcho: 1, wScore: 0 };
    const { values } = sharpen(table, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], rules);
    expect(values[0 * 5 + 1]).toBeGreaterThan((values[3 * 5 + 4] ?? 0) + 1);
  });
});
