// The interview clock: call time as a pure function of a small record and the wall clock.
import { z } from 'zod';

/** Call time counts milliseconds from the start of the recording. `sinceEpochMs` is the wall clock when it last started. */
export const CallClock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('running'), offsetMs: z.number(), sinceEpochMs: z.number() }),
  z.object({ kind: z.literal('paused'), atMs: z.number() }),
  z.object({ kind: z.literal('ended'), atMs: z.number(), endedAtEpochMs: z.number() }),
]);
export type CallClock = z.infer<typeof CallClock>;

/** Call time at `nowEpochMs`; never negative. A clock that was never started stands at 0. */
export function callTimeMs(clock: CallClock, nowEpochMs: number): number {
  switch (clock.kind) {
    case 'ready':
      return 0;
    case 'running':
      return Math.max(0, clock.offsetMs + nowEpochMs - clock.sinceEpochMs);
    case 'paused':
    case 'ended':
      return clock.atMs;
  }
}

/** Starts or goes on from where the clock stands. */
export function startClock(clock: CallClock, nowEpochMs: number): CallClock {
  if (clock.kind === 'running') return clock;
  return { kind: 'running', offsetMs: callTimeMs(clock, nowEpochMs), sinceEpochMs: nowEpochMs };
}

export function pauseClock(clock: CallClock, nowEpochMs: number): CallClock {
  if (clock.kind !== 'running') return clock;
  return { kind: 'paused', atMs: callTimeMs(clock, nowEpochMs) };
}

/** "Call time now is …", or "the recording started 40 s ago" (then `atMs` is 40,000). */
export function setClock(clock: CallClock, atMs: number, nowEpochMs: number): CallClock {
  const time = Math.max(0, atMs);
  if (clock.kind === 'running') return { kind: 'running', offsetMs: time, sinceEpochMs: nowEpochMs };
  if (clock.kind === 'ended') return { ...clock, atMs: time };
  return { kind: 'paused', atMs: time };
}

export function endClock(clock: CallClock, nowEpochMs: number): CallClock {
  if (clock.kind === 'ended') return clock;
  return { kind: 'ended', atMs: callTimeMs(clock, nowEpochMs), endedAtEpochMs: nowEpochMs };
}
