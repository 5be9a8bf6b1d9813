// The files of a workspace to read, wherever they are: in its folder, or in a zip. Reading changes nothing and takes no
// lock. It knows no format.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { nodeFileSystem } from '../storage/fs-port.ts';
import { isCode, storageError } from '../storage/storage-error.ts';
import { partOf, type WorkspacePart } from './workspace-parts.ts';

export interface WorkspaceFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly part: WorkspacePart;
  readonly bytes: number;
}

export interface WorkspaceFiles {
  /** The parts of a workspace, sorted by path; whatever else is there is not listed. */
  list(): Promise<readonly WorkspaceFile[]>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The file's bytes in pieces. Fails with AppError, also in the middle. */
  stream(path: string): AsyncIterable<Uint8Array>;
}

const FOLDERS = ['', 'documents', 'originals', 'exports'];

/** Links and devices are passed over: only files that are in the folder itself belong to the workspace. */
export function folderFiles(folder: string): WorkspaceFiles {
  return {
    async list() {
      const files: WorkspaceFile[] = [];
      for (const below of FOLDERS) {
        for (const path of await filesIn(folder, below, below === 'exports')) {
          const part = partOf(path);
          // One that went away since: an old generation, replaced while we look.
          const facts = part && (await nodeFileSystem.facts(join(folder, path)));
          if (part && facts?.kind === 'file') files.push({ path, part, bytes: facts.size });
        }
      }
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(path) {
      try {
        return await nodeFileSystem.readFile(join(folder, path));
      } catch (error) {
        if (isCode(error, 'ENOENT')) return undefined;
        throw unreadable(error, path);
      }
    },
    async *stream(path) {
      try {
        // Without an encoding a stream gives buffers.
        for await (const chunk of createReadStream(join(folder, path))) yield chunk as Uint8Array;
      } catch (error) {
        throw unreadable(error, path);
      }
    },
  };
}

async function filesIn(folder: string, below: string, isDeep: boolean): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    const paths: string[] = [];
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) paths.push(path);
      else if (isDeep && entry.isDirectory()) paths.push(...(await filesIn(folder, path, true)));
    }
    return paths;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw unreadable(error, below);
  }
}

function unreadable(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  return storageError(error, `${path || 'the folder'} cannot be read`, { path });
}
