import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PersonId } from '../ids.ts';
import { type PresenceStretch, readAttendance, recordPresence } from './attendance.ts';
import { readInterview, recordAttendance } from './interview-document.ts';

const ines = PersonId.parse('ines');
const tomas = PersonId.parse('tomas');

function roomOf(...stretches: readonly PresenceStretch[]): Y.Doc {
  const document = new Y.Doc();
  stretches.forEach((stretch, index) => {
    recordPresence(document, `w${index}`, stretch);
  });
  return document;
}

const was = (by: PersonId, fromMs: number, toMs: number, isLinked = true): PresenceStretch => ({
  by,
  fromMs,
  toMs,
  isLinked,
});

describe('readAttendance', () => {
  it('keeps a gap where the link was down, and says that they were there without it', () => {
    const document = roomOf(
      was(tomas, 0, 60_000),
      was(tomas, 60_000, 90_000, false),
      was(tomas, 90_000, 120_000),
    );
    expect(readAttendance(document)).toEqual([
      {
        personId: tomas,
        linked: [
          { fromMs: 0, toMs: 60_000 },
          { fromMs: 90_000, toMs: 120_000 },
        ],
        apart: [{ fromMs: 60_000, toMs: 90_000 }],
      },
    ]);
  });

  it('makes one attendance of two windows, and puts first who came first', () => {
    const document = roomOf(
      was(tomas, 30_000, 80_000),
      was(ines, 50_000, 90_000, false),
      was(ines, 20_000, 60_000),
      was(ines, 0, 21_000),
    );
    expect(readAttendance(document)).toEqual([
      { personId: ines, linked: [{ fromMs: 0, toMs: 60_000 }], apart: [{ fromMs: 60_000, toMs: 90_000 }] },
      { personId: tomas, linked: [{ fromMs: 30_000, toMs: 80_000 }], apart: [] },
    ]);
  });

  it('makes a stretch longer under its key, and leaves the stamp of who was there as it is', () => {
    const document = new Y.Doc();
    recordAttendance(document, ines, '2026-11-24T10:00:00.000Z');
    recordPresence(document, 'w', was(ines, 0, 60_000));
    recordPresence(document, 'w', was(ines, 0, 120_000));
    expect(readAttendance(document)[0]?.linked).toEqual([{ fromMs: 0, toMs: 120_000 }]);
    expect(readInterview(document).attendance).toEqual([ines]);
  });

  it('reads past records that are no stretches', () => {
    const document = roomOf(was(ines, 0, 1_000));
    for (const [key, value] of Object.entries({
      a: null,
      b: was(ines, 9, 3),
      c: { ...was(ines, 0, 1), toMs: Number.POSITIVE_INFINITY },
      d: new Y.Map(),
    }))
      document.getMap('presence').set(key, value);
    expect(readAttendance(document)).toEqual([
      { personId: ines, linked: [{ fromMs: 0, toMs: 1_000 }], apart: [] },
    ]);
  });

  it('covers every moment somebody was there exactly once, whatever their windows wrote', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), fc.boolean())
      .map(([from, length, isLinked]) => was(ines, from * 10_000, (from + length) * 10_000, isLinked));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const [read] = readAttendance(roomOf(...stretches));
        for (let at = 5_000; at < 900_000; at += 10_000) {
          const covers = (one: { fromMs: number; toMs: number }) => one.fromMs <= at && at < one.toMs;
          const linked = stretches.some((one) => one.isLinked && covers(one));
          const apart = !linked && stretches.some((one) => !one.isLinked && covers(one));
          expect(read?.linked.filter(covers).length ?? 0).toBe(linked ? 1 : 0);
          expect(read?.apart.filter(covers).length ?? 0).toBe(apart ? 1 : 0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
