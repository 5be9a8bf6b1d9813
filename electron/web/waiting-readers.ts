// How much may wait to be sent at one door: for one reader, and for all of them together, since fifty who read nothing fill
// our memory as well as one does. Who is let go is who has taken nothing for long, so that a slow but honest one stays.

/** The part of a WebSocket that is used. */
export interface Reader {
  /** Bytes that wait here because the far end has not taken them. */
  readonly bufferedAmount: number;
}

export interface WaitingLimits {
  /** A reader that is this far behind when more comes has stopped reading. One frame may be larger. */
  readonly eachBytes: number;
  /** What waits for all of them. */
  readonly allBytes: number;
}

export type LetGoBecause = 'behind' | 'behind-together';

/** What waits for an honest reader at most moments; with no more than this, nobody's sum is looked at. */
const UNNOTICED_BYTES = 64 * 1024;
/** Who has taken something in this time is reading. */
const READING_MS = 5_000;

interface Standing {
  readonly letGo: (because: LetGoBecause, waitingBytes: number) => void;
  sentBytes: number;
  /** Of those sent, how many had left when it was last looked at, and when that had last grown. */
  leftBytes: number;
  leftAtMs: number;
}

export class WaitingReaders {
  readonly #limits: WaitingLimits;
  readonly #nowMs: () => number;
  readonly #standing = new Map<Reader, Standing>();

  constructor(limits: WaitingLimits, nowMs: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  /** @param letGo called when it is too far behind; it counts no more from then on */
  join(reader: Reader, letGo: Standing['letGo']): void {
    this.#standing.set(reader, { letGo, sentBytes: 0, leftBytes: 0, leftAtMs: this.#nowMs() });
  }

  leave(reader: Reader): void {
    this.#standing.delete(reader);
  }

  /** After `bytes` were given to the reader's socket. */
  sent(reader: Reader, bytes: number): void {
    const standing = this.#standing.get(reader);
    if (standing === undefined) return;
    standing.sentBytes += bytes;
    const waitingBytes = reader.bufferedAmount;
    if (waitingBytes <= UNNOTICED_BYTES) return;
    const waitedBytes = waitingBytes - bytes;
    // It had taken all there was; what it has now came just now.
    if (waitedBytes <= UNNOTICED_BYTES) standing.leftAtMs = this.#nowMs();
    if (waitedBytes > this.#limits.eachBytes) this.#letGo(reader, 'behind');
    else this.#keepWithin();
  }

  #keepWithin(): void {
    const now = this.#nowMs();
    let sum = 0;
    for (const [reader, standing] of this.#standing) {
      sum += reader.bufferedAmount;
      look(reader, standing, now);
    }
    if (sum <= this.#limits.allBytes) return;
    const isReading = ({ leftAtMs }: Standing) => now - leftAtMs < READING_MS;
    const furthestBehind = [...this.#standing].sort(
      ([one, oneStanding], [other, otherStanding]) =>
        Number(isReading(oneStanding)) - Number(isReading(otherStanding)) ||
        other.bufferedAmount - one.bufferedAmount,
    );
    for (const [reader] of furthestBehind) {
      if (sum <= this.#limits.allBytes) return;
      sum -= reader.bufferedAmount;
      this.#letGo(reader, 'behind-together');
    }
  }

  #letGo(reader: Reader, because: LetGoBecause): void {
    const standing = this.#standing.get(reader);
    this.#standing.delete(reader);
    standing?.letGo(because, reader.bufferedAmount);
  }
}

function look(reader: Reader, standing: Standing, now: number): void {
  const left = standing.sentBytes - reader.bufferedAmount;
  if (left > standing.leftBytes) standing.leftAtMs = now;
  standing.leftBytes = left;
}
