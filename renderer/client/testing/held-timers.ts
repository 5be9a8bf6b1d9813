import type { Timers } from '../transport.ts';

interface HeldTimer {
  readonly run: () => void;
  readonly afterMs: number;
}

/** A clock that stands still: a timer runs when the test says so. */
export class HeldTimers implements Timers {
  #held: HeldTimer[] = [];

  get pending(): number {
    return this.#held.length;
  }

  set(run: () => void, afterMs: number): unknown {
    const timer = { run, afterMs };
    this.#held.push(timer);
    return timer;
  }

  clear(timer: unknown): void {
    this.#held = this.#held.filter((held) => held !== timer);
  }

  /** Runs the oldest timer and tells how long it would have waited; fails when there is none. */
  runNext(): number {
    const next = this.#held.shift();
    if (!next) throw new Error('no timer is pending');
    next.run();
    return next.afterMs;
  }
}
