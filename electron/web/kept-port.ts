// The port of the last start is taken again where it is free: drafts and settings of a page belong to its address, and a
// page that was left open finds the host by it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';

/**
 * Opens a door at the port that this user folder had last, else at any that is free, and remembers which it was.
 * `open` rejects with AppError `invalid-input` when the port is taken, and takes 0 for any.
 */
export async function atKeptPort<Door extends { readonly port: number }>(
  userFolder: string,
  open: (port: number) => Promise<Door>,
): Promise<Door> {
  const file = join(userFolder, 'web-port');
  const door = await openAt(await lastPort(file), open);
  // Only a convenience: a full disk must not keep anybody from their words.
  await writeFile(file, `${door.port}\n`).catch(() => undefined);
  return door;
}

async function openAt<Door>(port: number, open: (port: number) => Promise<Door>): Promise<Door> {
  try {
    return await open(port);
  } catch (error) {
    if (port === 0 || !(error instanceof AppError)) throw error;
    return open(0);
  }
}

async function lastPort(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const port = Number(text.trim());
  return Number.isInteger(port) && port > 1_023 && port < 65_536 ? port : 0;
}
