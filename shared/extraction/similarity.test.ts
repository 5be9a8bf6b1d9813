import { describe, expect, it } from 'vitest';
import {
  addTables,
  closestPair,
  cosineTable,
  crossQuantiles,
  type PairTable,
  sparseTable,
  standardise,
  subTable,
} from './similarity.ts';

/** Rows of a symmetric table. */
function table(interviews: readonly number[], rows: readonly (readonly number[])[]): PairTable {
  return {
    size: rows.length,
    values: Float32Array.from(rows.flat()),
    interviews: Int32Array.from(interviews),
  };
}

const three = table(
  [0, 0, 1],
  [
    [0, 9, 1],
    [9, 0, 3],
    [1, 3, 0],
  ],
);

describe('tables of similarity', () => {
  it('hold the cosines of unit vectors', () => {
    const vectors = [Float32Array.of(1, 0), Float32Array.of(0.6, 0.8)];
    const { values } = cosineTable(vectors, Int32Array.of(0, 1));
    expect([...values].map((value) => Number(value.toFixed(3)))).toEqual([0, 0.6, 0.6, 0]);
  });

  it('give the same for sparse vectors as for dense ones', () => {
    const of = Int32Array.of(0, 1, 2);
    const sparse = [
      new Map([
        [0, 0.6],
        [1, 0.8],
      ]),
      new Map([[1, 1]]),
      new Map([[0, 1]]),
    ];
    const dense = [Float32Array.of(0.6, 0.8), Float32Array.of(0, 1), Float32Array.of(1, 0)];
    expect([...sparseTable(sparse, of).values]).toEqual([...cosineTable(dense, of).values]);
  });

  it('are standardised over the pairs of different interviews alone', () => {
    // The cross pairs are 1 and 3: mean 2, deviation 1. The pair within interview 0 is moved along.
    expect([...standardise(three).values]).toEqual([-2, 7, -1, 7, -2, 1, -1, 1, -2]);
  });

  it('stay as they are when there is one interview only', () => {
    const alone = { ...three, interviews: Int32Array.of(0, 0, 0) };
    expect(standardise(alone)).toBe(alone);
  });

  it('add up by weight', () => {
    const sum = addTables([
      { weight: 2, table: three },
      { weight: 0.5, table: three },
    ]);
    expect(sum.values[1]).toBe(22.5);
  });

  it('can be cut down to some statements', () => {
    const part = subTable(three, [1, 2]);
    expect([...part.values]).toEqual([0, 3, 3, 0]);
    expect([...part.interviews]).toEqual([0, 1]);
  });

  it('have quantiles over the pairs of different interviews', () => {
    expect(crossQuantiles(three, [0, 0.99, 1])).toEqual([1, 1, 3]);
    expect(crossQuantiles({ ...three, interviews: Int32Array.of(0, 0, 0) }, [0.5])).toEqual([
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe('a group in a table', () => {
  it('has a closest pair of different interviews', () => {
    expect(closestPair(three, [0, 1, 2])).toEqual([1, 2]);
    expect(closestPair(three, [0, 1])).toBeNull();
  });
});
