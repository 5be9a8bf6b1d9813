// The encoder itself: a sentence encoder on the CPU, from a local folder. The only file that knows transformers.js;
// it must never reach the network.
import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers';
import { AppError } from '../../shared/errors.ts';
import type { Encoder } from '../../shared/extraction/encoder.ts';

export interface LocalEncoder extends Encoder {
  close(): Promise<void>;
}

export interface EncoderOptions {
  readonly threads?: number;
}

/** Throws AppError('engine-failed') when the files are there but cannot be loaded. */
export async function openEncoder(
  modelFolder: string,
  { threads = 1 }: EncoderOptions = {},
): Promise<LocalEncoder> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(resolve(modelFolder));
  // Its default lies inside the package, which is read-only once packaged. Nothing is ever written there.
  env.cacheDir = tmpdir();
  const run = await load(basename(resolve(modelFolder)), threads);
  return {
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      // One text at a time: int8 activations are scaled over a whole batch, so vectors would depend on their neighbours.
      for (const text of texts) {
        if (signal?.aborted) throw new AppError('cancelled', 'Encoding was cancelled.');
        vectors.push(await embedOne(run, text));
      }
      return vectors;
    },
    async close() {
      await run.dispose();
    },
  };
}

async function load(model: string, threads: number): Promise<FeatureExtractionPipeline> {
  try {
    return await pipeline('feature-extraction', model, {
      dtype: 'q8',
      device: 'cpu',
      local_files_only: true,
      session_options: {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        // Without it, processors that lack VNNI (most before 2019) saturate int8 products and give other vectors:
        // probabilities differ by up to .08, need F1 by .07. With it all processors agree, at the same speed.
        extra: { session: { x64quantprecision: '1' } },
      },
    });
  } catch (cause) {
    throw new AppError('engine-failed', 'The encoder cannot be loaded from its folder.', { cause });
  }
}

async function embedOne(run: FeatureExtractionPipeline, text: string): Promise<Float32Array> {
  const tensor = await run(text, { pooling: 'mean', normalize: true });
  const vector = Float32Array.from(tensor.data, Number);
  tensor.dispose();
  return vector;
}
