// An encoder that computes each text once. It decides what to keep; how vectors lie on the disk is vector-cache.ts.
import type { Encoder } from '../../shared/extraction/encoder.ts';
import { readVectors, type Vectors, vectorKey, writeVectors } from './vector-cache.ts';

export interface CachedEncoder extends Encoder {
  /**
   * Texts that went through the encoder since it was opened, and those that did not have to; `computingMs` is how long
   * it was busy, with however many at once.
   */
  readonly counts: { readonly computed: number; readonly fromCache: number; readonly computingMs: number };
  /** How many of the texts would have to be computed. */
  countUnknown(texts: readonly string[], shelf: string): Promise<number>;
  /** Writes what is new. `isComplete` drops vectors that were not asked for: a finished run has asked for all it needs. */
  save(isComplete: boolean): Promise<void>;
}

type Signal = Parameters<Encoder['embed']>[1];

interface Shelf {
  readonly vectors: Vectors;
  readonly used: Set<string>;
  /** What is being computed: a text that is asked for twice is computed once. */
  readonly coming: Map<string, Promise<Float32Array>>;
  isChanged: boolean;
}

/** With `cacheFolder` null vectors are kept for this run only. */
export function createCachedEncoder(
  encoder: Encoder,
  modelId: string,
  cacheFolder: string | null,
  now: () => number = () => performance.now(),
): CachedEncoder {
  const shelves = new Map<string, Shelf>();
  const counts = { computed: 0, fromCache: 0, computingMs: 0 };
  let underWay = 0;
  let countedAt = 0;

  async function open(name: string): Promise<Shelf> {
    const known = shelves.get(name);
    if (known) return known;
    const vectors: Vectors = cacheFolder === null ? new Map() : await readVectors(cacheFolder, name);
    const shelf = { vectors, used: new Set<string>(), coming: new Map(), isChanged: false };
    shelves.set(name, shelf);
    return shelf;
  }

  function countTime(change: number): void {
    const at = now();
    if (underWay > 0) counts.computingMs += at - countedAt;
    countedAt = at;
    underWay += change;
  }

  /** Kept as soon as it is there: whoever stops between two texts loses neither. */
  async function compute(text: string, key: string, shelf: Shelf, signal: Signal): Promise<Float32Array> {
    countTime(1);
    try {
      const [vector] = await encoder.embed([text], signal);
      if (!vector) throw new Error('the encoder gave no vector');
      counts.computed++;
      shelf.vectors.set(key, vector);
      shelf.isChanged = true;
      return vector;
    } finally {
      shelf.coming.delete(key);
      countTime(-1);
    }
  }

  return {
    counts,
    async embed(texts, signal, name = '') {
      const shelf = await open(name);
      const vectors = texts.map((text) => {
        const key = vectorKey(modelId, text);
        shelf.used.add(key);
        const known = shelf.vectors.get(key) ?? shelf.coming.get(key);
        if (known !== undefined) {
          counts.fromCache++;
          return known;
        }
        const vector = compute(text, key, shelf, signal);
        shelf.coming.set(key, vector);
        return vector;
      });
      return Promise.all(vectors);
    },
    async countUnknown(texts, name) {
      const { vectors } = await open(name);
      return texts.filter((text) => !vectors.has(vectorKey(modelId, text))).length;
    },
    async save(isComplete) {
      if (cacheFolder === null) return;
      for (const [name, shelf] of shelves) {
        if (!shelf.isChanged) continue;
        const kept = isComplete
          ? new Map([...shelf.vectors].filter(([key]) => shelf.used.has(key)))
          : shelf.vectors;
        await writeVectors(cacheFolder, name, kept);
        shelf.isChanged = false;
      }
    },
  };
}
