// Gives out the built page, and nothing else: no other folder, no hidden file, nothing that a link leads out to.
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface PageFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** True for files whose name holds their hash: the same name is always the same bytes. */
  readonly isImmutable: boolean;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The file under a URL's path, or undefined when there is none to give out.
 * @param path as it stands in the URL, with its percent signs; `/` is index.html
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | undefined> {
  const name = safeName(path);
  if (name === undefined) return undefined;
  try {
    // Links are followed first: what counts is where the file really lies.
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return undefined;
    return {
      bytes: await readFile(file),
      contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      isImmutable: name.startsWith('assets/'),
    };
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

/** Names of plain files and folders only; nothing that begins with a dot, and no separator but `/`. */
function safeName(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined; // percent signs that are no encoding
  }
  if (decoded === '/') return 'index.html';
  const parts = decoded.replace(/^\//, '').split('/');
  return parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part)) ? parts.join('/') : undefined;
}

function isNotThere(error: unknown): boolean {
  const codes: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}
