import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DurableJson, openJsonStore } from './durable-json.ts';
import { atEveryChange, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

interface Settings {
  readonly edition: number;
}

const newFile = async () => join(await temporaryFolder(), 'settings.json');
const names = async (file: string) => await readdir(join(file, '..'));

describe('DurableJson', () => {
  it('reads what it wrote, and null before anything was written', async () => {
    const file = await newFile();
    const json = new DurableJson<Settings>(file);
    expect(await json.read()).toBeNull();
    await json.write({ edition: 1 });
    expect(await new DurableJson<Settings>(file).read()).toEqual({ edition: 1 });
  });

  it('keeps the generation before', async () => {
    const file = await newFile();
    const json = new DurableJson<Settings>(file);
    await json.write({ edition: 1 });
    await json.write({ edition: 2 });
    expect(JSON.parse(await readFile(`${file}.bak`, 'utf8'))).toEqual({ edition: 1 });
    expect((await names(file)).sort()).toEqual(['settings.json', 'settings.json.bak']);
  });

  it('writes the newest of many values, and answers each caller when its value or a newer one is stored', async () => {
    const file = await newFile();
    const fileSystem = faultyFileSystem(null);
    const json = new DurableJson<Settings>(file, { fileSystem });
    await json.write({ edition: 0 });
    const changesOfOne = fileSystem.changes;
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        await json.write({ edition: index });
        const stored: Settings = JSON.parse(await readFile(file, 'utf8'));
        return stored.edition >= index;
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
    expect(await json.read()).toEqual({ edition: 199 });
    // Two writes: the first, and one for all the others.
    expect(fileSystem.changes).toBeLessThanOrEqual(changesOfOne * 4);
  });

  it('stores the value as it was when it was given', async () => {
    const file = await newFile();
    const json = new DurableJson<{ edition: number }>(file);
    const value = { edition: 1 };
    const written = json.write(value);
    value.edition = 2;
    await written;
    expect(await json.read()).toEqual({ edition: 1 });
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"edition": 1'],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])(
    'falls back to the generation before when the file holds %s, and keeps the bad one',
    async (_, content) => {
      const file = await newFile();
      const first = new DurableJson<Settings>(file);
      await first.write({ edition: 1 });
      await first.write({ edition: 2 });
      await writeFile(file, content);
      const aside: string[] = [];
      const json = new DurableJson<Settings>(file, { onSetAside: (keptAs) => aside.push(keptAs) });
      expect(await json.read()).toEqual({ edition: 1 });
      expect(aside).toEqual([expect.stringContaining('settings.json.corrupt-')]);
      expect(await readFile(join(file, '..', aside[0] ?? ''))).toEqual(Buffer.from(content));
      await json.write({ edition: 3 });
      expect(JSON.parse(await readFile(`${file}.bak`, 'utf8'))).toEqual({ edition: 1 });
    },
  );

  it('does not make an unreadable file the generation before, even when it is written without being read', async () => {
    const file = await newFile();
    const first = new DurableJson<Settings>(file);
    await first.write({ edition: 1 });
    await first.write({ edition: 2 });
    await writeFile(file, 'broken');
    await new DurableJson<Settings>(file).write({ edition: 3 });
    expect(JSON.parse(await readFile(`${file}.bak`, 'utf8'))).toEqual({ edition: 1 });
  });

  it('rejects with a named error and stores the next value when the disk has room again', async () => {
    const file = await newFile();
    await new DurableJson<Settings>(file).write({ edition: 1 });
    const fileSystem = faultyFileSystem({ at: 1, code: 'ENOSPC', kind: 'space' });
    const json = new DurableJson<Settings>(file, { fileSystem });
    await expect(json.write({ edition: 2 })).rejects.toMatchObject({ code: 'disk-full', retryable: true });
    expect(await json.read()).toEqual({ edition: 1 });
    fileSystem.heal();
    await json.write({ edition: 3 });
    expect(await json.read()).toEqual({ edition: 3 });
  });

  it('tries again when the file is held by another program for a moment', async () => {
    const file = await newFile();
    const probe = faultyFileSystem(null);
    await new DurableJson<Settings>(file, { fileSystem: probe }).write({ edition: 0 });
    for (let at = 1; at <= probe.changes; at++) {
      const fileSystem = faultyFileSystem({ at, code: 'EBUSY', kind: 'once' });
      const json = new DurableJson<Settings>(file, { fileSystem });
      await json.write({ edition: at }).catch(() => undefined);
      expect([at, at - 1]).toContain((await json.read())?.edition);
      await new DurableJson<Settings>(file).write({ edition: at });
      await fileSystem.closeAll();
    }
  });

  it.each(['once', 'space', 'crash'] as const)(
    'has the old value or the new one, whole, whichever change fails (%s)',
    async (kind) => {
      const attempts = await atEveryChange(kind, 'EIO', async (fileSystem) => {
        const file = await newFile();
        const before = new DurableJson<Settings>(file);
        await before.write({ edition: 1 });
        await before.write({ edition: 2 });
        const isStored = await new DurableJson<Settings>(file, { fileSystem }).write({ edition: 3 }).then(
          () => true,
          () => false,
        );
        const aside: string[] = [];
        const after = new DurableJson<Settings>(file, { onSetAside: (keptAs) => aside.push(keptAs) });
        const found = await after.read();
        expect(isStored ? [3] : [2, 3]).toContain(found?.edition);
        expect(aside).toEqual([]);
        await after.write({ edition: 4 });
        expect(await after.read()).toEqual({ edition: 4 });
      });
      expect(attempts).toBeGreaterThan(6);
    },
  );

  it('names the error when a folder has its name', async () => {
    const file = await newFile();
    await mkdir(file);
    await expect(new DurableJson<Settings>(file).read()).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

describe('openJsonStore', () => {
  const schema = z.object({ theme: z.enum(['light', 'dark']), recent: z.array(z.string()).default([]) });
  const defaults = { theme: 'light' as const, recent: [] };

  it('keeps changes, and gives only its owner the right to read them', async () => {
    const file = await newFile();
    const store = await openJsonStore(file, schema, defaults);
    expect(store.data).toEqual(defaults);
    await store.update((settings) => {
      settings.theme = 'dark';
    });
    expect((await openJsonStore(file, schema, defaults)).data).toEqual({ theme: 'dark', recent: [] });
    expect(defaults.theme).toBe('light');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('fills in what the schema fills in', async () => {
    const file = await newFile();
    await writeFile(file, '{"theme":"dark","unknown":1}');
    expect((await openJsonStore(file, schema, defaults)).data).toEqual({ theme: 'dark', recent: [] });
  });

  it('sets a file aside that does not fit the schema, and starts from the generation before or the defaults', async () => {
    const file = await newFile();
    await writeFile(file, '{"theme":"purple"}');
    const aside: string[] = [];
    const store = await openJsonStore(file, schema, defaults, { onSetAside: (keptAs) => aside.push(keptAs) });
    expect(store.data).toEqual(defaults);
    expect(aside).toHaveLength(1);
    await writeFile(`${file}.bak`, '{"theme":"dark"}');
    expect((await openJsonStore(file, schema, defaults)).data.theme).toBe('dark');
  });
});
