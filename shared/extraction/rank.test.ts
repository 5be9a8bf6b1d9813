import { describe, expect, it } from 'vitest';
import { rankGroups } from './rank.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'e'];

function ranked(groups: readonly (readonly number[])[], scores: readonly number[]) {
  return rankGroups(
    groups.map((members) => ({ members })),
    scores,
    people,
    1,
  );
}

describe('rankGroups', () => {
  it('is people × sigmoid of the mean score', () => {
    expect(ranked([[0, 1, 2]], [1, 1, 1, 0, 0, 0])[0]?.strength).toBeCloseTo(3 * 0.5, 6);
  });

  it('counts people, never statements', () => {
    expect(ranked([[4, 5]], [0, 0, 0, 0, 1, 1])[0]?.strength).toBeCloseTo(1 * 0.5, 6);
  });

  it('puts what sounds like a need first, and leaves equals in their order', () => {
    const groups = [
      [2, 3],
      [0, 1],
      [4, 5],
    ];
    expect(ranked(groups, [1, 1, 1, 1, 9, 9]).map(({ members }) => members)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(ranked(groups, [1, 1, 4, 4, 1, 1])[0]?.members).toEqual([2, 3]);
  });
});
