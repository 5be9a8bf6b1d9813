import { describe, expect, it } from 'vitest';
import { detectorScores, firstScores, scoreLevel } from './detect.ts';
import type { Heads } from './heads.ts';
import type { Segment } from './segment.ts';

/** The head's value is the vector's only number. */
const heads: Heads = { detector: { weight: [1], bias: 0 }, request: { weight: [1], bias: 0 } };
const parameters = { lengthWeight: 1, smoothRange: 2, smoothDecay: 0.5, smoothWeight: 1, missingExchange: 4 };
const vector = (value: number): Float32Array => Float32Array.of(value);

function segment(at: number, words: number, participant: string | null = 'P'): Segment {
  const text = new Array<string>(words).fill('word').join(' ');
  return {
    at,
    participant,
    text,
    speaker: participant,
    start: 0,
    end: text.length,
    startMs: null,
    endMs: null,
  };
}
/** What the length adds: ln(1 + words) - 3. */
const length = (words: number): number => Math.log(1 + words) - 3;

describe('detector scores', () => {
  it('add the length to the head’s value of a statement without neighbours', () => {
    expect(firstScores([segment(0, 10)], [vector(2)], heads, parameters)).toEqual([
      expect.closeTo(2 + length(10), 9),
    ]);
  });

  it('add the neighbours’ mean, nearer ones counting more, and pass over the team', () => {
    const segments = [segment(0, 10), segment(1, 3, null), segment(2, 10), segment(3, 10), segment(4, 10)];
    const scores = firstScores(
      segments,
      [vector(1), null, vector(2), vector(3), vector(9)],
      heads,
      parameters,
    );
    // Of segment 2: segment 0 at distance 2 (weight .5), 3 at distance 1 (weight 1), 4 at distance 2 (weight .5).
    const neighbours = (0.5 * 1 + 1 * 3 + 0.5 * 9) / 2 + length(10);
    expect(scores[2]).toBeCloseTo(2 + length(10) + neighbours, 9);
    expect(scores[1]).toBeNull();
  });

  it('take the mean of statement and exchange, or a stand-in where there is no exchange', () => {
    const one = (exchange: Float32Array | null) =>
      detectorScores([segment(0, 10)], { statements: [vector(2)], exchanges: [exchange] }, heads, parameters);
    expect(one(vector(6))).toEqual([expect.closeTo(4 + length(10), 9)]);
    expect(one(null)).toEqual([expect.closeTo(3 + length(10), 9)]);
  });
});

describe('scoreLevel', () => {
  it('is the score below which the share lies', () => {
    expect(scoreLevel([1, 2, 3, 4, 5], 0.5)).toBe(3);
    expect(scoreLevel([1, 2, 3, 4, 5], 0.74)).toBe(3);
    expect(scoreLevel([], 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});
