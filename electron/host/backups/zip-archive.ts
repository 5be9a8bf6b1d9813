// A zip on the disk to read from: its entries in pieces, each checked against its size and checksum, and, when it is a
// backup, the workspace's files in it. It never holds a whole entry that nobody asked to hold.
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { isCode, storageError } from '../storage/storage-error.ts';
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts';
import { partOf } from './workspace-parts.ts';
import {
  LOCAL_HEADER_BYTES,
  quoted,
  readLocalHeader,
  readZipDirectory,
  readZipEnd,
  ZIP_END_BYTES,
  type ZipEntry,
  type ZipLimits,
} from './zip-directory.ts';

export interface ZipArchive extends WorkspaceFiles {
  readonly entries: readonly ZipEntry[];
  /** Of the zip itself. */
  readonly bytes: number;
  close(): Promise<void>;
}

/** Rejects with AppError: `not-found`, `unreadable-file`, `too-large`, `storage-failed`. */
export async function openZip(file: string, limits?: ZipLimits): Promise<ZipArchive> {
  const handle = await openFile(file);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new AppError('unreadable-file', `${file} is no file`, { details: { file } });
    const tail = await readAt(
      handle,
      Math.max(0, stats.size - ZIP_END_BYTES),
      Math.min(ZIP_END_BYTES, stats.size),
    );
    const end = readZipEnd(tail, stats.size);
    const directory = await readAt(handle, end.directoryAt, end.directoryBytes);
    return archive(file, handle, readZipDirectory(directory, end, stats.size, limits), stats.size);
  } catch (error) {
    await handle.close();
    throw storageError(error, 'the zip cannot be read', { file });
  }
}

function archive(file: string, handle: FileHandle, entries: readonly ZipEntry[], bytes: number): ZipArchive {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));

  async function* stream(path: string): AsyncIterable<Uint8Array> {
    const entry = byPath.get(path);
    if (entry === undefined) throw new AppError('not-found', `${quoted(path)} is not in the zip`);
    const head = await readAt(handle, entry.at, Math.min(LOCAL_HEADER_BYTES, bytes - entry.at));
    yield* checked(entry, content(file, entry, readLocalHeader(head, entry)));
  }

  return {
    entries,
    bytes,
    async list() {
      return entries
        .flatMap((entry): WorkspaceFile[] => {
          const part = partOf(entry.path);
          return part === null ? [] : [{ path: entry.path, part, bytes: entry.bytes }];
        })
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(path) {
      if (!byPath.has(path)) return undefined;
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream(path)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    stream,
    close: () => handle.close(),
  };
}

async function* content(file: string, entry: ZipEntry, at: number): AsyncIterable<Uint8Array> {
  if (entry.compressedBytes === 0) return;
  const packed = createReadStream(file, { start: at, end: at + entry.compressedBytes - 1 });
  try {
    const source: Readable = entry.isDeflated ? inflated(packed) : packed;
    // Neither has an encoding set, so chunks are buffers.
    for await (const chunk of source) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw damaged(entry);
    throw error;
  } finally {
    packed.destroy();
  }
}

/** Unpacks no further than somebody reads: a bomb that outgrows its declared size is stopped right there. */
function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw();
  packed.once('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

async function* checked(entry: ZipEntry, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw damaged(entry, 'is larger than the zip says');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.bytes || checksum !== entry.crc32) throw damaged(entry);
}

function damaged(entry: ZipEntry, how = 'is damaged'): AppError {
  return new AppError('unreadable-file', `the zip is refused: ${quoted(entry.path)} ${how}`);
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR'))
      throw new AppError('not-found', `there is no ${file}`, { details: { file } });
    throw storageError(error, `${file} cannot be read`, { file });
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) break; // the file became shorter; what is missing is found missing by whoever reads it
    done += bytesRead;
  }
  return bytes;
}
