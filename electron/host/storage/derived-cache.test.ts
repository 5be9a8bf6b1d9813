import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DerivedProblem, openDerivedCache } from './derived-cache.ts';
import { atEveryChange } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const bytes = new Uint8Array([1, 2, 3, 4, 5]);
const newFolder = async () => join(await temporaryFolder(), 'derived');

describe('the derived cache', () => {
  it('gives back what was written, also after it is opened again', async () => {
    const folder = await newFolder();
    const cache = await openDerivedCache(folder);
    expect(await cache.read('turns/a')).toBeUndefined();
    await cache.write('turns/a', bytes);
    await cache.write('turns/b', new Uint8Array(0));
    const again = await openDerivedCache(folder);
    expect(await again.read('turns/a')).toEqual(bytes);
    expect(await again.read('turns/b')).toEqual(new Uint8Array(0));
  });

  it('goes on when the folder is deleted while it is open', async () => {
    const folder = await newFolder();
    const problems: DerivedProblem[] = [];
    const cache = await openDerivedCache(folder, { onProblem: (problem) => problems.push(problem) });
    await cache.write('turns/a', bytes);
    await rm(folder, { recursive: true });
    expect(await cache.read('turns/a')).toBeUndefined();
    await cache.write('turns/a', bytes);
    expect(await cache.read('turns/a')).toEqual(bytes);
    expect(problems).toEqual([]);
  });

  it('has no entry where the file is cut at any byte or any of its bytes is changed', async () => {
    const folder = await newFolder();
    const cache = await openDerivedCache(folder);
    await cache.write('turns/a', bytes);
    const whole = await readFile(join(folder, 'turns', 'a'));
    for (let at = 0; at < whole.length; at++) {
      await writeFile(join(folder, 'turns', 'a'), whole.subarray(0, at));
      expect(await cache.read('turns/a')).toBeUndefined();
      await writeFile(
        join(folder, 'turns', 'a'),
        whole.map((byte, index) => (index === at ? byte ^ 0x10 : byte)),
      );
      expect(await cache.read('turns/a')).toBeUndefined();
    }
  });

  it('never takes the entry of one key for that of another', async () => {
    const folder = await newFolder();
    const cache = await openDerivedCache(folder);
    await cache.write('turns/Alder', bytes);
    await rename(join(folder, 'turns', 'Alder'), join(folder, 'turns', 'alder'));
    expect(await cache.read('turns/alder')).toBeUndefined();
  });

  it.each([
    'a',
    '../a',
    'turns/../../x',
    'turns/.hidden',
    'Turns/a',
    'turns/a/b',
    'turns/',
    'turns/a\0',
    `turns/${'x'.repeat(121)}`,
  ])('refuses the key %j', async (key) => {
    const cache = await openDerivedCache(await newFolder());
    await expect(cache.read(key)).rejects.toThrow('not a key');
    await expect(cache.write(key, bytes)).rejects.toThrow('not a key');
  });

  it('reports what did not work, and is no error for the caller', async () => {
    const folder = await newFolder();
    await writeFile(folder, 'a file where the folder should be');
    const problems: DerivedProblem[] = [];
    const cache = await openDerivedCache(folder, { onProblem: (problem) => problems.push(problem) });
    await cache.write('turns/a', bytes);
    expect(await cache.read('turns/a')).toBeUndefined();
    expect(problems).toMatchObject([
      { kind: 'not-written', key: 'turns/a' },
      { kind: 'not-read', key: 'turns/a' },
    ]);
  });

  it('deletes what an interrupted write left, and nothing when it is opened to read', async () => {
    const folder = await newFolder();
    const leftover = '.00000000-0000-4000-8000-000000000000.tmp';
    await mkdir(join(folder, 'turns'), { recursive: true });
    await writeFile(join(folder, 'turns', leftover), 'half');
    const readOnly = await openDerivedCache(folder, { isReadOnly: true });
    await readOnly.write('turns/a', bytes);
    expect(await readdir(join(folder, 'turns'))).toEqual([leftover]);
    await openDerivedCache(folder);
    expect(await readdir(join(folder, 'turns'))).toEqual([]);
  });

  it.each(['once', 'space', 'crash'] as const)(
    'has the old entry or the new one, whichever change fails (%s)',
    async (kind) => {
      await atEveryChange(kind, 'ENOSPC', async (fileSystem) => {
        const folder = await newFolder();
        await (await openDerivedCache(folder)).write('turns/a', bytes);
        const problems: DerivedProblem[] = [];
        const cache = await openDerivedCache(folder, {
          fileSystem,
          onProblem: (problem) => problems.push(problem),
        });
        await cache.write('turns/a', new Uint8Array([9]));
        const found = await (await openDerivedCache(folder)).read('turns/a');
        expect(found).toEqual(problems.length > 0 ? bytes : new Uint8Array([9]));
      });
    },
  );
});
