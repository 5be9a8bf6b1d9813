import { expect, it } from 'vitest';
import { saidAtMs } from './play-times.ts';

const cue = (startMs: number | null, text: string) => ({ startMs, endMs: null, text });

it('plays words from their own caption, not from the start of a long turn', () => {
  const turn = { startMs: 1_000, cues: [cue(1_000, 'I look'), cue(4_000, 'at waste'), cue(9_000, 'first.')] };
  expect([0, 5, 6, 7, 14, 16, 99].map((at) => saidAtMs(turn, at))).toEqual([
    1_000, 1_000, 1_000, 4_000, 4_000, 9_000, 9_000,
  ]);
});

it('falls back to the turn, and to nothing where the file has no times', () => {
  expect(saidAtMs({ startMs: 5_000, cues: [] }, 12)).toBe(5_000);
  expect(saidAtMs({ startMs: 5_000, cues: [cue(null, 'one'), cue(null, 'two')] }, 5)).toBe(5_000);
  expect(saidAtMs({ startMs: null, cues: [] }, 0)).toBeNull();
});
