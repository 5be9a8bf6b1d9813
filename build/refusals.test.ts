import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', 'renderer');

it('has no button that asks the host for something and keeps its refusal to itself', async () => {
  const files = (await readdir(renderer, { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  const sources = await Promise.all(
    files.map(async (name) => ({ name, text: await readFile(join(renderer, name), 'utf8') })),
  );
  expect(sources.length).toBeGreaterThan(100);
  // `useAttempt` (renderer/state) tells a refusal; an answer that nobody waits for tells nothing.
  const silent = sources.filter(({ text }) => /\bvoid client\s*\.call\(/.test(text));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
