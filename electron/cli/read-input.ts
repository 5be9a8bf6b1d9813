// Reads the file a command was given, or stdin for `-`. Whatever hinders it is an AppError with the file's name.
import { createReadStream } from 'node:fs';
import { AppError } from '../../shared/errors.ts';

/**
 * The bytes of `path`. Reads one byte more than `maxBytes` at most, so that an endless input is refused by the
 * parser as too large instead of filling the memory.
 */
export async function readInput(path: string, maxBytes: number): Promise<Uint8Array> {
  const source = path === '-' ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      // Neither stream has an encoding set, so chunks are buffers.
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    throw new AppError('unreadable-file', `${path}: ${whyUnreadable(error)}`, { cause: error });
  }
  return Buffer.concat(chunks).subarray(0, maxBytes + 1);
}

function whyUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException; // Streams fail with nothing else.
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file.';
    case 'EISDIR':
      return 'This is a folder; name a transcript in it.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not read this file.';
    default:
      return `This file cannot be read (${code ?? String(error)}).`;
  }
}
