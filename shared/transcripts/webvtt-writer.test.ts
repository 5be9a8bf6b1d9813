import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOk } from './testing/read-ok.ts';
import type { Turn } from './transcript.ts';
import { writeWebVtt } from './webvtt-writer.ts';

function turn(speaker: string | null, startMs: number | null, endMs: number | null, text: string): Turn {
  return { speaker, startMs, endMs, text, cues: [{ startMs, endMs, text }] };
}

/** Found by seed -814991968: taken for rolling captions at the first reading, and not at the second. */
const GROWING_CAPTIONS = [['\n'], ['Anna: hi'], ['Anna: hi', '<v A>'], ['']].map((words) => ({
  speaker: null,
  pauseMs: 0,
  lengthMs: 0,
  words,
}));

describe('writing WebVTT', () => {
  it('names the speaker on every caption and escapes what would be mark-up', () => {
    expect(
      writeWebVtt([
        turn('A <b> & Co', 0, 3_723_004, 'x --> y & <v Z>'),
        turn(null, 3_724_000, 3_725_000, 'Oh.'),
      ]),
    ).toBe(
      'WEBVTT\n\n00:00:00.000 --> 01:02:03.004\n<v A &lt;b&gt; &amp; Co>x --&gt; y &amp; &lt;v Z&gt;</v>\n\n' +
        '01:02:04.000 --> 01:02:05.000\n<v>Oh.</v>\n',
    );
  });

  it('lets no line break end a caption', () => {
    expect(writeWebVtt([turn('A\nB', 0, 1, 'one\n\n00:05.000 --> 00:06.000\ntwo')])).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:00.001\n<v A B>one 00:05.000 --&gt; 00:06.000 two</v>\n',
    );
  });

  it('says so when times had to be repeated', () => {
    const written = writeWebVtt([turn('A', 1000, null, 'one'), turn('B', null, null, 'two')]);
    expect(written).toContain('NOTE Some times were not in the original');
    expect(readOk(written).turns.map(({ startMs }) => startMs)).toEqual([1000, 1000]);
  });

  it('is read back as the same transcript, whatever was said', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '<v A>',
        '&amp;',
        'Anna: hi',
        '-->',
        'NOTE',
        '1',
        '00:01.000 --> 00:02.000',
        '</v>',
        '{\\an8}',
        '\n',
      ),
    );
    const caption = fc.record({
      speaker: fc.option(fc.constantFrom('Anna', 'Ben <x>', 'R. & D.', '__proto__', 'NOTE'), { freq: 4 }),
      pauseMs: fc.integer({ min: -100, max: 9_000 }),
      lengthMs: fc.integer({ min: 0, max: 9_000 }),
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(caption, { minLength: 1, maxLength: 12 }), (captions) => {
        let atMs = 1_000;
        const turns = captions.map(({ speaker, pauseMs, lengthMs, words }) => {
          const startMs = atMs + pauseMs;
          atMs = startMs + lengthMs;
          return turn(speaker, startMs, atMs, `x ${words.join(' ')}`);
        });
        // What a first reading makes of it is a transcript; that one must survive being written and read.
        const first = readOk(writeWebVtt(turns));
        const second = readOk(writeWebVtt(first.turns));
        // Captions that grow like YouTube's are joined and said to be so at the first reading; then none are left.
        const lasting = first.warnings.filter(({ kind }) => kind !== 'rolling-captions');
        expect(second).toEqual({ ...first, warnings: lasting });
        if (lasting.length < first.warnings.length) return;
        expect(first.turns.flatMap(({ cues }) => cues)).toHaveLength(captions.length);
      }),
      { numRuns: 300, examples: [[GROWING_CAPTIONS]] },
    );
  });
});
