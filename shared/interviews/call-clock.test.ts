import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallClock, callTimeMs, endClock, pauseClock, setClock, startClock } from './call-clock.ts';

const READY: CallClock = { kind: 'ready' };
const NOON = Date.UTC(2026, 10, 24, 12);

describe('the interview clock', () => {
  it('stands at 0 until it is started, and counts from then on', () => {
    expect(callTimeMs(READY, NOON)).toBe(0);
    expect(callTimeMs(startClock(READY, NOON), NOON + 40_000)).toBe(40_000);
  });

  it('stands while it is paused and goes on from there', () => {
    const paused = pauseClock(startClock(READY, NOON), NOON + 10_000);
    expect(callTimeMs(paused, NOON + 99_000)).toBe(10_000);
    expect(callTimeMs(startClock(paused, NOON + 99_000), NOON + 100_000)).toBe(11_000);
  });

  it('says what it was told while it runs: the recording started 40 s ago', () => {
    const set = setClock(startClock(READY, NOON), 40_000, NOON + 5_000);
    expect(callTimeMs(set, NOON + 6_000)).toBe(41_000);
  });

  it('stays at its end, also when it is ended again', () => {
    const ended = endClock(startClock(READY, NOON), NOON + 60_000);
    expect(callTimeMs(ended, NOON + 90_000)).toBe(60_000);
    expect(endClock(ended, NOON + 90_000)).toEqual(ended);
  });

  it('starting twice and pausing twice change nothing', () => {
    const running = startClock(READY, NOON);
    expect(startClock(running, NOON + 1_000)).toEqual(running);
    const paused = pauseClock(running, NOON + 2_000);
    expect(pauseClock(paused, NOON + 3_000)).toEqual(paused);
  });

  it('never runs backwards by itself, is never negative, and no act but setting makes it jump', () => {
    const act = fc.constantFrom('start', 'pause', 'end', 'wait');
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.nat(100_000)), { maxLength: 20 }), (acts) => {
        let clock: CallClock = READY;
        let now = NOON;
        let before = 0;
        for (const [kind, passed] of acts) {
          now += passed;
          const standing = callTimeMs(clock, now);
          expect(standing).toBeGreaterThanOrEqual(before);
          if (kind === 'start') clock = startClock(clock, now);
          if (kind === 'pause') clock = pauseClock(clock, now);
          if (kind === 'end') clock = endClock(clock, now);
          expect(callTimeMs(clock, now)).toBe(standing);
          before = standing;
        }
      }),
    );
  });

  it('shows the set time at once in every state that is not ended before the call', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 10_000_000 }), fc.boolean(), (atMs, isRunning) => {
        const clock = isRunning ? startClock(READY, NOON) : READY;
        expect(callTimeMs(setClock(clock, atMs, NOON + 1), NOON + 1)).toBe(Math.max(0, atMs));
      }),
    );
  });
});
