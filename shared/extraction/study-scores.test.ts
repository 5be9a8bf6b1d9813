import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import type { PairTable } from './similarity.ts';
import { aboveOwnMean, forStudyOf, levelAmong, studyScores, withRecurrence } from './study-scores.ts';

/** Statement 0 is like 1 and 2 of other interviews; 3 speaks in interview 0 too and is like nobody. */
const table: PairTable = {
  size: 4,
  values: Float32Array.from([0, 3, 2, 9, 3, 0, 1, 0, 2, 1, 0, 0, 9, 0, 0, 0]),
  interviews: Int32Array.from([0, 1, 2, 0]),
};

describe('aboveOwnMean', () => {
  it('hears the loud and the quiet alike', () => {
    expect(aboveOwnMean([9, 11, -3, -1], ['loud', 'loud', 'quiet', 'quiet'])).toEqual([-1, 1, -1, 1]);
  });
});

describe('withRecurrence', () => {
  it('lifts what is like the needs of others', () => {
    expect(withRecurrence([1, 4, 2, 0], table, 1, 0.5)[0]).toBeCloseTo(1 + 0.5 * 4);
    expect(withRecurrence([1, 4, 2, 0], table, 2, 0.5)[0]).toBeCloseTo(1 + 0.5 * 3);
  });

  it('lowers what is like their small talk', () => {
    expect(withRecurrence([1, -4, -2, 0], table, 2, 0.5)[0]).toBeCloseTo(1 - 0.5 * 3);
  });

  it('asks nobody of the same interview', () => {
    const loud = withRecurrence([1, 4, 2, 100], table, 3, 0.5)[0];
    expect(loud).toBeCloseTo(1 + 0.5 * 3);
  });

  it('leaves a single interview as it is', () => {
    const alone = { ...table, interviews: Int32Array.from([0, 0, 0, 0]) };
    expect(withRecurrence([1, 4, 2, 0], alone, 2, 0.5)).toEqual([1, 4, 2, 0]);
  });
});

describe('studyScores', () => {
  it('takes each person for herself before it asks the others', () => {
    const people = ['a', 'b', 'c', 'a'];
    const scores = studyScores([2, 7, 7, 0], people, table, { recurrence: 1, wRecurrence: 0.5 });
    expect(scores[0]).toBeCloseTo(1);
    expect(scores[3]).toBeCloseTo(-1);
  });
});

describe('levelAmong', () => {
  it('takes those of which no score is known for the lowest', () => {
    expect(levelAmong([5, 1, 3], 5, 0.5)).toBe(1);
    expect(levelAmong([5, 1, 3], 3, 0.5)).toBe(3);
    expect(levelAmong([5, 1, 3], 5, 0.25)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('is never reached when nothing was said', () => {
    expect(levelAmong([], 0, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('forStudyOf', () => {
  it('lets nobody vouch in a small study', () => {
    expect(forStudyOf(5, DEFAULT_PARAMETERS)).toMatchObject({ wRecurrence: 0, wScore: 0 });
    expect(forStudyOf(6, DEFAULT_PARAMETERS)).toBe(DEFAULT_PARAMETERS);
  });
});
