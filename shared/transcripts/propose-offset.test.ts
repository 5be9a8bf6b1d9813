import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeOffset, recordingStartOf } from './propose-offset.ts';

const NOTHING = { callStartEpochMs: null, recordingStartEpochMs: null };
const turns = Array.from({ length: 60 }, (_, index) => ({
  startMs: index * 10_000,
  text: `topic${index} matters because thing${index} went wrong again with supplier${index}`,
}));
const noteOn = (turn: number, atMs: number) => ({ text: `Thing${turn}, supplier${turn}`, atMs });

describe('proposeOffset', () => {
  it('takes notes that repeat the words, and allows them to be late', () => {
    const moments = [3, 9, 22, 41].map((turn) => noteOn(turn, turn * 10_000 + 30_000 + 2_000));
    expect(proposeOffset(turns, { ...NOTHING, moments })).toEqual({
      offsetMs: 30_000,
      from: 'words',
      moments: 4,
    });
  });

  it('is not led astray by a few notes about something that was said at another time', () => {
    const good = [3, 9, 22, 41, 50].map((turn) => noteOn(turn, turn * 10_000 + 12_000));
    const stray = [noteOn(7, 400_000), noteOn(30, 2_000)];
    expect(proposeOffset(turns, { ...NOTHING, moments: [...stray, ...good] })?.offsetMs).toBe(10_000);
  });

  it('says nothing when too few agree, or when two offsets have as many', () => {
    const two = [3, 9].map((turn) => noteOn(turn, turn * 10_000));
    expect(proposeOffset(turns, { ...NOTHING, moments: two })).toBeNull();
    const split = [1, 2, 3].map((turn) => noteOn(turn, turn * 10_000));
    const other = [11, 12, 13].map((turn) => noteOn(turn, turn * 10_000 + 300_000));
    expect(proposeOffset(turns, { ...NOTHING, moments: [...split, ...other] })).toBeNull();
  });

  it('takes the start of the recording when no words say it', () => {
    const clues = { moments: [], callStartEpochMs: 1_000_000, recordingStartEpochMs: 1_042_400 };
    expect(proposeOffset(turns, clues)).toEqual({ offsetMs: 42_500, from: 'start', moments: 0 });
    expect(proposeOffset(turns, { ...clues, recordingStartEpochMs: 90_000_000_000 })).toBeNull();
  });

  it('says nothing for a file without times', () => {
    const moments = [3, 9, 22].map((turn) => noteOn(turn, turn * 10_000));
    expect(
      proposeOffset(
        turns.map((turn) => ({ ...turn, startMs: null })),
        { moments, callStartEpochMs: 0, recordingStartEpochMs: 0 },
      ),
    ).toBeNull();
  });

  it('comes within the lateness of the notes of any true offset, whatever strays there are', () => {
    void fc.assert(
      fc.property(
        fc.integer({ min: -300_000, max: 900_000 }),
        fc.uniqueArray(fc.nat(59), { minLength: 8, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 30, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(59), fc.nat(600_000)), { maxLength: 3 }),
        (trueMs, noted, late, strays) => {
          const moments = [
            ...noted.map((turn, index) => noteOn(turn, turn * 10_000 + trueMs + (late[index] ?? 0))),
            ...strays.map(([turn, atMs]) => noteOn(turn, atMs)),
          ];
          const proposed = proposeOffset(turns, { ...NOTHING, moments });
          expect(proposed).not.toBeNull();
          expect(Math.abs((proposed?.offsetMs ?? 0) - trueMs)).toBeLessThanOrEqual(12_000);
        },
      ),
    );
  });
});

it('reads the start of a recording only from a name that says its time zone', () => {
  expect(recordingStartOf('GMT20261124-083012_Rowan.transcript.vtt')).toBe(Date.UTC(2026, 10, 24, 8, 30, 12));
  expect(recordingStartOf('2026-11-24 08.30.12 My Meeting.vtt')).toBeNull();
  expect(recordingStartOf('GMT20269924-083012.vtt')).toBeNull();
});
