// Copies a workspace into one dated zip, also while an Earshot writes to it, and opens the zip again before it gets its
// name: a file that is named like a backup is one. It takes no lock and changes nothing but the folder of backups.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { slug } from '../../../shared/text/slug.ts';
import { makeFolderDurably, removeQuietly, renameStubbornly } from '../storage/durable-write.ts';
import { type FileSystem, nodeFileSystem } from '../storage/fs-port.ts';
import { readHeader, scanRecords } from '../storage/log-format.ts';
import { isCode, storageError } from '../storage/storage-error.ts';
import { readManifest } from '../workspace/manifest.ts';
import { checkFiles } from './check-workspace.ts';
import type { WorkspaceReport } from './findings.ts';
import { refusePath, sameFileKey } from './portable-path.ts';
import { folderFiles, type WorkspaceFile, type WorkspaceFiles } from './workspace-files.ts';
import { openZip } from './zip-archive.ts';
import { openZipWriter, type ZipWriter } from './zip-writer.ts';

export interface BackUpOptions {
  /** Where the zip is put; by default `backups` in the workspace. */
  readonly to?: string;
  readonly now?: () => Date;
  readonly fileSystem?: FileSystem;
}

export interface Backup {
  readonly file: string;
  /** Of the zip. */
  readonly bytes: number;
  /** What is in the zip, read back from it. Damage in it was in the workspace, too. */
  readonly report: WorkspaceReport;
  /** Exports whose names are not possible on every system; all else of a workspace always is. */
  readonly leftOut: readonly string[];
}

const TEMPORARY = /^\.backup-[0-9a-f-]{36}\.tmp$/;
/** A backup at work writes all the time; one that was silent for so long was killed. */
const ABANDONED_MS = 60 * 60 * 1_000;

/**
 * Writes the zip under a new name; no other backup is touched. Rejects with AppError `not-a-workspace`, `disk-full`,
 * `folder-not-usable`, `too-large`, `storage-failed`, or `unreadable-file` when the zip could not be read back; then
 * there is no new file, or, when only its name could not be made to last, a whole one.
 */
export async function backUpWorkspace(folder: string, options: BackUpOptions = {}): Promise<Backup> {
  const { to = join(folder, 'backups'), now = () => new Date(), fileSystem = nodeFileSystem } = options;
  const manifest = await readManifest(folder);
  if (manifest === undefined)
    throw new AppError('not-a-workspace', `${folder} is no Earshot workspace`, { details: { folder } });
  const temporary = join(to, `.backup-${randomUUID()}.tmp`);
  try {
    await makeFolderDurably(fileSystem, to);
    await removeAbandoned(fileSystem, to, now());
    const { copied, leftOut } = await copyInto(fileSystem, folderFiles(folder), temporary, now());
    const { report, bytes } = await readBack(temporary, copied);
    const name = `${slug(report.name ?? manifest.name) || 'workspace'}-${localDate(now())}`;
    const file = await giveName(fileSystem, temporary, to, name);
    return { file, bytes, report, leftOut };
  } catch (error) {
    await removeQuietly(fileSystem, temporary);
    if (isCode(error, 'ENOTDIR', 'EEXIST', 'EACCES', 'EPERM', 'EROFS'))
      throw new AppError('folder-not-usable', `no backup can be written into ${to}`, {
        cause: error,
        details: { to },
      });
    throw storageError(error, 'the backup could not be written', { to });
  }
}

async function copyInto(
  fileSystem: FileSystem,
  files: WorkspaceFiles,
  temporary: string,
  modified: Date,
): Promise<{ readonly copied: readonly string[]; readonly leftOut: readonly string[] }> {
  const zip = await openZipWriter(fileSystem, temporary, modified);
  const copied = new Map<string, string>();
  const leftOut: string[] = [];
  try {
    // The index, then the documents, then the originals: each was written after what it refers to, so a copy in this
    // order never refers to something that is not in it.
    for (const part of ['index', 'documents', 'rest'] as const) {
      for (const file of (await files.list()).filter((one) => orderOf(one) === part)) {
        const key = sameFileKey(file.path);
        if (refusePath(file.path) !== null || copied.has(key)) leftOut.push(file.path);
        else if (await copyOne(zip, files, file)) copied.set(key, file.path);
      }
    }
    await zip.finish();
  } finally {
    await zip.close();
  }
  return { copied: [...copied.values()], leftOut };
}

