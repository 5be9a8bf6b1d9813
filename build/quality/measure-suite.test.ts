import { describe, expect, it } from 'vitest';
import { subsetsOf } from './measure-suite.ts';

describe('subsetsOf', () => {
  it('leaves every interview out once, and in two pairs', () => {
    const subsets = subsetsOf(12);
    expect(subsets).toHaveLength(24);
    const counts = Array.from({ length: 12 }, (_, i) => subsets.flat().filter((left) => left === i).length);
    expect(new Set(counts)).toEqual(new Set([3]));
    expect(subsets.filter(({ length }) => length === 2)).toContainEqual([0, 5]);
  });

  it('takes small studies whole', () => {
    expect(subsetsOf(3)).toEqual([[]]);
  });
});
