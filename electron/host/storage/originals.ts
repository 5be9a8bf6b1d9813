// The files that people imported, byte for byte, each under the hash of its content. Written once, never changed;
// what is in them is for the parsers to know.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { OriginalHash } from '../../../shared/ids.ts';
import {
  makeFolderDurably,
  nameAside,
  removeQuietly,
  renameStubbornly,
  writeAndSync,
} from './durable-write.ts';
import { type FileSystem, nodeFileSystem } from './fs-port.ts';
import { isCode, storageError } from './storage-error.ts';

const TEMPORARY = /^\.original-[0-9a-f-]{36}\.tmp$/;
const NAME = /^([0-9a-f]{64})\.([a-z0-9]{1,8})$/;
const READ_ONLY = 0o444;

export interface StoredOriginal {
  /** SHA-256 of the bytes, 64 lower-case hex digits. */
  readonly hash: OriginalHash;
  /** `<hash>.<extension>`, inside the folder. */
  readonly fileName: string;
}

export interface Originals {
  /**
   * Stores the bytes, on the disk when it resolves. `isNew` is false when they were here already, under whatever
   * extension. The extension is a hint for people; of it only a to z and 0 to 9 stay, 8 at most, `bin` if none.
   * Rejects with AppError `disk-full` or `storage-failed`.
   */
  put(bytes: Uint8Array, extension: string): Promise<StoredOriginal & { readonly isNew: boolean }>;
  /**
   * The bytes, checked against their hash. Rejects with AppError `not-found`, or `storage-failed` with
   * `details.actualHash` when the file was changed.
   */
  read(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
  /** Sorted by hash. Files that are no originals are passed over. */
  list(): Promise<readonly StoredOriginal[]>;
}

export interface OriginalsOptions {
  /** Nothing is cleaned up; storing is refused with `workspace-read-only`. */
  readonly isReadOnly?: boolean;
  readonly fileSystem?: FileSystem;
  readonly now?: () => Date;
}

/**
 * Opens the folder of originals, which need not exist yet, and deletes what an interrupted `put` left there.
 * Rejects with AppError `storage-failed`. Only one writer may have the folder open.
 */
export async function openOriginals(folder: string, options: OriginalsOptions = {}): Promise<Originals> {
  const { isReadOnly = false, fileSystem = nodeFileSystem, now = () => new Date() } = options;
  if (!isReadOnly) await removeLeftovers(fileSystem, folder);
  /** One after the other, so that the same bytes given twice at once are new only once. */
  let turn: Promise<unknown> = Promise.resolve();

  async function list(): Promise<readonly StoredOriginal[]> {
    const names = await named(folder, () => fileSystem.list(folder));
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .map((fileName) => ({ hash: OriginalHash.parse(fileName.slice(0, 64)), fileName }));
  }

  /** Where each was found last: a folder of a thousand is not listed anew for each of them. */
  const known = new Map<string, StoredOriginal>();

  async function find(hash: string): Promise<StoredOriginal | undefined> {
    const before = known.get(hash);
    if (before !== undefined && (await isThere(before))) return before;
    known.clear();
    for (const original of (await list()).toReversed()) known.set(original.hash, original);
    return known.get(hash);
  }

  async function isThere({ fileName }: StoredOriginal): Promise<boolean> {
    return (await named(folder, () => fileSystem.facts(join(folder, fileName)))) !== undefined;
  }

  async function store(
    bytes: Uint8Array,
    extension: string,
  ): Promise<StoredOriginal & { readonly isNew: boolean }> {
    const hash = hashOf(bytes);
    const existing = await find(hash);
    if (existing !== undefined) {
      const file = join(folder, existing.fileName);
      if (hashOf(await fileSystem.readFile(file)) === hash) return { ...existing, isNew: false };
      // The file was changed from outside, and the true bytes are here again: the changed ones give way to them.
      await renameStubbornly(fileSystem, file, await nameAside(fileSystem, file, 'damaged', now()));
    }
    const fileName = existing?.fileName ?? `${hash}.${cleanExtension(extension)}`;
    const temporary = join(folder, `.original-${randomUUID()}.tmp`);
    try {
      await makeFolderDurably(fileSystem, folder);
      await writeAndSync(fileSystem, temporary, bytes);
      await fileSystem.setMode(temporary, READ_ONLY);
      await renameStubbornly(fileSystem, temporary, join(folder, fileName));
    } catch (error) {
      await removeQuietly(fileSystem, temporary);
      throw error;
    }
    await fileSystem.syncFolder(folder);
    return { hash, fileName, isNew: existing === undefined };
  }

  return {
    list,
    put(bytes, extension) {
      if (isReadOnly)
        return Promise.reject(new AppError('workspace-read-only', 'originals are open to read'));
      const stored = turn.then(() => named(folder, () => store(bytes, extension)));
      turn = stored.catch(() => undefined); // told to the caller; the next one goes on
      return stored;
    },
    async read(hash) {
      const original = await find(hash);
      if (original === undefined)
        throw new AppError('not-found', 'there is no such original', { details: { hash } });
      const bytes = await named(folder, () => fileSystem.readFile(join(folder, original.fileName)));
      const actualHash = hashOf(bytes);
      if (actualHash === hash) return bytes;
      throw new AppError('storage-failed', 'an original was changed on the disk', {
        details: { fileName: original.fileName, expectedHash: hash, actualHash, bytes: bytes.length },
      });
    },
    async has(hash) {
      return (await find(hash)) !== undefined;
    },
  };
}

async function removeLeftovers(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await named(folder, () => fileSystem.list(folder));
  for (const name of names) if (TEMPORARY.test(name)) await removeQuietly(fileSystem, join(folder, name));
}

function cleanExtension(extension: string): string {
  const clean = extension
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8);
  return clean || 'bin';
}

function hashOf(bytes: Uint8Array): OriginalHash {
  return OriginalHash.parse(createHash('sha256').update(bytes).digest('hex'));
}

async function named<T>(folder: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (isCode(error, 'ENOTDIR'))
      throw new AppError('folder-not-usable', 'this is no folder', { details: { folder } });
    throw storageError(error, 'the originals cannot be reached', { folder });
  }
}
