// How often one address may guess an invite. The address is the socket's own: what a proxy's header claims is anybody's word.

const WRONG_GUESSES = 10;
const WINDOW_MS = 60_000;
/** Addresses that are remembered; the oldest is forgotten first. */
const MAX_ADDRESSES = 10_000;

export class GuessLimit {
  readonly #wrongAtMs = new Map<string, number[]>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
  }

  /** After ten wrong guesses in a minute nobody from there may guess, not even rightly, until the first is a minute old. */
  mayGuess(address: string): boolean {
    return this.#recent(placeOf(address)).length < WRONG_GUESSES;
  }

  wrong(address: string): void {
    const place = placeOf(address);
    const recent = [...this.#recent(place), this.#nowMs()];
    this.#wrongAtMs.delete(place);
    this.#wrongAtMs.set(place, recent);
    const [oldest] = this.#wrongAtMs.keys();
    if (this.#wrongAtMs.size > MAX_ADDRESSES && oldest !== undefined) this.#wrongAtMs.delete(oldest);
  }

  #recent(place: string): number[] {
    const since = this.#nowMs() - WINDOW_MS;
    return (this.#wrongAtMs.get(place) ?? []).filter((at) => at > since);
  }
}

/** One computer may have any of the 2^64 addresses of its IPv6 network, so all of them count as one. */
function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!plain.includes(':')) return plain;
  const [front = ''] = plain.split('::');
  const groups = front.split(':').filter((group) => group !== '');
  return [...groups, '0', '0', '0', '0'].slice(0, 4).join(':');
}
