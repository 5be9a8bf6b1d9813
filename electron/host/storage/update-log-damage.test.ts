// Chance damages the file: whatever was appended, wherever it is cut, whichever bit turns.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADER_BYTES, RECORD_HEAD_BYTES } from './log-format.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { type OpenedLog, openUpdateLog } from './update-log.ts';

const payloads = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 });
const RUNS = { numRuns: 80 };
const TIMEOUT_MS = 30_000;

/** Where each record ends in the file. */
function ends(records: readonly Uint8Array[]): number[] {
  let at = HEADER_BYTES;
  return records.map((record) => {
    at += RECORD_HEAD_BYTES + record.length;
    return at;
  });
}

async function writeLog(file: string, records: readonly Uint8Array[]): Promise<Buffer> {
  const { log } = await openUpdateLog(file);
  await Promise.all(records.map((record) => log.append(record)));
  await log.close();
  return await readFile(file);
}

async function expectPrefix(opened: OpenedLog, records: readonly Uint8Array[], count: number): Promise<void> {
  expect(opened.records.map((record) => [...record])).toEqual(
    records.slice(0, count).map((record) => [...record]),
  );
  await opened.log.append(new Uint8Array([1, 2, 3]));
  expect((await opened.log.readAll()).length).toBe(count + 1);
  await opened.log.close();
}

describe('an update log after an accident', () => {
  it(
    'opens with exactly the whole records before any cut',
    async () => {
      const folder = await temporaryFolder();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(payloads, fc.nat(), async (records, position) => {
          const file = join(folder, `${run++}.ylog`);
          const bytes = await writeLog(file, records);
          const cut = HEADER_BYTES + (position % (bytes.length - HEADER_BYTES + 1));
          await writeFile(file, bytes.subarray(0, cut));
          const opened = await openUpdateLog(file);
          const isOnBorder = cut === HEADER_BYTES || ends(records).includes(cut);
          expect(opened.damage?.kind).toBe(isOnBorder ? undefined : 'torn-tail');
          await expectPrefix(opened, records, ends(records).filter((end) => end <= cut).length);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'opens with exactly the records before a turned bit, and keeps the others aside',
    async () => {
      const folder = await temporaryFolder();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(payloads, fc.nat(), async (records, position) => {
          fc.pre(records.length > 0);
          const name = `${run++}.ylog`;
          const file = join(folder, name);
          const bytes = await writeLog(file, records);
          const bit = HEADER_BYTES * 8 + (position % ((bytes.length - HEADER_BYTES) * 8));
          bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          await writeFile(file, bytes);
          const before = ends(records).filter((end) => end <= bit >> 3);
          const opened = await openUpdateLog(file);
          const start = before.at(-1) ?? HEADER_BYTES;
          expect(opened.damage).toMatchObject({ atByte: start, lostBytes: bytes.length - start });
          const aside = (await readdir(folder)).filter((other) => other.startsWith(`${name}.`));
          expect(await readFile(join(folder, aside[0] ?? ''))).toEqual(bytes.subarray(start));
          await expectPrefix(opened, records, before.length);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'survives a turned bit in the header, and refuses only when there is nothing to read',
    async () => {
      const folder = await temporaryFolder();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(payloads, fc.nat({ max: HEADER_BYTES * 8 - 1 }), async (records, bit) => {
          const file = join(folder, `${run++}.ylog`);
          const bytes = await writeLog(file, records);
          bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          await writeFile(file, bytes);
          if (records.length > 0) {
            await expectPrefix(await openUpdateLog(file), records, records.length);
          } else {
            await expect(openUpdateLog(file)).rejects.toMatchObject({ code: 'storage-failed' });
            expect(await readFile(file)).toEqual(bytes);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
