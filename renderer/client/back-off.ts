import type { Timers } from './transport.ts';

/** Waits longer after each failure, up to a limit, and starts over after a success. At most one attempt is pending. */
export class BackOff {
  readonly #timers: Timers;
  readonly #firstMs: number;
  readonly #limitMs: number;
  #nextMs: number;
  #pending: { readonly timer: unknown; readonly run: () => void } | null = null;

  constructor(limits: { readonly firstMs: number; readonly limitMs: number }, timers: Timers) {
    this.#firstMs = limits.firstMs;
    this.#limitMs = limits.limitMs;
    this.#nextMs = limits.firstMs;
    this.#timers = timers;
  }

  get isPending(): boolean {
    return this.#pending !== null;
  }

  /** Runs `attempt` after the next delay, in place of one that is still pending. */
  schedule(attempt: () => void): void {
    this.cancel();
    const run = () => {
      this.#pending = null;
      attempt();
    };
    this.#pending = { timer: this.#timers.set(run, this.#nextMs), run };
    this.#nextMs = Math.min(this.#nextMs * 2, this.#limitMs);
  }

  /** Runs the pending attempt at once, if there is one. */
  runNow(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#timers.clear(pending.timer);
    pending.run();
  }

  cancel(): void {
    if (this.#pending) this.#timers.clear(this.#pending.timer);
    this.#pending = null;
  }

  /** The next failure waits for the first delay again. */
  succeed(): void {
    this.#nextMs = this.#firstMs;
  }
}
