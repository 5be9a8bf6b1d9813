import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOriginals } from './originals.ts';
import { atEveryChange } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const bytes = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\nHello');
const hash = createHash('sha256').update(bytes).digest('hex');
const newFolder = async () => join(await temporaryFolder(), 'originals');

describe('originals', () => {
  it('keeps exactly the bytes, under their hash, and protected from writing', async () => {
    const folder = await newFolder();
    const originals = await openOriginals(folder);
    expect(await originals.put(bytes, 'vtt')).toEqual({ hash, fileName: `${hash}.vtt`, isNew: true });
    expect(new Uint8Array(await readFile(join(folder, `${hash}.vtt`)))).toEqual(bytes);
    if (process.platform !== 'win32')
      expect((await stat(join(folder, `${hash}.vtt`))).mode & 0o777).toBe(0o444);
    expect(await (await openOriginals(folder)).read(hash)).toEqual(bytes);
  });

  it('recognises the same bytes, also under another extension and when they come twice at once', async () => {
    const folder = await newFolder();
    const originals = await openOriginals(folder);
    const stored = await Promise.all([originals.put(bytes, 'vtt'), originals.put(bytes, 'txt')]);
    expect(stored.map(({ isNew, fileName }) => ({ isNew, fileName }))).toEqual([
      { isNew: true, fileName: `${hash}.vtt` },
      { isNew: false, fileName: `${hash}.vtt` },
    ]);
    expect(await originals.list()).toEqual([{ hash, fileName: `${hash}.vtt` }]);
    expect(await originals.has(hash)).toBe(true);
    expect(await originals.has('0'.repeat(64))).toBe(false);
  });

  it.each([
    ['.VTT', 'vtt'],
    ['../../etc/passwd', 'etcpassw'],
    ['', 'bin'],
    ['…', 'bin'],
    ['docx ', 'docx'],
  ])('makes of the extension %j the harmless %j', async (given, kept) => {
    const originals = await openOriginals(await newFolder());
    expect((await originals.put(bytes, given)).fileName).toBe(`${hash}.${kept}`);
  });

  it('says that an original was changed, instead of giving other words', async () => {
    const folder = await newFolder();
    const originals = await openOriginals(folder);
    const { fileName } = await originals.put(bytes, 'vtt');
    await chmod(join(folder, fileName), 0o644);
    await writeFile(join(folder, fileName), 'something else');
    await expect(originals.read(hash)).rejects.toMatchObject({
      code: 'storage-failed',
      details: { fileName, expectedHash: hash, actualHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('takes the true bytes again after the file was changed, and keeps the changed one aside', async () => {
    const folder = await newFolder();
    const originals = await openOriginals(folder);
    const { fileName } = await originals.put(bytes, 'vtt');
    await chmod(join(folder, fileName), 0o644);
    await writeFile(join(folder, fileName), 'something else');
    expect(await originals.put(bytes, 'vtt')).toMatchObject({ isNew: false, fileName });
    expect(await originals.read(hash)).toEqual(bytes);
    const aside = (await readdir(folder)).filter((name) => name.includes('.damaged-'));
    expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe('something else');
  });

  it('answers not-found for a hash it has not, and for what is no hash', async () => {
    const originals = await openOriginals(await newFolder());
    await expect(originals.read('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
    await expect(originals.read('../earshot.json')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('changes nothing when it is opened to read', async () => {
    const folder = await newFolder();
    await (await openOriginals(folder)).put(bytes, 'vtt');
    const leftover = join(folder, '.original-00000000-0000-4000-8000-000000000000.tmp');
    await writeFile(leftover, 'half');
    const originals = await openOriginals(folder, { isReadOnly: true });
    await expect(originals.put(bytes, 'vtt')).rejects.toMatchObject({ code: 'workspace-read-only' });
    expect(await readdir(folder)).toHaveLength(2);
    await openOriginals(folder);
    expect(await readdir(folder)).toEqual([`${hash}.vtt`]);
  });

  it('names the error when a file stands where the folder should be', async () => {
    const folder = await newFolder();
    await writeFile(folder, '');
    await expect(openOriginals(folder)).rejects.toMatchObject({ code: 'folder-not-usable' });
  });

  it.each(['once', 'space', 'crash'] as const)(
    'has the original whole or not at all, whichever change fails (%s)',
    async (kind) => {
      const attempts = await atEveryChange(kind, 'ENOSPC', async (fileSystem) => {
        const folder = await newFolder();
        const earlier = await (await openOriginals(folder)).put(new Uint8Array([1, 2, 3]), 'txt');
        const originals = await openOriginals(folder, { fileSystem });
        const isStored = await originals.put(bytes, 'vtt').then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'disk-full' });
            return false;
          },
        );
        const after = await openOriginals(folder);
        expect(await after.read(earlier.hash)).toEqual(new Uint8Array([1, 2, 3]));
        if (isStored) expect(await after.read(hash)).toEqual(bytes);
        await after.put(bytes, 'vtt');
        expect(await after.read(hash)).toEqual(bytes);
        expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      });
      expect(attempts).toBeGreaterThan(5);
    },
  );
});
