// Edits of one document that its host has not acknowledged, kept beside the page until it has: a page that crashes or is
// loaded again finds them here and offers them once more. They are the document's own updates, so offering one that the
// host has already got changes nothing: no note comes twice, and none that was deleted comes back.
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';

/** The part of `localStorage` that is used here. */
export type UnsentStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** So many updates are folded into one, since every word typed while the host is away is several. */
const FOLD_FROM = 64;

export class UnsentEdits {
  readonly #storage: UnsentStorage;
  readonly #prefix: string;
  /** A name for this page: two windows of one person write into one storage. */
  readonly #page: string;
  #count = 0;
  /** Everything under a key that the host's next acknowledgement covers. */
  readonly #held = new Map<string, Uint8Array>();

  /** @param name names workspace and document, each without spaces */
  constructor(storage: UnsentStorage, name: string, page: string = Math.random().toString(36).slice(2)) {
    this.#storage = storage;
    this.#prefix = `earshot.unsent ${name} `;
    this.#page = page;
  }

  /** What any window left here. It stays until `clear`. */
  left(): readonly Uint8Array[] {
    return namesIn(this.#storage).flatMap((name) => {
      if (!name.startsWith(this.#prefix) || this.#held.has(name)) return [];
      const update = readUpdate(this.#storage.getItem(name));
      if (update === null) return [];
      this.#held.set(name, update);
      return [update];
    });
  }

  /** False when there is no room for it; then only this window has it. */
  add(update: Uint8Array): boolean {
    if (this.#held.size >= FOLD_FROM) return this.#fold(update);
    return this.#write(update);
  }

  /** The host has all of it. */
  clear(): void {
    for (const name of this.#held.keys()) this.#storage.removeItem(name);
    this.#held.clear();
  }

  /** The folded one is there before those that it holds go. */
  #fold(update: Uint8Array): boolean {
    const before = [...this.#held.keys()];
    if (!this.#write(Y.mergeUpdates([...this.#held.values(), update]))) return this.#write(update);
    for (const name of before) {
      this.#storage.removeItem(name);
      this.#held.delete(name);
    }
    return true;
  }

  #write(update: Uint8Array): boolean {
    this.#count += 1;
    const name = `${this.#prefix}${this.#page}.${this.#count}`;
    try {
      this.#storage.setItem(name, toBase64(update));
    } catch (error) {
      // A browser without room, or one that keeps nothing, says so by this name and by nothing else.
      if (error instanceof Error && error.name === 'QuotaExceededError') return false;
      throw error;
    }
    this.#held.set(name, update);
    return true;
  }
}

/**
 * Documents of a workspace with edits that were left behind, whether or not anybody opens them again.
 * @param workspace its key, without spaces
 */
export function documentsWithUnsent(storage: UnsentStorage, workspace: string): readonly string[] {
  const prefix = `earshot.unsent ${workspace} `;
  const names = namesIn(storage).filter((name) => name.startsWith(prefix));
  return [...new Set(names.map((name) => name.slice(prefix.length).split(' ')[0] ?? ''))];
}

function namesIn(storage: UnsentStorage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}

/** Null for what is no update: it is left alone, and never offered. */
function readUpdate(stored: string | null): Uint8Array | null {
  if (stored === null) return null;
  try {
    const update = fromBase64(stored);
    Y.decodeUpdate(update);
    return update;
  } catch {
    return null; // cut off or not ours: whatever was thrown, there is nothing to offer
  }
}
