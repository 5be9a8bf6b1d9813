import { expect, it } from 'vitest';
import type { TranscriptReading } from '../../../../shared/contract/transcripts.ts';
import { OriginalHash } from '../../../../shared/ids.ts';
import { focusAt } from './focus-at.ts';

const turn = (startMs: number | null, text: string) => ({
  speaker: 'Rowan',
  startMs,
  endMs: null,
  text,
  cues: [],
});
const reading: TranscriptReading = {
  original: OriginalHash.parse('a'.repeat(64)),
  fileName: 'rowan.vtt',
  format: 'webvtt',
  offsetMs: 10_000,
  approximate: false,
  turns: [turn(0, 'Hello.'), turn(60_000, 'I count on cardboard.')],
  warnings: [],
  isOriginalThere: true,
};

it('finds the turn that was spoken when a row was noted, with the offset between call and file', () => {
  const first = focusAt(reading, 69_999);
  const second = focusAt(reading, 70_000);
  expect(first).toEqual({ original: reading.original, start: 0 });
  expect(second?.start).toBeGreaterThan(0);
});

it('knows no place in words without times', () => {
  expect(focusAt({ ...reading, turns: [turn(null, 'Hello.')] }, 0)).toBeUndefined();
});
