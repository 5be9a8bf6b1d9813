// Vectors kept between runs, one file for each interview, so that only new interviews and changed texts are encoded.
// Everything in it can be computed again: a torn, foreign or missing file is an empty one.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';

/** Vectors by key, see `vectorKey`. */
export type Vectors = Map<string, Float32Array>;

const MAGIC = Buffer.from('EARSHOT-VECTORS1');
const KEY_BYTES = 32;
const SUM_BYTES = 32;
/** Magic, count, dimensions. */
const HEADER_BYTES = MAGIC.length + 8;

/** SHA-256 of model and text, hex. */
export function vectorKey(modelId: string, text: string): string {
  return createHash('sha256').update(modelId).update('\0').update(text).digest('hex');
}

/** The vectors of a shelf (an interview's id, or "labels"); empty when there is no sound file. */
export async function readVectors(cacheFolder: string, shelf: string): Promise<Vectors> {
  let bytes: Buffer;
  try {
    bytes = await readFile(shelfFile(cacheFolder, shelf));
  } catch {
    // Not there, not readable: either way there is nothing to reuse, and writing will tell what is wrong.
    return new Map();
  }
  return decode(bytes) ?? new Map();
}

/** Replaces the shelf's file as a whole: after a crash either the old or the new one is there. */
export async function writeVectors(cacheFolder: string, shelf: string, vectors: Vectors): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const file = shelfFile(cacheFolder, shelf);
  const fresh = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(fresh, encode(vectors));
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Tells whether a shelf's file is the one that it was before; "none" when nothing is kept there. */
export async function vectorsStamp(cacheFolder: string | null, shelf: string): Promise<string> {
  if (cacheFolder === null) return 'none';
  try {
    const { size, mtimeMs, ino } = await stat(shelfFile(cacheFolder, shelf));
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    // As in reading: what cannot be looked at is not there.
    return 'none';
  }
}

function shelfFile(cacheFolder: string, shelf: string): string {
  return join(cacheFolder, `${createHash('sha256').update(shelf).digest('hex').slice(0, 32)}.vectors`);
}

/** Header, all keys, all vectors (32-bit floats, little-endian), SHA-256 of everything before. */
function encode(vectors: Vectors): Buffer {
  const dimensions = vectors.values().next().value?.length ?? 0;
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(vectors.size, MAGIC.length);
  header.writeUInt32LE(dimensions, MAGIC.length + 4);
  const keys = Buffer.from([...vectors.keys()].join(''), 'hex');
  const floats = new Float32Array(vectors.size * dimensions);
  let row = 0;
  for (const vector of vectors.values()) floats.set(vector, dimensions * row++);
  const body = Buffer.concat([header, keys, littleEndian(Buffer.from(floats.buffer))]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

function decode(bytes: Buffer): Vectors | undefined {
  if (bytes.length < HEADER_BYTES + SUM_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    return undefined;
  const body = bytes.subarray(0, bytes.length - SUM_BYTES);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(body.length))) return undefined;
  const count = body.readUInt32LE(MAGIC.length);
  const dimensions = body.readUInt32LE(MAGIC.length + 4);
  const vectorsAt = HEADER_BYTES + count * KEY_BYTES;
  if (body.length !== vectorsAt + count * dimensions * 4) return undefined;
  // Copied, because floats must begin at a multiple of 4.
  const floats = new Float32Array(new Uint8Array(littleEndian(body.subarray(vectorsAt))).buffer);
  const vectors: Vectors = new Map();
  for (let row = 0; row < count; row++) {
    const keyAt = HEADER_BYTES + row * KEY_BYTES;
    const key = body.subarray(keyAt, keyAt + KEY_BYTES).toString('hex');
    vectors.set(key, floats.slice(row * dimensions, (row + 1) * dimensions));
  }
  return vectors;
}

/** The machine's own floats as little-endian ones, or back. */
function littleEndian(bytes: Buffer): Buffer {
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}
