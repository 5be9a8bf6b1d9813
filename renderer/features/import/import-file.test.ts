import { describe, expect, it } from 'vitest';
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import { InterviewId, OriginalHash } from '../../../shared/ids.ts';
import { bytesText, type ImportFile, parseSeconds, sizeText, statusOf, summaryOf } from './import-file.ts';

function preview(other: Partial<TranscriptPreview> = {}): TranscriptPreview {
  return {
    original: OriginalHash.parse('a'.repeat(64)),
    format: 'webvtt',
    speakers: [],
    turns: 381,
    words: 5_000,
    lengthMs: 44 * 60_000,
    approximate: false,
    firstTurns: [],
    warnings: [],
    otherReadings: [],
    alreadyIn: null,
    alreadyInSince: null,
    newerOf: null,
    recordedAt: null,
    otherLanguage: null,
    ...other,
  };
}

function file(id: number, reading: ImportFile['reading'], isTaken = false): ImportFile {
  return { id, fileName: 'a.vtt', sizeBytes: 1, bytes: null, format: null, reading, isTaken };
}

describe('the state of a file', () => {
  const nameless = preview({ warnings: [{ kind: 'no-speakers', message: '', line: null }] });

  it('is ready, unless it does not say who speaks and nobody has looked', () => {
    const ready = file(1, { kind: 'read', preview: preview() });
    expect(statusOf(ready, [ready])).toBe('ready');
    const look = file(1, { kind: 'read', preview: nameless });
    expect(statusOf(look, [look])).toBe('look');
    const taken = file(1, { kind: 'read', preview: nameless }, true);
    expect(statusOf(taken, [taken])).toBe('ready');
  });

  it('needs a look while two readings fit, even when somebody took it', () => {
    const unsure = preview({ otherReadings: [{ format: 'clock-text', firstTurns: [] }] });
    const both = file(1, { kind: 'read', preview: unsure }, true);
    expect(statusOf(both, [both])).toBe('look');
  });

  it('is here when the workspace has it, and twice when the list has', () => {
    const here = file(1, { kind: 'read', preview: preview({ alreadyIn: InterviewId.parse('rowan') }) });
    expect(statusOf(here, [here])).toBe('here');
    const first = file(1, { kind: 'read', preview: preview() });
    const second = file(2, { kind: 'read', preview: preview() });
    expect([first, second].map((one) => statusOf(one, [first, second]))).toEqual(['ready', 'twice']);
  });
});

it('sums up a list in one sentence', () => {
  expect(summaryOf(['ready', 'ready', 'reading', 'look', 'unreadable'])).toBe(
    '2 ready, 1 reading, 2 need you',
  );
  expect(summaryOf(['here'])).toBe('1 needs you');
  expect(summaryOf([])).toBe('');
});

it('says how much is in a file', () => {
  const speakers = ['a', 'b', 'c'].map((name) => ({
    name,
    turns: 1,
    words: 1,
    questions: 0,
    sample: '',
    guess: { kind: 'team' as const },
    isGuessCertain: false,
    isRemembered: false,
  }));
  expect(sizeText(preview({ speakers }))).toBe('44 min, 3 speakers, 381 turns');
  expect(sizeText(preview({ lengthMs: null, turns: 1 }))).toBe('1 turn');
  expect(bytesText(26_300)).toBe('26 kB');
  expect(bytesText(3_450_000)).toBe('3.5 MB');
});

it.each([
  ['', 0],
  ['12', 12_000],
  ['−2.5', -2_500],
  ['-2,5', -2_500],
  [' +0.25 ', 250],
  ['86400', 86_400_000],
])('reads %j as %d ms', (typed, ms) => expect(parseSeconds(typed)).toBe(ms));

it.each(['1:30', 'two', '1.2.3', '99999', '5 s'])('does not take %j for seconds', (typed) => {
  expect(parseSeconds(typed)).toBeNull();
});
