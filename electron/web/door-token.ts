// The secret that lets a page in, and how often strangers may guess it.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const WRONG_GUESSES = 10;
const WINDOW_MS = 60_000;

/** 256 random bits, in characters that a URL and a WebSocket subprotocol can both hold. */
export function newDoorToken(): string {
  return randomBytes(32).toString('base64url');
}

export type Guess = 'right' | 'wrong' | 'too-many';

export class DoorToken {
  readonly #hash: Buffer;
  readonly #nowMs: () => number;
  #wrongAtMs: number[] = [];

  constructor(token: string, nowMs: () => number = Date.now) {
    this.#hash = hash(token);
    this.#nowMs = nowMs;
  }

  /** After ten wrong guesses in a minute nobody may guess until the first of them is a minute old, not even rightly. */
  check(guess: string): Guess {
    const now = this.#nowMs();
    this.#wrongAtMs = this.#wrongAtMs.filter((at) => now - at < WINDOW_MS);
    if (this.#wrongAtMs.length >= WRONG_GUESSES) return 'too-many';
    // Hashes have one length and are compared in one time, whatever was guessed.
    if (timingSafeEqual(hash(guess), this.#hash)) return 'right';
    this.#wrongAtMs.push(now);
    return 'wrong';
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
