import { expect, it } from 'vitest';
import { BackOff } from './back-off.ts';
import { HeldTimers } from './testing/held-timers.ts';

it('waits twice as long after each failure, up to the limit', () => {
  const timers = new HeldTimers();
  const backOff = new BackOff({ firstMs: 250, limitMs: 1_000 }, timers);
  const waits = [1, 2, 3, 4].map(() => {
    backOff.schedule(() => undefined);
    return timers.runNext();
  });
  expect(waits).toEqual([250, 500, 1_000, 1_000]);
});

it('starts over after a success', () => {
  const timers = new HeldTimers();
  const backOff = new BackOff({ firstMs: 250, limitMs: 1_000 }, timers);
  backOff.schedule(() => undefined);
  timers.runNext();
  backOff.succeed();
  backOff.schedule(() => undefined);
  expect(timers.runNext()).toBe(250);
});

it('never has two attempts pending', () => {
  const timers = new HeldTimers();
  const backOff = new BackOff({ firstMs: 250, limitMs: 1_000 }, timers);
  const made: string[] = [];
  backOff.schedule(() => made.push('first'));
  backOff.schedule(() => made.push('second'));
  backOff.runNow();
  expect(made).toEqual(['second']);
  expect(timers.pending).toBe(0);
});
