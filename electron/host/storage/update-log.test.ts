import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeHeader, encodeRecord } from './log-format.ts';
import { faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openUpdateLog } from './update-log.ts';

const words = (text: string) => new TextEncoder().encode(text);
const read = (records: readonly Uint8Array[]) => records.map((record) => new TextDecoder().decode(record));
const joined = (records: readonly Uint8Array[]) => words(read(records).join('+'));
const newFile = async () => join(await temporaryFolder(), 'interview.ylog');

async function openTexts(file: string): Promise<string[]> {
  const { log, records } = await openUpdateLog(file);
  await log.close();
  return read(records);
}

/** A log file that holds these texts. */
async function written(...texts: readonly string[]): Promise<string> {
  const file = await newFile();
  const { log } = await openUpdateLog(file);
  for (const text of texts) await log.append(words(text));
  await log.close();
  return file;
}

async function change(file: string, edit: (bytes: Buffer) => void): Promise<void> {
  const bytes = await readFile(file);
  edit(bytes);
  await writeFile(file, bytes);
}

describe('an update log', () => {
  it('gives back what was appended, in order, after it is opened again', async () => {
    expect(await openTexts(await written('one', '', 'three'))).toEqual(['one', '', 'three']);
  });

  it('counts its records and bytes', async () => {
    const file = await written('one', 'two');
    const { log } = await openUpdateLog(file);
    expect(log.recordCount).toBe(2);
    expect(log.size).toBe((await stat(file)).size);
    await log.close();
  });

  it('shares one fsync between all appends that arrive while another is in flight', async () => {
    const fileSystem = faultyFileSystem(null);
    const { log } = await openUpdateLog(await newFile(), { fileSystem });
    const before = fileSystem.changes;
    await Promise.all(Array.from({ length: 100 }, (_, index) => log.append(words(`${index}`))));
    // The opening of the file, and at most a write and a sync for each of two batches.
    expect(fileSystem.changes - before).toBeLessThanOrEqual(5);
    expect(read(await log.readAll())).toEqual(Array.from({ length: 100 }, (_, index) => `${index}`));
    await log.close();
  });

  it('copies what it is given: the caller may use its buffer again at once', async () => {
    const file = await newFile();
    const { log } = await openUpdateLog(file);
    const buffer = words('mine');
    const appended = log.append(buffer);
    buffer.fill(0);
    await appended;
    await log.close();
    expect(await openTexts(file)).toEqual(['mine']);
  });

  it('finishes what was appended before it closes, and refuses what comes later', async () => {
    const file = await newFile();
    const { log } = await openUpdateLog(file);
    const appended = log.append(words('last'));
    await Promise.all([appended, log.close()]);
    await expect(log.append(words('late'))).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await openTexts(file)).toEqual(['last']);
  });

  it('refuses a record that is larger than any record may be', async () => {
    const { log } = await openUpdateLog(await newFile());
    await expect(log.append(new Uint8Array(64 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'too-large',
    });
    await log.close();
  });

  it('does not acknowledge into a file that was deleted while it was open', async () => {
    const file = await newFile();
    const { log } = await openUpdateLog(file);
    await log.append(words('one'));
    await unlink(file);
    await expect(log.append(words('two'))).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(log.append(words('three'))).rejects.toMatchObject({ code: 'storage-failed' });
    await log.close();
  });

  it('reads without writing when it is opened to read', async () => {
    const file = await written('one');
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.from([9, 0, 0])]));
    const before = await readFile(file);
    const { log, records, damage } = await openUpdateLog(file, { isReadOnly: true });
    expect(read(records)).toEqual(['one']);
    expect(read(await log.readAll())).toEqual(['one']);
    expect(damage).toMatchObject({ kind: 'torn-tail', keptAs: null });
    await expect(log.append(words('two'))).rejects.toMatchObject({ code: 'workspace-read-only' });
    await expect(log.compact(joined)).rejects.toMatchObject({ code: 'workspace-read-only' });
    await log.close();
    expect(await readFile(file)).toEqual(before);
    expect(await readdir(join(file, '..'))).toEqual(['interview.ylog']);
  });
});

