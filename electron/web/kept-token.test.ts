import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptToken } from './kept-token.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-token-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps one token, for this user alone', async () => {
  const token = await keptToken(folder);
  expect(await keptToken(folder)).toBe(token);
  if (process.platform !== 'win32') expect((await stat(join(folder, 'web-token'))).mode & 0o777).toBe(0o600);
});

it('makes a new one where the file holds none', async () => {
  await writeFile(join(folder, 'web-token'), 'short');
  expect(await keptToken(folder)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});
