// Files on their way from another computer, piece by piece, kept across lost lines and restarts: where one ended, the next
// goes on. What is whole is checked against its hash by whoever takes it.
import { MAX_BLOB_PIECE_BYTES } from '../../../shared/contract/peers.ts';
import type { DerivedCache } from '../storage/derived-cache.ts';

/** No import is larger. */
export const MAX_BLOB_BYTES = 64 * 1024 * 1024;

export class PartialBlobs {
  readonly #derived: DerivedCache;
  /** Whole pieces that are here, by hash. */
  readonly #counts = new Map<string, number>();

  constructor(derived: DerivedCache) {
    this.#derived = derived;
  }

  /** Bytes that are here in a row from the start: a multiple of a piece. */
  async received(hash: string): Promise<number> {
    return (await this.#countOf(hash)) * MAX_BLOB_PIECE_BYTES;
  }

  /** Takes the next whole piece. */
  async add(hash: string, bytes: Uint8Array): Promise<void> {
    const count = await this.#countOf(hash);
    await this.#derived.write(keyOf(hash, count), bytes);
    this.#counts.set(hash, count + 1);
  }

  /** All that was taken, with `last` behind it, and forgets it. Null when a piece has vanished; then it begins anew. */
  async take(hash: string, last: Uint8Array): Promise<Uint8Array | null> {
    const count = await this.#countOf(hash);
    const pieces: Uint8Array[] = [];
    for (let index = 0; index < count; index += 1) {
      const piece = await this.#derived.read(keyOf(hash, index));
      if (piece) pieces.push(piece);
    }
    await this.forget(hash);
    return pieces.length === count ? new Uint8Array(Buffer.concat([...pieces, last])) : null;
  }

  async forget(hash: string): Promise<void> {
    const count = await this.#countOf(hash);
    this.#counts.set(hash, 0);
    for (let index = 0; index < count; index += 1) await this.#derived.remove(keyOf(hash, index));
  }

  async #countOf(hash: string): Promise<number> {
    const known = this.#counts.get(hash);
    if (known !== undefined) return known;
    let count = 0;
    while ((await this.#derived.read(keyOf(hash, count)))?.length === MAX_BLOB_PIECE_BYTES) count += 1;
    this.#counts.set(hash, count);
    return count;
  }
}

function keyOf(hash: string, index: number): string {
  return `partial/${hash}-${index}`;
}
