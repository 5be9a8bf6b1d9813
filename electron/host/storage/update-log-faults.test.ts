// Every change that the log makes on the disk fails once, for good, or is the last before the process is gone.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atEveryChange, type FaultyFileSystem, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openUpdateLog } from './update-log.ts';

const words = (text: string) => new TextEncoder().encode(text);
const read = (records: readonly Uint8Array[]) => records.map((record) => new TextDecoder().decode(record));
const joined = (records: readonly Uint8Array[]) => words(read(records).join('+'));

/** Opens, appends, compacts, appends; answers what was acknowledged, in order, though steps may fail. */
async function story(file: string, fileSystem: FaultyFileSystem): Promise<string[]> {
  const acknowledged: string[] = [];
  const { log } = await openUpdateLog(file, { fileSystem }).catch(() => ({ log: null }));
  if (log === null) return acknowledged;
  const append = (text: string) =>
    log.append(words(text)).then(
      () => acknowledged.push(text),
      (error: unknown) => expect(error).toMatchObject({ name: 'AppError' }),
    );
  await append('one');
  await append('two');
  await Promise.all([append('three'), append('four')]);
  await log.compact(joined).catch((error: unknown) => expect(error).toMatchObject({ name: 'AppError' }));
  await append('five');
  await log.close().catch(() => undefined);
  return acknowledged;
}

/** The texts in the log, whether compacted or not. */
async function stored(file: string): Promise<string[]> {
  const { log, records } = await openUpdateLog(file);
  await log.close();
  return records.length === 0 ? [] : read(records).join('+').split('+');
}

