import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ComeBack } from './come-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function comingBack(isAwaited: boolean) {
  const tried: number[] = [];
  const comeBack = new ComeBack({
    attempt: () => tried.push(Date.now()),
    isAwaited: () => isAwaited,
    now: () => Date.now(),
    random: () => 0.5,
  });
  return { comeBack, tried };
}

/** Milliseconds until the next attempt, after each of so many failures. */
function waits(isAwaited: boolean, failures: number): number[] {
  const { comeBack, tried } = comingBack(isAwaited);
  return Array.from({ length: failures }, () => {
    const from = Date.now();
    comeBack.failed();
    vi.runOnlyPendingTimers();
    return (tried.at(-1) ?? 0) - from;
  });
}

it('is never further than five seconds away while words wait or somebody sits here, and half a minute otherwise', () => {
  expect(waits(true, 9)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]);
  expect(waits(false, 9)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('tries at once when a word is written, but not without a rest after the last attempt', () => {
  const { comeBack, tried } = comingBack(true);
  for (let failure = 0; failure < 8; failure += 1) comeBack.failed();
  comeBack.hurry();
  expect(tried).toEqual([]);
  vi.advanceTimersByTime(1_000);
  comeBack.hurry();
  expect(tried).toHaveLength(1);
  // While an attempt is on its way, another is not begun.
  comeBack.hurry();
  expect(tried).toHaveLength(1);
});

it('begins again after it has worked, and stops when told', () => {
  const { comeBack, tried } = comingBack(false);
  for (let failure = 0; failure < 8; failure += 1) comeBack.failed();
  comeBack.worked();
  comeBack.failed();
  vi.advanceTimersByTime(250);
  expect(tried).toHaveLength(1);
  comeBack.failed();
  comeBack.stop();
  vi.advanceTimersByTime(60_000);
  expect(tried).toHaveLength(1);
  expect(comeBack.isWaiting).toBe(false);
});
