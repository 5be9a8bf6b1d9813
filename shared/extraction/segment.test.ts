import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, type Turn, transcriptText } from '../transcripts/transcript.ts';
import { type Segment, segmentInterview } from './segment.ts';

const PETER = 'Peter';
const TEAM = 'Tara';

function cue(text: string, startMs: number | null = null, endMs: number | null = null): Cue {
  return { text, startMs, endMs };
}

function turn(speaker: string | null, ...cues: readonly Cue[]): Turn {
  return {
    speaker,
    startMs: cues[0]?.startMs ?? null,
    endMs: cues.at(-1)?.endMs ?? null,
    text: cues.map(({ text }) => text).join(' '),
    cues,
  };
}

function cut(...turns: readonly Turn[]): Segment[] {
  return segmentInterview(turns, (speaker) => (speaker === TEAM ? null : speaker));
}

const words = (count: number, word = 'word'): string => new Array<string>(count).fill(word).join(' ');

describe('segmentInterview', () => {
  it('joins sentences until there are 14 words, and starts anew after that', () => {
    const segments = cut(turn(PETER, cue(`${words(9, 'aa')}. ${words(5, 'bb')}. ${words(6, 'cc')}.`)));
    expect(segments.map(({ text }) => text)).toEqual([
      `${words(9, 'aa')}. ${words(5, 'bb')}.`,
      `${words(6, 'cc')}.`,
    ]);
  });

  it('adds a sentence of fewer than 5 words to the one before, however long that is', () => {
    const segments = cut(turn(PETER, cue(`${words(20)}. It never works. ${words(14)}.`)));
    expect(segments.map(({ text }) => text)).toEqual([`${words(20)}. It never works.`, `${words(14)}.`]);
  });

  it('never joins sentences to more than 55 words', () => {
    const segments = cut(turn(PETER, cue(`${words(13)}. ${words(43)}.`)));
    expect(segments).toHaveLength(2);
  });

  it('lets a leftover of fewer than 6 words join the segment before', () => {
    const segments = cut(turn(PETER, cue(`${words(53)}. ${words(5)}.`)));
    expect(segments).toHaveLength(1);
  });

  it('does not end a sentence after Mr, Dr or vs', () => {
    const [first] = cut(turn(PETER, cue(`Then Dr. Who rang ${words(14)}. ${words(14)}.`)));
    expect(first?.text).toBe(`Then Dr. Who rang ${words(14)}.`);
  });

  it('keeps speech after four seconds of silence apart, and speech before that together', () => {
    const near = cut(turn(PETER, cue('One two.', 0, 1_000), cue('Three four.', 4_999, 6_000)));
    const far = cut(turn(PETER, cue('One two.', 0, 1_000), cue('Three four.', 5_000, 6_000)));
    expect(near.map(({ text }) => text)).toEqual(['One two. Three four.']);
    expect(far.map(({ text }) => text)).toEqual(['One two.', 'Three four.']);
  });

  it('reads two turns of one speaker without a silence as one stretch, cut verbatim', () => {
    const [only] = cut(turn(PETER, cue('One two.', 0, 1_000)), turn(PETER, cue('Three four.', 1_500, 2_000)));
    expect(only?.text).toBe('One two.\nThree four.');
  });

  it('interpolates times within a caption by character', () => {
    const [first, second] = cut(
      turn(PETER, cue(`${words(14, 'aaaa')}. ${words(14, 'aaaa')}.`, 10_000, 20_000)),
    );
    expect(first).toMatchObject({ startMs: 10_000, endMs: 14_965 });
    expect(second).toMatchObject({ startMs: 14_965, endMs: 20_000 });
  });

  it('gives no times where the file has none', () => {
    expect(cut(turn(PETER, cue('One two.')))[0]).toMatchObject({ startMs: null, endMs: null });
  });

  it('marks the team by a missing participant and counts positions over everybody', () => {
    const segments = cut(turn(TEAM, cue('Why is that?')), turn(PETER, cue('Because it breaks.')));
    expect(segments.map(({ at, participant }) => [at, participant])).toEqual([
      [0, null],
      [1, PETER],
    ]);
  });

  it('cuts words that never end, with and without spaces, into pieces that can be stored', () => {
    const segments = cut(turn(PETER, cue(words(300))), turn(TEAM, cue('x'.repeat(2_500))));
    const lengths = segments.map(({ text }) => text.length);
    expect(segments.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1_000);
  });

  it('takes a turn whose captions do not add up to its text as one caption', () => {
    const odd: Turn = { ...turn(PETER, cue('One', 0, 1_000), cue('two', 1_000, 2_000)), text: 'One, two.' };
    expect(cut(odd)).toMatchObject([{ text: 'One, two.', start: 0, end: 9, startMs: 0, endMs: 2_000 }]);
  });

  it('cuts every transcript so that each text stands at its span, in order, and no word is lost', () => {
    const text = fc
      .array(
        fc.constantFrom('so', 'it', 'broke.', 'Really?', 'Mr.', 'um,', '“no”', 'é', ' ', 'x'.repeat(400)),
        {
          minLength: 1,
          maxLength: 90,
        },
      )
      .map((parts) => parts.join(' '));
    const turns = fc.array(
      fc.record({
        speaker: fc.constantFrom(PETER, TEAM, null),
        texts: fc.array(text, { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 8 },
    );
    return fc.assert(
      fc.property(turns, (drawn) => {
        const built = drawn.map(({ speaker, texts }) => turn(speaker, ...texts.map((one) => cue(one))));
        const whole = transcriptText(built);
        const segments = cut(...built);
        let position = 0;
        for (const segment of segments) {
          expect(whole.slice(segment.start, segment.end)).toBe(segment.text);
          expect(whole.slice(position, segment.start).trim()).toBe('');
          position = segment.end;
        }
        expect(whole.slice(position).trim()).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
