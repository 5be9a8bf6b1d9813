// The few file operations that storage is built from, as a port, so that a test can make any one of them fail.
// It adds no policy: durability, retries and names of errors are decided by its callers.
import type { FileHandle } from 'node:fs/promises';
import * as disk from 'node:fs/promises';
import { isCode } from './storage-error.ts';

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** In bytes. */
  readonly size: number;
  readonly modifiedMs: number;
  /** How many names the file has; 0 once it was deleted while open. Some network drives always say 0. */
  readonly linkCount: number;
  /** The same for two names of one file. */
  readonly fileId: number;
}

export interface OpenFile {
  /** Writes at `position` and answers how many bytes were written, which may be fewer than were given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Contents and size are on the disk when it resolves. */
  datasync(): Promise<void>;
  /** As `datasync`, with times and rights. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Sets the time of the last change to now, by this computer's clock. */
  touch(): Promise<void>;
  facts(): Promise<FileFacts>;
  close(): Promise<void>;
}

/** `create` fails with EEXIST when the name is taken, `existing` fails with ENOENT when it is not. */
export type OpenHow = 'existing' | 'create';

export interface FileSystem {
  open(file: string, how: OpenHow, mode?: number): Promise<OpenFile>;
  readFile(file: string): Promise<Uint8Array>;
  /** Of the name itself, links are not followed; undefined when nothing has this name. */
  facts(path: string): Promise<FileFacts | undefined>;
  /** The names in a folder; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same file; fails with EEXIST when the name is taken. */
  link(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Deletes a file; nothing happens when it is not there. */
  remove(file: string): Promise<void>;
  setMode(file: string, mode: number): Promise<void>;
  makeFolder(folder: string): Promise<void>;
  /** New, renamed and deleted names in the folder are on the disk when it resolves. */
  syncFolder(folder: string): Promise<void>;
}

/** The real disk. Every operation rejects with Node's own error. */
export const nodeFileSystem: FileSystem = {
  async open(file, how, mode) {
    return openFile(await disk.open(file, how === 'create' ? 'wx+' : 'r+', mode));
  },
  async readFile(file) {
    const buffer = await disk.readFile(file);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  },
  async facts(path) {
    try {
      return toFacts(await disk.lstat(path));
    } catch (error) {
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  },
  async list(folder) {
    try {
      return await disk.readdir(folder);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    }
  },
  rename: (from, to) => disk.rename(from, to),
  link: (from, to) => disk.link(from, to),
  copy: (from, to) => disk.copyFile(from, to),
  remove: (file) => disk.rm(file, { force: true }),
  setMode: (file, mode) => disk.chmod(file, mode),
  async makeFolder(folder) {
    await disk.mkdir(folder, { recursive: true });
  },
  async syncFolder(folder) {
    // Windows has no such operation: a folder cannot be opened there, and NTFS journals its names by itself.
    if (process.platform === 'win32') return;
    const handle = await disk.open(folder, 'r');
    try {
      await handle.sync();
    } catch (error) {
      // Some network and FUSE drives know no fsync of folders; nothing more can be done on them.
      if (!isCode(error, 'EINVAL', 'ENOTSUP', 'ENOSYS')) throw error;
    } finally {
      await handle.close();
    }
  },
};

function openFile(handle: FileHandle): OpenFile {
  return {
    async write(bytes, position) {
      return (await handle.write(bytes, 0, bytes.length, position)).bytesWritten;
    },
    datasync: () => handle.datasync(),
    sync: () => handle.sync(),
    truncate: (size) => handle.truncate(size),
    async touch() {
      const now = new Date();
      await handle.utimes(now, now);
    },
    async facts() {
      return toFacts(await handle.stat());
    },
    close: () => handle.close(),
  };
}

function toFacts(stats: Awaited<ReturnType<typeof disk.lstat>>): FileFacts {
  const kind = stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : 'other';
  return {
    kind,
    size: Number(stats.size),
    modifiedMs: Number(stats.mtimeMs),
    linkCount: Number(stats.nlink),
    fileId: Number(stats.ino),
  };
}
