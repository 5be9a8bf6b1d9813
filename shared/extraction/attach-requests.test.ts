import { describe, expect, it } from 'vitest';
import { attachRequests } from './attach-requests.ts';

const RANGE = { requestBefore: 3, requestAfter: 1, requestLike: 0.5 };
const EAST = Float32Array.of(1, 0);
const NORTH = Float32Array.of(0, 1);
const needs = [[{ exchange: EAST }], [{ exchange: NORTH }]];

type Line = readonly [participant: string | null, exchange: Float32Array | null];

/** One interview, told by lines. */
function told(lines: readonly Line[]) {
  const segments = lines.map(([participant], at) => {
    return {
      at,
      participant,
      speaker: participant,
      start: at,
      end: at + 1,
      startMs: 0,
      endMs: 0,
      text: 'words',
    };
  });
  const exchanges = lines.map(([, exchange]) => exchange);
  return {
    interviews: [{ segments }],
    vectors: [{ statements: exchanges, exchanges }],
    mean: Float64Array.of(0, 0),
  };
}

function asked(at: number, participant = 'P') {
  return { interview: 0, participant, at };
}

describe('attachRequests', () => {
  it('gives a request to the need that was told of before it, whatever the request itself is like', () => {
    const talk = told([
      ['P', NORTH],
      ['P', NORTH],
      ['P', EAST],
    ]);
    expect(attachRequests([asked(2)], needs, 2, talk, RANGE)).toEqual([1]);
  });

  it('goes by what most of the talk was like, not by the nearest statement', () => {
    const talk = told([
      ['P', EAST],
      ['P', EAST],
      ['P', NORTH],
      ['P', null],
    ]);
    expect(attachRequests([asked(3)], needs, 2, talk, RANGE)).toEqual([0]);
  });

  it('leaves a request alone when nothing like a need was told within reach', () => {
    const talk = told([
      ['P', EAST],
      ['P', null],
      ['P', null],
      ['P', null],
      ['P', null],
      ['P', null],
      ['P', EAST],
    ]);
    expect(attachRequests([asked(4)], needs, 2, talk, RANGE)).toEqual([-1]);
    expect(attachRequests([asked(5)], needs, 2, talk, RANGE)).toEqual([0]);
  });

  it('never takes what somebody else told for the talk of who asks', () => {
    const talk = told([
      ['Q', EAST],
      [null, EAST],
      ['P', null],
    ]);
    expect(attachRequests([asked(2)], needs, 2, talk, RANGE)).toEqual([-1]);
  });

  it('goes by the request itself where nothing was told around it', () => {
    expect(
      attachRequests(
        [asked(1)],
        needs,
        2,
        told([
          ['Q', EAST],
          ['P', NORTH],
        ]),
        RANGE,
      ),
    ).toEqual([1]);
  });

  it('leaves to weaker signals only what no recurring need is like enough for', () => {
    const both = told([
      ['P', Float32Array.of(0.7, 0.72)],
      ['P', null],
    ]);
    expect(attachRequests([asked(1)], needs, 1, both, RANGE)).toEqual([0]);
    const weaker = told([
      ['P', Float32Array.of(0.1, 0.99)],
      ['P', null],
    ]);
    expect(attachRequests([asked(1)], needs, 1, weaker, RANGE)).toEqual([1]);
    expect(attachRequests([asked(1)], needs, 0, weaker, RANGE)).toEqual([1]);
  });
});
