// When another computer is tried again: soon after the first failure and later after each further one, but never later than
// a few seconds while somebody waits for it. It knows no line; whoever tries says how it went.

/** ms: after the first failure; at most while words wait or a window is open; at most otherwise. */
const WAITS = { first: 250, awaited: 5_000, limit: 30_000 };
/** ms between an attempt that failed and one that an edit asks for. */
const REST = 1_000;

export interface ComeBackOptions {
  readonly attempt: () => void;
  /** Whether words wait for that computer, or somebody sits at this one. */
  readonly isAwaited: () => boolean;
  /** Milliseconds that only go on. */
  readonly now?: () => number;
  /** 0 to 1. */
  readonly random?: () => number;
}

export class ComeBack {
  readonly #options: ComeBackOptions;
  #timer: NodeJS.Timeout | null = null;
  #nextMs = WAITS.first;
  #failedAt = 0;

  constructor(options: ComeBackOptions) {
    this.#options = options;
  }

  /** Whether an attempt is to come. */
  get isWaiting(): boolean {
    return this.#timer !== null;
  }

  /** An attempt has failed, or the line is lost. */
  failed(): void {
    this.stop();
    this.#failedAt = this.#now();
    const waitMs = Math.min(this.#nextMs, this.#options.isAwaited() ? WAITS.awaited : WAITS.limit);
    this.#nextMs = Math.min(this.#nextMs * 2, WAITS.limit);
    // Not all who lost one computer come back at one moment.
    this.#timer = setTimeout(() => this.now(), waitMs * (0.75 + (this.#options.random ?? Math.random)() / 2));
  }

  /** Somebody has written a word that waits: it is tried at once, unless that was done a moment ago. */
  hurry(): void {
    if (this.#timer !== null && this.#now() - this.#failedAt >= REST) this.now();
  }

  now(): void {
    this.stop();
    this.#options.attempt();
  }

  /** The next failure is a first one again. */
  worked(): void {
    this.#nextMs = WAITS.first;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #now(): number {
    return (this.#options.now ?? performance.now.bind(performance))();
  }
}
