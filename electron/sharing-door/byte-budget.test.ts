import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ByteBudget } from './byte-budget.ts';

const MIB = 1024 * 1024;
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function line() {
  const state = { isPaused: false };
  return {
    state,
    pause: () => Object.assign(state, { isPaused: true }),
    resume: () => Object.assign(state, { isPaused: false }),
  };
}

it('takes what was typed in days at once', () => {
  const one = line();
  new ByteBudget(one, () => Date.now()).spend(48 * MIB);
  expect(one.state.isPaused).toBe(false);
});

it('stops reading whoever sends without end, until their time has come', () => {
  const one = line();
  const budget = new ByteBudget(one, () => Date.now());
  budget.spend(64 * MIB);
  expect(one.state.isPaused).toBe(true);
  vi.advanceTimersByTime(1_900);
  expect(one.state.isPaused).toBe(true);
  vi.advanceTimersByTime(200);
  expect(one.state.isPaused).toBe(false);
  budget.spend(1 * MIB);
  expect(one.state.isPaused).toBe(true);
  budget.close();
});
