// The real thing: a file system of a few hundred kilobytes, filled to the last byte.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DurableJson } from './durable-json.ts';
import { openOriginals } from './originals.ts';
import { smallDisk, whyNoSmallDisk } from './testing/small-disk.ts';
import { openUpdateLog } from './update-log.ts';

const KILOBYTES = 512;
const reason = whyNoSmallDisk();

describe.skipIf(reason !== '')(`a full disk${reason && ` (left out: ${reason})`}`, () => {
  it('refuses appends by name, loses none that it acknowledged, and goes on when there is room', async () => {
    const { folder, makeRoom } = await smallDisk(KILOBYTES);
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
    await makeRoom();
    await log.append(new Uint8Array([1]));
    expect(await log.readAll()).toHaveLength(acknowledged + 1);
    await log.close();
  });

  it('opens a torn log, and a new one, and stores in both when there is room', async () => {
    const { folder, fill, makeRoom } = await smallDisk(KILOBYTES);
    const torn = join(folder, 'torn.ylog');
    const { log } = await openUpdateLog(torn);
    await log.append(new Uint8Array([1, 2, 3]));
    await log.close();
    await writeFile(torn, new Uint8Array([200, 0, 0, 0, 9]), { flag: 'a' });
    await fill();
    const opened = await openUpdateLog(torn);
    const fresh = await openUpdateLog(join(folder, 'fresh.ylog'));
    expect(opened.records).toEqual([new Uint8Array([1, 2, 3])]);
    expect(opened.damage).toMatchObject({ kind: 'torn-tail', lostBytes: 5 });
    await makeRoom();
    for (const { log: waiting, records } of [opened, fresh]) {
      await waiting.append(new Uint8Array(10_000));
      expect(await waiting.readAll()).toHaveLength(records.length + 1);
      await waiting.close();
    }
  });

  it('keeps the settings as they were, and the original that does not fit away', async () => {
    const { folder, fill, makeRoom } = await smallDisk(KILOBYTES);
    const json = new DurableJson<{ readonly text: string }>(join(folder, 'settings.json'));
    const originals = await openOriginals(join(folder, 'originals'));
    await json.write({ text: 'old' });
    await originals.put(new Uint8Array([1]), 'txt');
    await fill();
    await expect(json.write({ text: 'x'.repeat(200_000) })).rejects.toMatchObject({ code: 'disk-full' });
    await expect(originals.put(new Uint8Array(200_000), 'vtt')).rejects.toMatchObject({ code: 'disk-full' });
    expect(await json.read()).toEqual({ text: 'old' });
    expect(await originals.list()).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await makeRoom();
    await json.write({ text: 'new' });
    await originals.put(new Uint8Array(20_000), 'vtt');
    expect(await json.read()).toEqual({ text: 'new' });
    expect(await originals.list()).toHaveLength(2);
  });
});
