// A model folder: which files it must hold, its heads, and an id that follows from what determines its vectors.
// Everything that depends on the encoder follows from this folder, so that a better one only has to be put in its place.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { Heads } from '../../shared/extraction/heads.ts';

export interface ModelFolder {
  readonly folder: string;
  /** 32 hex digits; equal ids give equal vectors. */
  readonly id: string;
  readonly heads: Heads;
}

const HEADS = 'heads.json';
/** A tokenizer of a quarter of a million words is a tenth of it; JSON takes several times its size when it is read. */
const MOST_TEXT_BYTES = 100_000_000;
/** Of what can be read in one piece. */
const MOST_BYTES = 2_000_000_000;
/** What a vector depends on besides the text. The heads are not of them: they only read vectors. */
const ENCODER_FILES = ['config.json', 'onnx/model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json'];
/** Changes when the same files would give other vectors: pooling, precision mode, the runtime's major version. */
const RECIPE = 'transformers.js 4, q8 exact, mean pooling, unit length, one text at a time';

const read = new Map<string, { readonly stamp: string; readonly model: ModelFolder }>();

/**
 * Reads and hashes the files only when one of them has changed since the last time: some tens of megabytes are not for
 * every sentence. Throws AppError('model-missing') naming the file that is not there, 'engine-failed' when the heads
 * make no sense.
 */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const stamp = await stampOf(folder);
  const known = read.get(folder);
  if (stamp !== null && known?.stamp === stamp) return known.model;
  const model = await readFiles(folder);
  if (stamp !== null) read.set(folder, { stamp, model });
  return model;
}

/** Differs when any file was written or replaced, also by one of the same size and date; null when one is not there. */
async function stampOf(folder: string): Promise<string | null> {
  try {
    const files = await Promise.all([...ENCODER_FILES, HEADS].map((file) => stat(join(folder, file))));
    return files.map(({ size, mtimeMs, ctimeMs, ino }) => `${size} ${mtimeMs} ${ctimeMs} ${ino}`).join();
  } catch {
    return null; // reading it says which file is not there
  }
}

async function readFiles(folder: string): Promise<ModelFolder> {
  const hash = createHash('sha256').update(RECIPE);
  for (const file of ENCODER_FILES) {
    const bytes = await readModelFile(folder, file);
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  const heads = Heads.safeParse(parseJson(await readModelFile(folder, HEADS)));
  if (!heads.success) {
    const at = heads.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('engine-failed', `The model's ${HEADS} cannot be used (${at || 'not an object'}).`);
  }
  return { folder, id: hash.digest('hex').slice(0, 32), heads: heads.data };
}

async function readModelFile(folder: string, file: string): Promise<Buffer> {
  const { size } = await stat(join(folder, file)).catch(() => ({ size: 0 }));
  if (size > (file.endsWith('.onnx') ? MOST_BYTES : MOST_TEXT_BYTES))
    throw new AppError('engine-failed', `The model's ${file} is too large to be one.`, { details: { file } });
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw new AppError('model-missing', `The model folder has no readable ${file}.`, {
      cause,
      details: { file },
    });
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new AppError('engine-failed', `The model's ${HEADS} is not JSON.`, { cause });
  }
}
