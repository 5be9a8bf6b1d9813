// An encoder that computes each text once. It decides what to keep; how vectors lie on the disk is vector-cache.ts.
import type { Encoder } from '../../shared/extraction/encoder.ts';
import { readVectors, type Vectors, vectorKey, writeVectors } from './vector-cache.ts';

export interface CachedEncoder extends Encoder {
  /** Texts that went through the encoder since it was opened, and those that did not have to. */
  readonly counts: { readonly computed: number; readonly fromCache: number; readonly computingMs: number };
  /** How many of the texts would have to be computed. */
  countUnknown(texts: readonly string[], shelf: string): Promise<number>;
  /** Writes what is new. `isComplete` drops vectors that were not asked for: a finished run has asked for all it needs. */
  save(isComplete: boolean): Promise<void>;
}

interface Shelf {
  readonly vectors: Vectors;
  readonly used: Set<string>;
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

  async function open(name: string): Promise<Shelf> {
    const known = shelves.get(name);
    if (known) return known;
    const vectors: Vectors = cacheFolder === null ? new Map() : await readVectors(cacheFolder, name);
    const shelf = { vectors, used: new Set<string>(), isChanged: false };
    shelves.set(name, shelf);
    return shelf;
  }

  async function compute(text: string, signal: Parameters<Encoder['embed']>[1]): Promise<Float32Array> {
    const startedAt = now();
    const [vector] = await encoder.embed([text], signal);
    if (!vector) throw new Error('the encoder gave no vector');
    counts.computed++;
    counts.computingMs += now() - startedAt;
    return vector;
  }

  return {
    counts,
    async embed(texts, signal, name = '') {
      const shelf = await open(name);
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const key = vectorKey(modelId, text);
        let vector = shelf.vectors.get(key);
        if (vector) counts.fromCache++;
        else {
          vector = await compute(text, signal);
          shelf.vectors.set(key, vector);
          shelf.isChanged = true;
        }
        shelf.used.add(key);
        vectors.push(vector);
      }
      return vectors;
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
