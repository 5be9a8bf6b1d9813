// Whole files that are either the old one or the new one, after a crash, a power cut or a full disk alike.
// The one place that knows the order of write, fsync and rename; it knows no format.
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileSystem, OpenFile } from './fs-port.ts';
import { isCode } from './storage-error.ts';

const RENAME_ATTEMPTS = 10;
const RENAME_PAUSE_MS = 30;

/**
 * Writes all of `bytes` at `position`. The system may write fewer bytes than asked without an error, when a disk
 * runs full above all; then the next call tells why.
 */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written), position + written);
    if (count === 0) throw new Error('the disk took no bytes and gave no reason');
    written += count;
  }
}

export interface DurableWriteOptions {
  /** Rights of the new file, such as 0o600; by default what the process usually gives. */
  readonly mode?: number;
  /** Where the generation before stays, written before the new one takes its place. */
  readonly previous?: string;
  /** Called when the new file has its name, before the folder is synced. */
  readonly onReplaced?: () => void;
}

/**
 * Replaces `file` by `bytes`: when it resolves they are on the disk under that name, when it rejects (with the
 * system's error) the old file is as it was, or the new one whole. Uses `<file>.tmp`, so calls for one file must not
 * overlap.
 */
export async function writeDurably(
  fileSystem: FileSystem,
  file: string,
  bytes: Uint8Array,
  options: DurableWriteOptions = {},
): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    await writeAndSync(fileSystem, temporary, bytes, options.mode);
    if (options.previous !== undefined) await keepGeneration(fileSystem, file, options.previous);
    await renameStubbornly(fileSystem, temporary, file);
  } catch (error) {
    await removeQuietly(fileSystem, temporary);
    throw error;
  }
  options.onReplaced?.();
  await fileSystem.syncFolder(dirname(file));
}

/** Writes a file in full and syncs it, in place of what had the name. It has no place of its own yet: that is the caller's rename. */
export async function writeAndSync(
  fileSystem: FileSystem,
  file: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  // Removed, not emptied: the name may be a leftover, or a link that leads out of the folder.
  await fileSystem.remove(file);
  const handle = await fileSystem.open(file, 'create', mode);
  try {
    await writeFully(handle, bytes, 0);
    await handle.sync();
    const { size } = await handle.facts();
    if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes were written`);
  } finally {
    await handle.close();
  }
}

/**
 * Gives the file as it is now the second name `keptAs`, replacing what had that name; nothing happens when there is
 * no file. A link costs no space; where there are no links the file is copied.
 */
export async function keepGeneration(fileSystem: FileSystem, file: string, keptAs: string): Promise<void> {
  const temporary = `${keptAs}.tmp`;
  await fileSystem.remove(temporary);
  try {
    await linkOrCopy(fileSystem, file, temporary);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  await renameStubbornly(fileSystem, temporary, keptAs);
  // Renaming one name of a file onto another name of the same file does nothing: the first name is left over.
  await removeQuietly(fileSystem, temporary);
}

async function linkOrCopy(fileSystem: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fileSystem.link(from, to);
  } catch (error) {
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EACCES')) throw error;
    await fileSystem.copy(from, to);
    const copy = await fileSystem.open(to, 'existing');
    try {
      await copy.sync();
    } finally {
      await copy.close();
    }
  }
}

/** On Windows a virus scanner or a backup may hold a file for a moment; elsewhere the first attempt decides. */
export async function renameStubbornly(fileSystem: FileSystem, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fileSystem.rename(from, to);
      return;
    } catch (error) {
      if (attempt >= RENAME_ATTEMPTS || !isCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      await wait(RENAME_PAUSE_MS * attempt);
    }
  }
}

/** Creates a folder and the ones above it, and waits until the folder's own name is on the disk. */
export async function makeFolderDurably(fileSystem: FileSystem, folder: string): Promise<void> {
  if ((await fileSystem.facts(folder)) !== undefined) return;
  await fileSystem.makeFolder(folder);
  await fileSystem.syncFolder(dirname(folder));
}

/** A name beside `file` for bytes that are set aside: `<file>.<why>-<time>`, free at the moment of asking. */
export async function nameAside(
  fileSystem: FileSystem,
  file: string,
  why: string,
  now: Date,
): Promise<string> {
  const stamp = now.toISOString().replace(/[-:.]/g, '');
  let name = `${file}.${why}-${stamp}`;
  for (let count = 2; (await fileSystem.facts(name)) !== undefined; count++)
    name = `${file}.${why}-${stamp}-${count}`;
  return name;
}

/** For leftovers only: that one cannot be deleted changes nothing about what is stored. */
export async function removeQuietly(fileSystem: FileSystem, file: string): Promise<void> {
  await fileSystem.remove(file).catch(() => undefined);
}
