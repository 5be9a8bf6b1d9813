// A folder of its own for every test, gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Inside a test: a new empty folder, deleted when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-storage-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
