// How fast one visitor may speak. Whoever is faster is not read for a moment: their computer slows down by itself, nothing
// is lost, and nothing piles up here.

const BYTES_A_SECOND = 8 * 1024 * 1024;
/** A returning visitor sends what was typed in days at once. */
const BURST_BYTES = 48 * 1024 * 1024;

export class ByteBudget {
  readonly #line: { pause(): void; resume(): void };
  readonly #nowMs: () => number;
  #left = BURST_BYTES;
  #atMs: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(line: { pause(): void; resume(): void }, nowMs: () => number = () => performance.now()) {
    this.#line = line;
    this.#nowMs = nowMs;
    this.#atMs = nowMs();
  }

  spend(bytes: number): void {
    const now = this.#nowMs();
    this.#left = Math.min(BURST_BYTES, this.#left + ((now - this.#atMs) / 1_000) * BYTES_A_SECOND) - bytes;
    this.#atMs = now;
    if (this.#left >= 0 || this.#timer) return;
    this.#line.pause();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#line.resume();
      },
      (-this.#left / BYTES_A_SECOND) * 1_000,
    ).unref();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
