// The door's token is kept between starts, so that a page that was open, perhaps with words that are not saved yet, gets
// back in by itself. It is as secret as the user's other files: whoever can read it can read the workspace as well.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newDoorToken } from './door-token.ts';

/** Reads the token of this user folder, or makes one. A file that holds no token is replaced. */
export async function keptToken(userFolder: string): Promise<string> {
  const file = join(userFolder, 'web-token');
  const kept = (await readIfThere(file))?.trim();
  if (kept !== undefined && /^[A-Za-z0-9_-]{43}$/.test(kept)) return kept;
  const token = newDoorToken();
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  return token;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
