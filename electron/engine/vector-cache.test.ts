import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVectors, vectorKey, writeVectors } from './vector-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const some = new Map([
  [vectorKey('model', 'one'), Float32Array.of(0.25, -1, 3)],
  [vectorKey('model', 'two'), Float32Array.of(Math.fround(0.1), 0, 1e-30)],
]);

async function onlyFile(): Promise<string> {
  const [name = '', ...others] = await readdir(folder);
  expect(others).toEqual([]);
  return join(folder, name);
}

describe('kept vectors', () => {
  it('come back bit by bit', async () => {
    await writeVectors(folder, 'interview-1', some);
    expect(await readVectors(folder, 'interview-1')).toEqual(some);
    expect(await readVectors(folder, 'interview-2')).toEqual(new Map());
  });

  it('may be none', async () => {
    await writeVectors(folder, 'labels', new Map());
    expect(await readVectors(folder, 'labels')).toEqual(new Map());
  });

  it('are replaced as a whole, and leave nothing else in the folder', async () => {
    await writeVectors(folder, 'interview-1', some);
    await writeVectors(folder, 'interview-1', new Map([...some].slice(1)));
    await onlyFile();
    expect((await readVectors(folder, 'interview-1')).size).toBe(1);
  });

  it('are none when the file is cut off anywhere', async () => {
    await writeVectors(folder, 'interview-1', some);
    const file = await onlyFile();
    const { length } = await readFile(file);
    for (let size = length - 1; size >= 0; size -= 7) {
      await truncate(file, size);
      expect(await readVectors(folder, 'interview-1')).toEqual(new Map());
    }
  });

  it('are none when a single bit has changed', async () => {
    await writeVectors(folder, 'interview-1', some);
    const file = await onlyFile();
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(whole);
        const byte = Math.floor(bit / 8);
        changed.writeUInt8(changed.readUInt8(byte) ^ (1 << (bit % 8)), byte);
        await writeFile(file, changed);
        expect(await readVectors(folder, 'interview-1')).toEqual(new Map());
      }),
      { numRuns: 60 },
    );
  });
});

describe('vectorKey', () => {
  it('differs by model and by text', () => {
    expect(
      new Set([vectorKey('a', 'b'), vectorKey('a', 'c'), vectorKey('b', 'b'), vectorKey('ab', '')]).size,
    ).toBe(4);
  });
});
