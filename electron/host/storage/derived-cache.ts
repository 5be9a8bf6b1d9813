// What can be computed again: turns, vectors, groups, the search index. The folder may vanish at any moment, so
// nothing here is an error for the caller, and a damaged entry is simply not there.
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { crc32c } from './crc32c.ts';
import { removeQuietly, writeFully } from './durable-write.ts';
import { type FileSystem, nodeFileSystem } from './fs-port.ts';
import { isCode } from './storage-error.ts';

/** `EDC1`, then a CRC-32C u32 little-endian of the key and the payload, then the payload. */
const MAGIC = new TextEncoder().encode('EDC1');
const HEAD_BYTES = 8;
const KEY = /^[a-z0-9-]{1,40}\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/;
const TEMPORARY = /^\.[0-9a-f-]{36}\.tmp$/;

export interface DerivedProblem {
  readonly kind: 'not-read' | 'not-written';
  readonly key: string;
  readonly error: unknown;
}

export interface DerivedCache {
  /** Undefined when there is no entry, or one that is torn, changed or unreadable. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Resolves whether or not the entry could be written; readers see the entry whole or not at all. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** For what is needed no more; resolves whether or not it could be deleted. */
  remove(key: string): Promise<void>;
}

export interface DerivedCacheOptions {
  /** Nothing is written or cleaned up. */
  readonly isReadOnly?: boolean;
  /** Told of what did not work, for the log. */
  readonly onProblem?: (problem: DerivedProblem) => void;
  readonly fileSystem?: FileSystem;
}

/**
 * Opens the cache; the folder need not exist. Keys are `area/name`: an area of a-z, 0-9 and `-`, a name of letters,
 * digits, `.`, `_` and `-` that does not start with a dot. Another key is a bug and throws.
 */
export async function openDerivedCache(
  folder: string,
  options: DerivedCacheOptions = {},
): Promise<DerivedCache> {
  const { isReadOnly = false, onProblem = () => undefined, fileSystem = nodeFileSystem } = options;
  if (!isReadOnly) await removeLeftovers(fileSystem, folder);
  return {
    async read(key) {
      const file = join(folder, checked(key));
      try {
        return unpack(key, await fileSystem.readFile(file));
      } catch (error) {
        if (!isCode(error, 'ENOENT')) onProblem({ kind: 'not-read', key, error });
        return undefined;
      }
    },
    async write(key, bytes) {
      const file = join(folder, checked(key));
      if (isReadOnly) return;
      try {
        await replace(fileSystem, file, pack(key, bytes));
      } catch (error) {
        onProblem({ kind: 'not-written', key, error });
      }
    },
    async remove(key) {
      const file = join(folder, checked(key));
      if (!isReadOnly) await removeQuietly(fileSystem, file);
    },
  };
}

/** Atomic but not synced: after a power cut the checksum tells a torn entry. */
async function replace(fileSystem: FileSystem, file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
  await fileSystem.makeFolder(dirname(file));
  try {
    const handle = await fileSystem.open(temporary, 'create');
    try {
      await writeFully(handle, bytes, 0);
    } finally {
      await handle.close();
    }
    await fileSystem.rename(temporary, file);
  } catch (error) {
    await removeQuietly(fileSystem, temporary);
    throw error;
  }
}

async function removeLeftovers(fileSystem: FileSystem, folder: string): Promise<void> {
  for (const area of await listOrNothing(fileSystem, folder)) {
    for (const name of await listOrNothing(fileSystem, join(folder, area))) {
      if (TEMPORARY.test(name)) await removeQuietly(fileSystem, join(folder, area, name));
    }
  }
}

/** A cache that cannot be listed is one that cannot be cleaned; reading and writing will say so. */
async function listOrNothing(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  return await fileSystem.list(folder).catch(() => []);
}

function pack(key: string, bytes: Uint8Array): Uint8Array {
  const packed = new Uint8Array(HEAD_BYTES + bytes.length);
  packed.set(MAGIC);
  new DataView(packed.buffer).setUint32(4, checksum(key, bytes), true);
  packed.set(bytes, HEAD_BYTES);
  return packed;
}

function unpack(key: string, packed: Uint8Array): Uint8Array | undefined {
  if (packed.length < HEAD_BYTES || MAGIC.some((byte, index) => packed[index] !== byte)) return undefined;
  const bytes = packed.slice(HEAD_BYTES);
  const stored = new DataView(packed.buffer, packed.byteOffset).getUint32(4, true);
  return checksum(key, bytes) === stored ? bytes : undefined;
}

/** With the key, so that on disks that do not tell `a` from `A` one entry is never taken for another. */
function checksum(key: string, bytes: Uint8Array): number {
  return crc32c(bytes, crc32c(new TextEncoder().encode(key)));
}

function checked(key: string): string {
  if (!KEY.test(key)) throw new Error(`not a key of the derived cache: ${key}`);
  return key;
}
