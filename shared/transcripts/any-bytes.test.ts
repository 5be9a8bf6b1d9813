// Whatever arrives: a transcript or a refusal with a reason, never an exception, never a wait.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from './detect.ts';
import { TRANSCRIPT_FORMATS, type TranscriptFormat, transcriptText, turnOffsets } from './transcript.ts';

const FILES = [
  'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Anna Lee>Hi &amp; bye.</v>\n\n2\n00:00:02.500 --> 00:00:04.000\n<v Ben>Yes?</v>\n',
  'WEBVTT\r\n\r\nNOTE x\r\n\r\n0:0:0.0 --> 0:0:5.320\r\nAnna: one\r\n\r\n0:0:6.90 --> 0:0:6.500\r\nBen: two\r\n',
  '1\n00:00:01,000 --> 00:00:02,000\nAnna: one\n\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n\n3\n00:00:03,000 --> 00:00:04,000\nAnna: three\n',
  'Anna  0:03  \nHello there.\n\nBen Okafor  0:15  \nYes: that.\n\nTranscribed by https://otter.ai\n',
  '[00:01:02] Anna: Hi.\n[00:01:05] Ben: Hello.\nmore\n\n00:02\nAnna (00:03): So.\n',
  '0:00:01.010,0:00:07.680\nAnna: Hi[br]there.\n\n0:00:08.000,0:00:09.000\nAnna: So.\n',
  '[Alice] 23:59:50\nHello\n\n[Bob Lee] 00:00:05\nHi.\nGood.\n[Alice] 00:10:00\nSo.\n',
  'Call - Transcript\n00:00:00\n\nAnna Lee: goal is here.\nBen: Yeah.\n00:01:00\nAnna Lee: Good.\nTranscription ended after 00:02:00\n',
  'AL\nAnn Lee\n0 minutes 3 seconds0:03\nAnn Lee 0 minutes 3 seconds\nHow do you\nAnn Lee 0 minutes 5 seconds\norder?\n',
  'Start;Speaker;Text\n0:01;Anna;"Well, ""fine""."\n0:05;Ben;"Good\nday"\n',
  '{"segments":[{"start":1,"end":2,"text":" Hi","speaker":"A","words":[{"word":"Hi"}]},{"start":3,"end":4,"text":"So"}]}',
];

const format = fc.option(fc.constantFrom(...TRANSCRIPT_FORMATS), { nil: undefined });

describe('any bytes', () => {
  it('are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), format, (bytes, chosen) =>
        expectReadOrRefused(bytes, chosen),
      ),
      { numRuns: 1_000 },
    );
  });

  it('of a real file with parts cut, doubled, moved or overwritten are read or refused', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 30 }),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom('-->', '\n\n', '<v ', '&#', ': ', '00:', '\r', '<', '[', 'NOTE\n')
          .map((text) => Uint8Array.from(Buffer.from(text))),
        fc.constantFrom(...FILES).map((text) => Uint8Array.from(Buffer.from(text.slice(20, 90)))),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        format,
        (file, edits, chosen) => {
          const bytes = edits.reduce<number[]>(
            (before, { at, remove, insert }) =>
              before.toSpliced(Math.floor(at * before.length), remove, ...insert),
            [...Buffer.from(file)],
          );
          expectReadOrRefused(Uint8Array.from(bytes), chosen);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    '<',
    '<v ',
    '&#1',
    '{\\',
    ': ',
    '[00:',
    '0:00 ',
    '-->',
    '((',
    '** ',
    'A, ',
    '\n\n0:00\n',
    '- ',
    'a:1 ',
    "'s screen ",
    '"a""',
    'a;"b";',
    '0:00 Anna\n',
    '(Anna)\n',
    '0 minutes 3 seconds0:03\n',
    '{"a":',
    '[[',
  ])('that repeat %j for long take no longer than others', (part) => {
    const bytes = Uint8Array.from(Buffer.from(part.repeat(Math.ceil(150_000 / part.length))));
    const captioned = Buffer.concat([Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n'), bytes]);
    const before = process.cpuUsage();
    for (const chosen of TRANSCRIPT_FORMATS) {
      readTranscript(bytes, { format: chosen });
      readTranscript(captioned, { format: chosen });
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  });
});

/** Also holds whatever else every transcript must keep, since everything later relies on it. */
function expectReadOrRefused(bytes: Uint8Array, chosen: TranscriptFormat | undefined): void {
  const result = readTranscript(bytes, { format: chosen });
  if (!result.ok) {
    expect(result.error.message).not.toBe('');
    return;
  }
  const { turns, speakers } = result.value;
  expect(turns.length).toBeGreaterThan(0);
  const whole = transcriptText(turns);
  const offsets = turnOffsets(turns);
  for (const [index, turn] of turns.entries()) {
    const from = offsets[index] ?? -1;
    expect(whole.slice(from, from + turn.text.length)).toBe(turn.text);
    expect(turn.text).toBe(turn.cues.map(({ text }) => text).join(' '));
    expect(turn.text.trim()).not.toBe('');
    expect(turn.startMs === null || turn.endMs === null || turn.startMs <= turn.endMs).toBe(true);
    expect(turn.speaker === null || speakers.some(({ name }) => name === turn.speaker)).toBe(true);
  }
}
