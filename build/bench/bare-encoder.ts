// The peer of the engine: transformers.js called in a loop, with the same model and options and nothing around it.
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import type { Encoder } from '../../shared/extraction/encoder.ts';

export interface BareEncoder extends Encoder {
  /** Texts that went through it, and the milliseconds they took. */
  readonly texts: number;
  readonly ms: number;
  close(): Promise<void>;
}

export async function openBareEncoder(modelFolder: string): Promise<BareEncoder> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(modelFolder);
  env.cacheDir = tmpdir();
  const run = await pipeline('feature-extraction', basename(modelFolder), {
    dtype: 'q8',
    device: 'cpu',
    local_files_only: true,
    session_options: {
      intraOpNumThreads: 2,
      interOpNumThreads: 1,
      extra: { session: { x64quantprecision: '1' } },
    },
  });
  let count = 0;
  let ms = 0;
  return {
    get texts() {
      return count;
    },
    get ms() {
      return ms;
    },
    async embed(texts) {
      const startedAt = performance.now();
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const tensor = await run(text, { pooling: 'mean', normalize: true });
        vectors.push(Float32Array.from(tensor.data, Number));
      }
      ms += performance.now() - startedAt;
      count += texts.length;
      return vectors;
    },
    close: async () => {
      await run.dispose();
    },
  };
}