describe('an update log on a failing disk', () => {
  it.each([
    ['EIO', 'storage-failed'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
  ])('names a failed append with %s as %s', async (systemCode, code) => {
    const file = join(await temporaryFolder(), 'x.ylog');
    await (await openUpdateLog(file)).log.close();
    const fileSystem = faultyFileSystem({ at: 4, code: systemCode, kind: 'once' });
    const { log } = await openUpdateLog(file, { fileSystem }); // 1 the removal of a leftover
    const results = await Promise.allSettled([log.append(words('a')), log.append(words('b'))]); // 2 open, 3 write, 4 sync
    expect(results).toMatchObject([
      { status: 'rejected', reason: { code, retryable: true } },
      { status: 'rejected', reason: { code } },
    ]);
    await log.append(words('c'));
    await log.close();
    expect(await stored(file)).toEqual(['c']);
  });

  it('keeps exactly what it acknowledged when any one change fails', async () => {
    const attempts = await atEveryChange('once', 'EIO', async (fileSystem) => {
      const file = join(await temporaryFolder(), 'x.ylog');
      const acknowledged = await story(file, fileSystem);
      expect(await stored(file)).toEqual(acknowledged);
    });
    expect(attempts).toBeGreaterThan(20);
  });

  it('works again once there is space, whenever the disk ran full', async () => {
    await atEveryChange('space', 'ENOSPC', async (fileSystem) => {
      const file = join(await temporaryFolder(), 'x.ylog');
      const { log, records } = await openUpdateLog(file, { fileSystem });
      expect(records).toEqual([]);
      const first = await log.append(words('one')).then(
        () => ['one'],
        () => [],
      );
      await log.compact(joined).catch(() => undefined);
      const second = await log.append(words('two')).then(
        () => ['two'],
        () => [],
      );
      fileSystem.heal();
      await log.append(words('three'));
      expect(log.recordCount).toBeLessThanOrEqual(3);
      await log.close();
      expect(await stored(file)).toEqual([...first, ...second, 'three']);
    });
  });

  it('opens whole when the process ends at any step of appending and compacting', async () => {
    const attempts = await atEveryChange('crash', 'EIO', async (fileSystem) => {
      const file = join(await temporaryFolder(), 'x.ylog');
      const acknowledged = await story(file, fileSystem);
      const found = await stored(file);
      // What was not acknowledged may be there as well: the crash came between the disk and the answer.
      expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(['one', 'two', 'three', 'four', 'five'].slice(0, found.length)).toEqual(found);
      expect((await readdir(join(file, '..'))).filter((name) => name === 'x.ylog.tmp')).toEqual([]);
    });
    expect(attempts).toBeGreaterThan(20);
  });

  it('opens and reads a damaged log on a full disk, cuts nothing that is not kept, and repairs it later', async () => {
    await atEveryChange('space', 'ENOSPC', async (fileSystem) => {
      const file = join(await temporaryFolder(), 'x.ylog');
      await story(file, faultyFileSystem(null)); // one+two+three+four, five
      const bytes = await readFile(file);
      bytes[30] = 0; // within the first record
      await writeFile(file, bytes);
      await writeFile(`${file}.prev`, ''); // no help from there
      const { log, records, damage } = await openUpdateLog(file, { fileSystem });
      expect(records).toEqual([]);
      expect(damage?.kind).toBe('damaged-middle');
      const isCut = (await readFile(file)).length < bytes.length;
      if (isCut)
        expect((await readdir(join(file, '..'))).filter((name) => name.includes('.damaged-'))).toHaveLength(
          1,
        );
      fileSystem.heal();
      await log.append(words('six'));
      await log.close();
      expect(await stored(file)).toEqual(['six']);
      const aside = (await readdir(join(file, '..'))).filter((name) => name.includes('.damaged-'));
      expect(aside).toHaveLength(1);
      const kept = await readFile(join(file, '..', aside[0] ?? ''));
      expect(kept).toEqual(bytes.subarray(16));
    });
  });

  it('acknowledges nothing in a compacted file whose name may not be on the disk', async () => {
    const file = join(await temporaryFolder(), 'x.ylog');
    const real = faultyFileSystem(null);
    let canSyncFolder = true;
    const fileSystem = {
      ...real,
      async syncFolder(folder: string) {
        if (!canSyncFolder) throw new Error('no fsync for folders now');
        await real.syncFolder(folder);
      },
    };
    const { log } = await openUpdateLog(file, { fileSystem });
    await log.append(words('one'));
    canSyncFolder = false;
    await expect(log.compact(joined)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(log.append(words('two'))).rejects.toMatchObject({ code: 'storage-failed' });
    canSyncFolder = true;
    await log.append(words('three'));
    await log.close();
    expect(await stored(file)).toEqual(['one', 'three']);
  });

  it('cuts a refused record off before the next one, when it could not be cut off at once', async () => {
    const file = join(await temporaryFolder(), 'x.ylog');
    const real = faultyFileSystem(null);
    let isBroken = true;
    const unlessBroken = async (task: () => Promise<void>) => {
      if (isBroken) throw new Error('the disk does not answer');
      await task();
    };
    const fileSystem = {
      ...real,
      async open(path: string, how: 'existing' | 'create', mode?: number) {
        const handle = await real.open(path, how, mode);
        return {
          ...handle,
          datasync: () => unlessBroken(() => handle.datasync()),
          truncate: (size: number) => unlessBroken(() => handle.truncate(size)),
        };
      },
    };
    const { log } = await openUpdateLog(file, { fileSystem });
    const refused = await Promise.allSettled([log.append(words('lost1')), log.append(words('lost2'))]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    await log.append(words('kept1'));
    await log.close();
    expect(await stored(file)).toEqual(['kept1']);
  });

  it('writes on where the system took only a part of a record', async () => {
    const file = join(await temporaryFolder(), 'x.ylog');
    const whole = faultyFileSystem(null);
    const stingy = {
      ...whole,
      async open(path: string, how: 'existing' | 'create', mode?: number) {
        const handle = await whole.open(path, how, mode);
        return {
          ...handle,
          write: (bytes: Uint8Array, position: number) => handle.write(bytes.subarray(0, 3), position),
        };
      },
    };
    const { log } = await openUpdateLog(file, { fileSystem: stingy });
    await log.append(words('a record of more than three bytes'));
    await log.close();
    expect(await stored(file)).toEqual(['a record of more than three bytes']);
  });
});
