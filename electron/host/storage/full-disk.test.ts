// The real thing: a file system of a few hundred kilobytes, filled to the last byte.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DurableJson } from './durable-json.ts';
import { openOriginals } from './originals.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openUpdateLog } from './update-log.ts';

const SIZE = 'size=512k';
const reason = whyNot();

/** Empty where a small file system can be mounted. */
function whyNot(): string {
  if (process.platform !== 'linux') return 'needs Linux';
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', SIZE, 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return '';
  } catch {
    return 'needs the right to mount';
  } finally {
    rmdirSync(folder);
  }
}

/** A mounted folder, and a file in it that takes half of its room and can be deleted to make some. */
async function smallDisk(): Promise<{ folder: string; ballast: string }> {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', SIZE, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, new Uint8Array(256 * 1024));
  return { folder, ballast };
}

async function fill(folder: string): Promise<void> {
  await writeFile(join(folder, 'filler'), new Uint8Array(1024 * 1024)).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  });
}

describe.skipIf(reason !== '')(`a full disk${reason && ` (left out: ${reason})`}`, () => {
  it('refuses appends by name, loses none that it acknowledged, and goes on when there is room', async () => {
    const { folder, ballast } = await smallDisk();
    const file = join(folder, 'x.ylog');
    const { log } = await openUpdateLog(file);
    let acknowledged = 0;
    let refusal: unknown;
    while (refusal === undefined) {
      const record = new Uint8Array(1_000).fill(acknowledged);
      await log.append(record).then(
        () => {
          acknowledged += 1;
        },
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(refusal).toMatchObject({ code: 'disk-full', retryable: true });
    await expect(log.compact((records) => Buffer.concat(records))).rejects.toMatchObject({
      code: 'disk-full',
    });
    const onFull = await openUpdateLog(file);
    expect(onFull.records).toHaveLength(acknowledged);
    await onFull.log.close();
    await rm(ballast);
    await log.append(new Uint8Array([1]));
    expect(await log.readAll()).toHaveLength(acknowledged + 1);
    await log.close();
  });

  it('opens a torn log, and a new one, and stores in both when there is room', async () => {
    const { folder, ballast } = await smallDisk();
    const torn = join(folder, 'torn.ylog');
    const { log } = await openUpdateLog(torn);
    await log.append(new Uint8Array([1, 2, 3]));
    await log.close();
    await writeFile(torn, new Uint8Array([200, 0, 0, 0, 9]), { flag: 'a' });
    await fill(folder);
    const opened = await openUpdateLog(torn);
    const fresh = await openUpdateLog(join(folder, 'fresh.ylog'));
    expect(opened.records).toEqual([new Uint8Array([1, 2, 3])]);
    expect(opened.damage).toMatchObject({ kind: 'torn-tail', lostBytes: 5 });
    await rm(ballast);
    for (const { log: waiting, records } of [opened, fresh]) {
      await waiting.append(new Uint8Array(10_000));
      expect(await waiting.readAll()).toHaveLength(records.length + 1);
      await waiting.close();
    }
  });

  it('keeps the settings as they were, and the original that does not fit away', async () => {
    const { folder, ballast } = await smallDisk();
    const json = new DurableJson<{ readonly text: string }>(join(folder, 'settings.json'));
    const originals = await openOriginals(join(folder, 'originals'));
    await json.write({ text: 'old' });
    await originals.put(new Uint8Array([1]), 'txt');
    await fill(folder);
    await expect(json.write({ text: 'x'.repeat(200_000) })).rejects.toMatchObject({ code: 'disk-full' });
    await expect(originals.put(new Uint8Array(200_000), 'vtt')).rejects.toMatchObject({ code: 'disk-full' });
    expect(await json.read()).toEqual({ text: 'old' });
    expect(await originals.list()).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await rm(ballast);
    await json.write({ text: 'new' });
    await originals.put(new Uint8Array(20_000), 'vtt');
    expect(await json.read()).toEqual({ text: 'new' });
    expect(await originals.list()).toHaveLength(2);
  });
});
