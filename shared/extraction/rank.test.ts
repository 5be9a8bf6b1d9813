import { describe, expect, it } from 'vitest';
import { rankGroups } from './rank.ts';
import type { PairTable } from './similarity.ts';

const size = 6;
const table: PairTable = {
  size,
  values: new Float32Array(size * size).fill(0.25),
  interviews: Int32Array.of(0, 1, 2, 3, 4, 5),
};
const people = ['a', 'b', 'c', 'd', 'e', 'e'];
const levels = { least: 0, centre: 1 };

describe('rankGroups', () => {
  it('is people × √cohesion × sigmoid of the mean score', () => {
    const [group] = rankGroups([[0, 1, 2]], table, [1, 1, 1, 0, 0, 0], people, levels, { maxGroups: 9 });
    expect(group?.strength).toBeCloseTo(3 * 0.5 * 0.5, 6);
  });

  it('counts people, never statements', () => {
    const [group] = rankGroups([[4, 5]], table, [0, 0, 0, 0, 1, 1], people, levels, { maxGroups: 9 });
    expect(group?.strength).toBeCloseTo(1 * 0.5 * 0.5, 6);
  });

  it('drops groups whose scores are those of stories and small talk', () => {
    const ranked = rankGroups(
      [
        [0, 1],
        [2, 3],
      ],
      table,
      [0.5, -0.6, 0.5, -0.4, 0, 0],
      people,
      levels,
      { maxGroups: 9 },
    );
    expect(ranked.map(({ members }) => members)).toEqual([[2, 3]]);
  });

  it('keeps the strongest and leaves equals in their order', () => {
    const groups = [
      [2, 3],
      [0, 1],
      [1, 2, 4],
    ];
    const ranked = rankGroups(groups, table, [1, 1, 1, 1, 1, 1], people, levels, { maxGroups: 2 });
    expect(ranked.map(({ members }) => members)).toEqual([
      [1, 2, 4],
      [0, 1],
    ]);
  });
});
