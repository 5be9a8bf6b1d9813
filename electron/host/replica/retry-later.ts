// Tries things again by name: soon after the first failure, later after each further one, for ever.
const FIRST_MS = 300;
const LIMIT_MS = 30_000;

export class RetryLater {
  readonly #attempt: (name: string) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #nextMs = new Map<string, number>();

  constructor(attempt: (name: string) => void) {
    this.#attempt = attempt;
  }

  get isPending(): boolean {
    return this.#timers.size > 0;
  }

  has(name: string): boolean {
    return this.#timers.has(name);
  }

  later(name: string): void {
    if (this.#timers.has(name)) return;
    const afterMs = this.#nextMs.get(name) ?? FIRST_MS;
    this.#nextMs.set(name, Math.min(afterMs * 2, LIMIT_MS));
    const timer = setTimeout(() => this.#run(name), afterMs);
    this.#timers.set(name, timer);
  }

  /** All that wait, at once. */
  now(): void {
    for (const name of [...this.#timers.keys()]) this.#run(name);
  }

  /** The next failure is a first one again. */
  worked(name: string): void {
    this.#nextMs.delete(name);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #run(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    this.#attempt(name);
  }
}
