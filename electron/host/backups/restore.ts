// Unpacks a backup into a folder of its own and checks what came out. Never over anything that is there, never a file
// outside of that folder; `earshot.json` comes last, so that a restore that was cut off is no workspace.
import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { removeQuietly, writeFully } from '../storage/durable-write.ts';
import { type FileSystem, nodeFileSystem } from '../storage/fs-port.ts';
import { isCode, storageError } from '../storage/storage-error.ts';
import { Manifest } from '../workspace/manifest.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { WorkspaceReport } from './findings.ts';
import { partOf } from './workspace-parts.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';
import type { ZipLimits } from './zip-directory.ts';

export interface RestoreOptions {
  readonly fileSystem?: FileSystem;
  readonly limits?: ZipLimits;
}

export interface Restored {
  readonly folder: string;
  /** Of the restored folder. */
  readonly report: WorkspaceReport;
  /** Files of the zip that belong to no workspace, or that Earshot makes anew. */
  readonly passedOver: readonly string[];
}

const READ_ONLY = 0o444;
/** What a file manager leaves in a folder that looks empty to a person. */
const NOT_SEEN = ['.DS_Store', 'desktop.ini'];

/**
 * Restores `zipFile` into `to`, which must be new or empty. Rejects with AppError `not-found`, `unreadable-file` and
 * `too-large` for a zip that is refused, `not-a-workspace` for one that is no backup, `folder-not-usable`, `disk-full`
 * or `storage-failed`; then nothing of it is left in `to`.
 */
export async function restoreWorkspace(
  zipFile: string,
  to: string,
  options: RestoreOptions = {},
): Promise<Restored> {
  const { fileSystem = nodeFileSystem, limits } = options;
  const zip = await openZip(zipFile, limits);
  try {
    const manifest = await readManifestOf(zip);
    const isNew = await requireEmpty(fileSystem, to);
    await unpack(fileSystem, zip, to, isNew, manifest);
  } finally {
    await zip.close();
  }
  return {
    folder: to,
    report: await checkWorkspace(to),
    passedOver: passedOver(zip),
  };
}

async function readManifestOf(zip: ZipArchive): Promise<Uint8Array> {
  const isSmall = zip.entries.some((entry) => entry.path === 'earshot.json' && entry.bytes <= 65_536);
  const bytes = isSmall ? await zip.read('earshot.json') : undefined;
  if (bytes === undefined || !isManifest(bytes))
    throw new AppError(
      'not-a-workspace',
      'the zip is no backup of Earshot: it holds no earshot.json of a workspace',
    );
  return bytes;
}

function isManifest(bytes: Uint8Array): boolean {
  try {
    return Manifest.safeParse(JSON.parse(new TextDecoder().decode(bytes))).success;
  } catch {
    return false; // no JSON, so no manifest
  }
}

/** True when there is no such folder yet. */
async function requireEmpty(fileSystem: FileSystem, to: string): Promise<boolean> {
  try {
    if ((await fileSystem.facts(to)) === undefined) return true;
    const names = (await fileSystem.list(to)).filter((name) => !NOT_SEEN.includes(name));
    if (names.length === 0) return false;
  } catch (cause) {
    throw new AppError('folder-not-usable', `${to} is no folder that can be used`, {
      cause,
      details: { to },
    });
  }
  throw new AppError('folder-not-usable', `${to} is not empty; a backup is restored into a new folder only`, {
    details: { to, reason: 'not-empty' },
  });
}

async function unpack(
  fileSystem: FileSystem,
  zip: ZipArchive,
  to: string,
  isNew: boolean,
  manifest: Uint8Array,
): Promise<void> {
  const folders: string[] = [];
  const files: string[] = [];
  const makeFolder = async (folder: string): Promise<void> => {
    if (folders.includes(folder) || (folder === to && !isNew)) return;
    if (folder !== to) await makeFolder(dirname(folder));
    folders.push(folder);
    await fileSystem.makeFolder(folder);
  };
  const write = async (
    path: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> => {
    const file = join(to, path);
    await makeFolder(dirname(file));
    files.push(file);
    await writeNew(fileSystem, file, chunks);
    if (partOf(path) === 'original') await fileSystem.setMode(file, READ_ONLY);
  };
  try {
    await makeFolder(to);
    for (const { path, part } of await zip.list())
      if (part !== 'manifest') await write(path, zip.stream(path));
    // Those that are passed over, too: a part of the workspace whose name in the zip was damaged would be one of them.
    for (const path of passedOver(zip)) for await (const _ of zip.stream(path));
    for (const folder of folders) await fileSystem.syncFolder(folder);
    await write('earshot.json', [manifest]);
    await fileSystem.syncFolder(to);
    await fileSystem.syncFolder(dirname(to));
  } catch (error) {
    for (const file of files) await removeQuietly(fileSystem, file);
    for (const folder of folders.toReversed()) await rmdir(folder).catch(() => undefined); // not ours alone any more
    if (isCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'))
      throw new AppError('folder-not-usable', `${to} cannot be written`, { cause: error, details: { to } });
    throw storageError(error, 'the backup could not be restored', { to });
  }
}

function passedOver(zip: ZipArchive): string[] {
  return zip.entries.map((entry) => entry.path).filter((path) => partOf(path) === null);
}

async function writeNew(
  fileSystem: FileSystem,
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const handle = await fileSystem.open(file, 'create');
  try {
    let at = 0;
    for await (const chunk of chunks) {
      await writeFully(handle, chunk, at);
      at += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