function orderOf({ path, part }: WorkspaceFile): 'index' | 'documents' | 'rest' {
  if (path.startsWith('documents/workspace.ylog') || part === 'manifest') return 'index';
  return path.startsWith('documents/') ? 'documents' : 'rest';
}

/** False when the file went away since it was listed. */
async function copyOne(
  zip: ZipWriter,
  files: WorkspaceFiles,
  { path, part }: WorkspaceFile,
): Promise<boolean> {
  if (part === 'original') {
    await zip.add(path, files.stream(path));
    return true;
  }
  if (part === 'export') return await copyExport(zip, files, path);
  const bytes = await files.read(path);
  if (bytes === undefined) return false;
  await zip.add(path, [part === 'log' ? wholeRecords(bytes) : bytes]);
  return true;
}

/** Exports come and go: the first piece is there before the zip has an entry for it. */
async function copyExport(zip: ZipWriter, files: WorkspaceFiles, path: string): Promise<boolean> {
  const pieces = files.stream(path)[Symbol.asyncIterator]();
  let first: IteratorResult<Uint8Array>;
  try {
    first = await pieces.next();
  } catch (error) {
    if (error instanceof AppError && isCode(error.cause, 'ENOENT')) return false;
    throw error;
  }
  await zip.add(
    path,
    (async function* () {
      for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
    })(),
  );
  return true;
}

/** Without a record that is being written at this moment. Damaged logs are copied as they are: they may be mended. */
function wholeRecords(bytes: Uint8Array): Uint8Array {
  if (readHeader(bytes).kind !== 'readable') return bytes;
  const { tail, goodBytes } = scanRecords(bytes);
  return tail === 'unfinished' ? bytes.subarray(0, goodBytes) : bytes;
}

/** Every byte of every entry, and then what they mean. */
async function readBack(
  file: string,
  copied: readonly string[],
): Promise<{ readonly report: WorkspaceReport; readonly bytes: number }> {
  const zip = await openZip(file);
  try {
    const paths = new Set(zip.entries.map((entry) => entry.path));
    if (paths.size !== copied.length || !copied.every((path) => paths.has(path)))
      throw new AppError('unreadable-file', 'the backup does not hold what was copied into it');
    for (const { path } of zip.entries) for await (const _ of zip.stream(path));
    return { report: await checkFiles(zip, false), bytes: zip.bytes };
  } finally {
    await zip.close();
  }
}

/** A free name, taken in a way that never replaces another backup. */
async function giveName(
  fileSystem: FileSystem,
  temporary: string,
  to: string,
  name: string,
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const file = join(to, count === 1 ? `${name}.zip` : `${name}-${count}.zip`);
    if ((await fileSystem.facts(file)) !== undefined) continue;
    try {
      await fileSystem.link(temporary, file);
      await removeQuietly(fileSystem, temporary);
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue; // another backup took the name since
      if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL')) throw error;
      // A drive without links, such as FAT: the look before has to do.
      await renameStubbornly(fileSystem, temporary, file);
    }
    await fileSystem.syncFolder(to);
    return file;
  }
}

async function removeAbandoned(fileSystem: FileSystem, to: string, now: Date): Promise<void> {
  for (const name of await fileSystem.list(to)) {
    if (!TEMPORARY.test(name)) continue;
    const facts = await fileSystem.facts(join(to, name));
    if (facts && now.getTime() - facts.modifiedMs > ABANDONED_MS)
      await removeQuietly(fileSystem, join(to, name));
  }
}

function localDate(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
