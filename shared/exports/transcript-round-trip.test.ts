// What is exported is read back: the same turns, speakers and times, whatever was said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../transcripts/detect.ts';
import type { Transcript, Turn } from '../transcripts/transcript.ts';
import { type TranscriptExport, transcriptMarkdown, transcriptWebVtt } from './transcript-export.ts';

const ABOUT: TranscriptExport = {
  source: 'earshot:transcript/i1',
  title: 'Rowan **at** the "van"',
  workspaceName: 'Larder',
  date: '2026-11-24T08:30:00Z',
  exportedAt: '2026-11-25T08:30:00Z',
  original: 'a'.repeat(64),
  turns: [],
  corrections: new Map(),
  offsetMs: 0,
  isApproximate: false,
};

function turn(
  speaker: string | null,
  startMs: number | null,
  text: string,
  endMs: number | null = null,
): Turn {
  return { speaker, startMs, endMs, text, cues: [{ startMs, endMs, text }] };
}

function readBack(exported: string): Transcript {
  const read = readTranscript(new TextEncoder().encode(exported));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const bare = (turns: readonly Turn[]) =>
  turns.map(({ speaker, startMs, text }) => ({ speaker, startMs, text }));

/** Words as parsers give them: no blanks at the ends, one between words, nothing that makes a file binary. */
const said = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 10 }),
      fc.constantFrom(
        '**Ines** 01:02',
        '---',
        '# Title',
        '1. one',
        '-',
        '\\',
        '\\*',
        '[the file says “x”]',
        '&amp;',
        '<b>',
        '_so_',
        '~~no~~',
        '00:01:02',
        '≈',
        'Anna: hi',
        '-->',
        '{"a":1}',
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) =>
    `so ${words.join(' ')}`
      .replace(/\p{Cc}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('Markdown', () => {
  it('is read back as the same turns, speakers and times, approximate or not, whatever was said', () => {
    const speaker = fc.option(fc.constantFrom('Ines', 'R. *O*', 'Lee, Ann [x]', '__proto__', '≈ 01:00'), {
      freq: 5,
    });
    const spoken = fc.record({ speaker, pauseMs: fc.integer({ min: -2_000, max: 90_000 }), text: said });
    fc.assert(
      fc.property(
        fc.array(spoken, { minLength: 1, maxLength: 10 }),
        fc.boolean(),
        fc.integer({ min: -30_000, max: 4_000_000 }),
        (captions, isApproximate, offsetMs) => {
          let atMs = 5_000;
          const turns = captions.map(({ speaker: name, pauseMs, text }) => {
            atMs += pauseMs;
            return turn(name, atMs, text);
          });
          const read = readBack(transcriptMarkdown({ ...ABOUT, turns, isApproximate, offsetMs }));
          // Whole seconds of the call are what the page shows.
          const shown = turns.map((one) => ({
            ...one,
            startMs: Math.trunc((Number(one.startMs) + offsetMs) / 1_000) * 1_000 + 0,
          }));
          expect(read.format).toBe('earshot-markdown');
          expect(bare(read.turns)).toEqual(bare(shown));
          expect(read.approximate).toBe(isApproximate);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps turns without times, and says that they have none', () => {
    const turns = [turn('Ines', null, 'How do you count?'), turn('Rowan', null, 'By hand.')];
    const read = readBack(transcriptMarkdown({ ...ABOUT, turns, isApproximate: true }));
    expect(bare(read.turns)).toEqual(bare(turns));
    expect(read.warnings.map(({ kind }) => kind)).toEqual(['no-times']);
  });

  it('keeps line breaks that were said, and reads paragraphs of a page as one turn', () => {
    const exported = transcriptMarkdown({ ...ABOUT, turns: [turn('Ines', 1_000, 'one\n- two\n\nthree')] });
    expect(readBack(exported).turns[0]?.text).toBe('one\n- two\n\nthree');
    expect(readBack(`${exported}\nadded\nby hand\n`).turns[0]?.text).toBe(
      'one\n- two\n\nthree added by hand',
    );
  });

  it('is read as it was corrected, and says so', () => {
    const words = 'I owe Brightsite [sic].';
    const corrections = new Map([[0, [{ id: 'c', from: 6, to: 16, text: 'Bright]side' }]]]);
    const read = readBack(transcriptMarkdown({ ...ABOUT, turns: [turn('Rowan', 0, words)], corrections }));
    expect(read.turns[0]?.text).toBe('I owe Bright]side [sic].');
    expect(read.warnings).toContainEqual(expect.objectContaining({ kind: 'skipped-text' }));
  });

  it('names lines that somebody wrote above the first turn', () => {
    const exported = transcriptMarkdown({
      ...ABOUT,
      turns: [turn('Ines', 0, 'Hi.'), turn('Rowan', 0, 'Hi.')],
    });
    const read = readBack(exported.replace('**Ines**', 'My own remark.\n\n**Ines**'));
    expect(read.turns).toHaveLength(2);
    expect(read.warnings.filter(({ kind }) => kind === 'skipped-text')).toHaveLength(1);
  });
});

describe('WebVTT', () => {
  it('is read back as the same transcript, whatever was said', () => {
    const spoken = fc.record({
      speaker: fc.option(fc.constantFrom('Ines', 'R. <O> & Co', 'Lee, Ann'), { freq: 5 }),
      pauseMs: fc.integer({ min: 0, max: 9_000 }),
      lengthMs: fc.integer({ min: 1, max: 9_000 }),
      text: said,
    });
    fc.assert(
      fc.property(fc.array(spoken, { minLength: 1, maxLength: 10 }), (captions) => {
        let atMs = 0;
        const turns = captions.map(({ speaker, pauseMs, lengthMs, text }) => {
          const startMs = atMs + pauseMs;
          atMs = startMs + lengthMs;
          return turn(speaker, startMs, text, atMs);
        });
        // Neighbouring captions of one speaker become one turn when they are first read.
        const first = readBack(transcriptWebVtt({ ...ABOUT, turns }));
        expect(first.turns.flatMap(({ cues }) => cues.map(({ text }) => text))).toEqual(
          turns.map(({ text }) => text),
        );
        const second = readBack(transcriptWebVtt({ ...ABOUT, turns: first.turns }));
        expect(second).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });
});
