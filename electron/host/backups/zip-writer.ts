// Writes a zip piece by piece into a file that is new, so that its size does not matter to the memory. How the file gets
// its lasting name is for the caller to decide.
import { Zip, ZipDeflate } from 'fflate';
import { AppError } from '../../../shared/errors.ts';
import { writeFully } from '../storage/durable-write.ts';
import type { FileSystem } from '../storage/fs-port.ts';

/** Offsets in the format have 32 bits, and fflate writes no other; a little less, so that the directory fits, too. */
const MAX_ZIP_BYTES = 0xffff_ffff - 64 * 2 ** 20;
const MAX_ENTRIES = 0xffff - 1;
const PIECE_BYTES = 1024 * 1024;
/** Words pack nearly as small as at the highest level, in a third of the time. */
const LEVEL = 4;

export interface ZipWriter {
  /** Rejects with AppError `too-large`, the system's error, or what `chunks` throws; the zip is of no use then. */
  add(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Everything is on the disk when it resolves, under the name that was given. */
  finish(): Promise<void>;
  /** Frees the file. May be called after `finish`, and twice. */
  close(): Promise<void>;
}

/** Creates `file`, which must not exist. `modified` is the time that every entry gets. */
export async function openZipWriter(
  fileSystem: FileSystem,
  file: string,
  modified: Date,
): Promise<ZipWriter> {
  const handle = await fileSystem.open(file, 'create');
  let waiting: Uint8Array[] = [];
  let written = 0;
  let entries = 0;
  let isClosed = false;
  const zip = new Zip((error, chunk) => {
    if (error) throw error; // a call out of order, so a bug
    waiting.push(chunk);
  });

  async function flush(): Promise<void> {
    const chunks = waiting;
    waiting = [];
    for (const chunk of chunks) {
      if (written + chunk.length > MAX_ZIP_BYTES)
        throw new AppError('too-large', 'the backup would be larger than 4 GB, which its format cannot hold');
      await writeFully(handle, chunk, written);
      written += chunk.length;
    }
  }

  return {
    async add(path, chunks) {
      entries += 1;
      if (entries > MAX_ENTRIES) throw new AppError('too-large', 'a backup holds at most 65,534 files');
      const entry = new ZipDeflate(path, { level: LEVEL });
      entry.mtime = modified;
      zip.add(entry);
      let bytes = 0;
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > MAX_ZIP_BYTES) throw new AppError('too-large', `${path} is too large for a backup`);
        for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
          // A copy: fflate keeps what it is given for longer than a stream leaves its buffers alone.
          entry.push(chunk.slice(at, at + PIECE_BYTES));
          await flush();
        }
      }
      entry.push(new Uint8Array(0), true);
      await flush();
    },
    async finish() {
      zip.end();
      await flush();
      await handle.sync();
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await handle.close();
    },
  };
}