describe('an update log that was damaged', () => {
  it('cuts a torn tail, keeps its bytes beside it, and goes on', async () => {
    const file = await written('one', 'two');
    await truncate(file, (await stat(file)).size - 1);
    const { log, records, damage } = await openUpdateLog(file, {
      now: () => new Date('2026-11-25T09:00:00Z'),
    });
    expect(read(records)).toEqual(['one']);
    expect(damage).toMatchObject({
      kind: 'torn-tail',
      atByte: 27,
      lostBytes: 10,
      keptAs: 'interview.ylog.torn-20261125T090000000Z',
      isFromPrevious: false,
    });
    expect((await readFile(`${file}.torn-20261125T090000000Z`)).length).toBe(10);
    await log.append(words('three'));
    await log.close();
    expect(await openTexts(file)).toEqual(['one', 'three']);
  });

  it('keeps what follows a damaged record in a file of its own', async () => {
    const file = await written('one', 'two', 'three');
    const behind = (await readFile(file)).subarray(27).map((byte, index) => (index === 9 ? byte ^ 4 : byte));
    await change(file, (bytes) => bytes.set(behind, 27));
    const { log, records, damage } = await openUpdateLog(file);
    await log.close();
    expect(read(records)).toEqual(['one']);
    expect(damage).toMatchObject({ kind: 'damaged-middle', atByte: 27, lostBytes: behind.length });
    const kept = await readFile(join(file, '..', damage?.keptAs ?? ''));
    expect(new Uint8Array(kept)).toEqual(new Uint8Array(behind));
    expect(damage?.keptAs).toContain('.damaged-');
  });

  it('does not mistake a record with a changed length for the last one', async () => {
    const file = await written('one', 'two', 'three');
    await change(file, (bytes) => bytes.writeUInt32LE(40_000, 16));
    const { log, damage } = await openUpdateLog(file);
    await log.close();
    expect(damage?.kind).toBe('damaged-middle');
    expect((await readdir(join(file, '..'))).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  it('reads the records although the header is damaged, and repairs it', async () => {
    const file = await written('one', 'two');
    await change(file, (bytes) => bytes.fill(0, 0, 16));
    const { log, records, damage } = await openUpdateLog(file);
    await log.append(words('three'));
    await log.close();
    expect(read(records)).toEqual(['one', 'two']);
    expect(damage).toMatchObject({ kind: 'damaged-header', keptAs: expect.stringContaining('.damaged-') });
    expect(await openTexts(file)).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['an empty file', ''],
    ['a PDF', '%PDF-1.7 with more than sixteen bytes'],
    ['a short text', 'hello'],
  ])('refuses %s by name and leaves it as it was', async (_, content) => {
    const file = await newFile();
    await writeFile(file, content);
    await expect(openUpdateLog(file)).rejects.toMatchObject({
      code: 'storage-failed',
      details: { damage: { kind: 'foreign-file' } },
    });
    expect(await readFile(file, 'utf8')).toBe(content);
    expect(await readdir(join(file, '..'))).toEqual(['interview.ylog']);
  });

  it('refuses a folder, and a link that leads elsewhere', async () => {
    const elsewhere = await written('not yours');
    const folder = await newFile();
    await mkdir(folder);
    const pointer = await newFile();
    await symlink(elsewhere, pointer);
    const dangling = await newFile();
    await symlink('/nowhere/at/all', dangling);
    const foreign = { code: 'storage-failed', details: { damage: { kind: 'foreign-file' } } };
    await expect(openUpdateLog(folder)).rejects.toMatchObject(foreign);
    await expect(openUpdateLog(pointer)).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(openUpdateLog(dangling)).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('refuses a log of a newer version and leaves it as it was, even with an older generation beside it', async () => {
    const file = await written('one');
    await link(file, `${file}.prev`);
    await unlink(file);
    const newer = Buffer.concat([encodeHeader(2), encodeRecord(words('from the future'))]);
    await writeFile(file, newer);
    await expect(openUpdateLog(file)).rejects.toMatchObject({
      code: 'workspace-newer',
      details: { damage: { kind: 'newer-version' } },
    });
    expect(await readFile(file)).toEqual(newer);
  });

  it('reports a folder that is not there', async () => {
    const file = join(await temporaryFolder(), 'gone', 'x.ylog');
    await expect(openUpdateLog(file)).rejects.toMatchObject({ code: 'storage-failed', details: { file } });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'reports a file that may not be read (left out: the super-user may read all, and Windows has no such rights)',
    async () => {
      const file = await written('one');
      await chmod(file, 0);
      await expect(openUpdateLog(file)).rejects.toMatchObject({
        code: 'storage-failed',
        details: { systemCode: 'EACCES' },
      });
    },
  );
});

describe('compacting an update log', () => {
  it('leaves one record, and the generation before beside it', async () => {
    const file = await written('one', 'two');
    const { log } = await openUpdateLog(file);
    await log.compact(joined);
    expect(log.recordCount).toBe(1);
    expect(log.size).toBe((await stat(file)).size);
    await log.append(words('three'));
    await log.close();
    expect(await openTexts(file)).toEqual(['one+two', 'three']);
    expect(await openTexts(`${file}.prev`)).toEqual(['one', 'two']);
  });

  it('folds what is acknowledged on the disk and makes later appends wait', async () => {
    const file = await newFile();
    const { log } = await openUpdateLog(file);
    const early = log.append(words('early'));
    let late: Promise<void> | undefined;
    const compacted = log.compact((records) => {
      late = log.append(words('late'));
      return joined(records);
    });
    await Promise.all([early, compacted]);
    await late;
    await log.close();
    expect(await openTexts(file)).toEqual(['early', 'late']);
  });

  it('leaves the log as it was when folding fails', async () => {
    const file = await written('one', 'two');
    const { log } = await openUpdateLog(file);
    await expect(log.compact(() => Promise.reject(new Error('cannot fold')))).rejects.toThrow('cannot fold');
    await log.append(words('three'));
    await log.close();
    expect(await openTexts(file)).toEqual(['one', 'two', 'three']);
  });

  it('refuses to compact a file that has changed under it', async () => {
    const file = await written('one', 'two');
    const { log } = await openUpdateLog(file);
    await change(file, (bytes) => bytes.writeUInt8(7, 24));
    await expect(log.compact(joined)).rejects.toMatchObject({ code: 'storage-failed' });
    await log.close();
    expect(await readdir(join(file, '..'))).toEqual(['interview.ylog']);
  });

  it.each([
    ['is missing', (file: string) => rename(file, `${file}.elsewhere`), 'missing-file', null],
    ['was emptied', (file: string) => truncate(file, 0), 'foreign-file', '.damaged-'],
    ['ends after its header', (file: string) => truncate(file, 16), 'torn-tail', '.damaged-'],
    ['ends within its first record', (file: string) => truncate(file, 30), 'torn-tail', '.damaged-'],
    [
      'has another header and no record',
      (file: string) => writeFile(file, 'overwritten by accident'),
      'foreign-file',
      '.damaged-',
    ],
  ] as const)('opens the generation before when the file %s', async (_, harm, kind, keptAs) => {
    const file = await written('one', 'two');
    const { log } = await openUpdateLog(file);
    await log.compact(joined);
    await log.close();
    await harm(file);
    const opened = await openUpdateLog(file);
    expect(read(opened.records)).toEqual(['one', 'two']);
    expect(opened.damage).toMatchObject({
      kind,
      isFromPrevious: true,
      keptAs: keptAs === null ? null : expect.stringContaining(keptAs),
    });
    await opened.log.append(words('three'));
    await opened.log.close();
    expect(await openTexts(file)).toEqual(['one', 'two', 'three']);
    expect(await openTexts(`${file}.prev`)).toEqual(['one', 'two']);
  });
});
