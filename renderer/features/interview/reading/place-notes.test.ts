import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeNotes } from './place-notes.ts';

const turns = [{ startMs: 10_000 }, { startMs: 20_000 }, { startMs: null }, { startMs: 30_000 }];

function turnOf(atMs: number, offsetMs = 0): number | undefined {
  return [...placeNotes(turns, [{ atMs }], offsetMs).keys()][0];
}

it('puts a note beside the turn in whose time its typing began', () => {
  expect(turnOf(10_000)).toBe(0);
  expect(turnOf(19_999)).toBe(0);
  expect(turnOf(20_000)).toBe(1);
  expect(turnOf(29_999)).toBe(1);
  expect(turnOf(99_000)).toBe(3);
});

it('puts notes from before the first words at the first turn', () => {
  expect(turnOf(0)).toBe(0);
});

it('reckons in call time, so that a positive offset moves notes towards earlier words', () => {
  expect(turnOf(20_000, 2_500)).toBe(0);
  expect(turnOf(22_500, 2_500)).toBe(1);
  expect(turnOf(18_000, -2_500)).toBe(1);
});

it('gives the time to the later of two turns that start together', () => {
  expect([...placeNotes([{ startMs: 5 }, { startMs: 5 }], [{ atMs: 6 }], 0).keys()]).toEqual([1]);
});

it('places nothing where the file has no times', () => {
  expect(placeNotes([{ startMs: null }], [{ atMs: 6 }], 0).size).toBe(0);
});

it('places every note exactly once, in the order of call time, whatever the order of turns', () => {
  const starts = fc.array(fc.option(fc.nat(100_000)), { maxLength: 30 });
  fc.assert(
    fc.property(
      starts,
      fc.array(fc.nat(120_000), { maxLength: 30 }),
      fc.integer({ min: -9_000, max: 9_000 }),
      (times, notes, offsetMs) => {
        const placed = placeNotes(
          times.map((startMs) => ({ startMs })),
          notes.map((atMs) => ({ atMs })),
          offsetMs,
        );
        const all = [...placed.values()].flat();
        expect(all).toHaveLength(times.some((time) => time !== null) ? notes.length : 0);
        for (const beside of placed.values()) {
          const order = beside.map((note) => note.atMs);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      },
    ),
  );
});
