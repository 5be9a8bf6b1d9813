import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { PersonId } from '../../../../shared/ids.ts';
import { readAttendance } from '../../../../shared/interviews/attendance.ts';
import { type OwnAttendance, useOwnAttendance } from './use-own-attendance.ts';

const ines = PersonId.parse('ines');
const startEpochMs = Date.parse('2026-11-24T10:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(startEpochMs);
});
afterEach(() => {
  vi.useRealTimers();
});

function openRoom(over: Partial<OwnAttendance> = {}) {
  const document = new Y.Doc();
  let edits = 0;
  document.on('update', () => {
    edits += 1;
  });
  const start: OwnAttendance = {
    document,
    me: ines,
    clock: { kind: 'running', offsetMs: 0, sinceEpochMs: startEpochMs },
    isOpen: true,
    isLinked: true,
    ...over,
  };
  const hook = renderHook((props: OwnAttendance) => useOwnAttendance(props), { initialProps: start });
  return {
    ...hook,
    change: (next: Partial<OwnAttendance>) => hook.rerender({ ...start, ...next }),
    attendance: () => readAttendance(document)[0],
    edits: () => edits,
  };
}

it('writes once a minute while somebody listens, and the rest when they leave', () => {
  const room = openRoom();
  vi.advanceTimersByTime(10 * 60_000);
  expect(room.edits()).toBe(10);
  vi.advanceTimersByTime(15_000);
  room.unmount();
  expect(room.edits()).toBe(11);
  expect(room.attendance()?.linked).toEqual([{ fromMs: 0, toMs: 615_000 }]);
});

it('writes nothing while the link is down, and then what there was without it', () => {
  const room = openRoom();
  vi.advanceTimersByTime(90_000);
  expect(room.edits()).toBe(1);
  room.change({ isLinked: false });
  vi.advanceTimersByTime(5 * 60_000);
  expect(room.edits()).toBe(1);
  room.change({ isLinked: true });
  expect(room.edits()).toBe(2);
  vi.advanceTimersByTime(30_000);
  room.change({ clock: { kind: 'ended', atMs: 420_000, endedAtEpochMs: Date.now() } });
  expect(room.attendance()).toEqual({
    personId: ines,
    linked: [
      { fromMs: 0, toMs: 90_000 },
      { fromMs: 390_000, toMs: 420_000 },
    ],
    apart: [{ fromMs: 90_000, toMs: 390_000 }],
  });
});

it('does not count the time in which the computer slept', () => {
  const room = openRoom();
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(startEpochMs + 2 * 3_600_000);
  vi.advanceTimersByTime(60_000);
  room.unmount();
  expect(room.attendance()?.linked[0]).toEqual({ fromMs: 0, toMs: 60_000 });
  expect(room.attendance()?.linked[1]?.fromMs).toBeGreaterThanOrEqual(2 * 3_600_000);
});

it('writes nothing for who may only read, and nothing while the clock stands', () => {
  const reader = openRoom({ isOpen: false });
  const early = openRoom({ clock: { kind: 'paused', atMs: 0 } });
  vi.advanceTimersByTime(5 * 60_000);
  reader.unmount();
  early.unmount();
  expect([reader.edits(), early.edits()]).toEqual([0, 0]);
});
