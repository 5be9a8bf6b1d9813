// A workspace whose files were damaged, swapped or taken away while it was closed: it opens with what is whole, names what
// is not, leaves every other interview as it was, and overwrites nothing.
import { chmod, copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InterviewId } from '../../shared/ids.ts';
import { interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { encodeHeader } from './storage/log-format.ts';
import { openUpdateLog } from './storage/update-log.ts';
import { startTestHost, type TestHost } from './testing/start-test-host.ts';

const file = join(import.meta.dirname, '../../samples/larder/alder.vtt');

let test: TestHost;
let folder: string;
/** The interview that is damaged, and one that must not notice. */
let hurt: InterviewId;
let other: InterviewId;
let original: string;

beforeEach(async () => {
  test = await startTestHost();
  ({ folder } = await test.call('workspaces.create', { name: 'Study', folder: null }));
  hurt = await newInterview('Rowan');
  other = await newInterview('Hazel');
  ({ original } = await importInto(hurt, new Uint8Array(await readFile(file))));
  await importInto(other, new TextEncoder().encode('Ada: they said so\nBen: they did not'));
});
afterEach(() => test.close());

async function newInterview(pseudonym: string): Promise<InterviewId> {
  const made = await test.call('interviews.create', {
    participant: { pseudonym, description: '', realName: '' },
    plannedAt: null,
    guide: '? What did last Sunday look like?',
  });
  return made.id;
}

function importInto(interviewId: InterviewId, bytes: Uint8Array<ArrayBuffer>) {
  return test.call('transcripts.import', {
    interviewId,
    newParticipant: '',
    fileName: 'call.vtt',
    bytes,
    format: null,
    offsetMs: 0,
    speakers: {},
  });
}

const logOf = (id: InterviewId) => join(folder, 'documents', `${interviewDocumentName(id)}.ylog`);

/** Ends the host, lets `damage` do what it does to the closed folder, and starts another host on it. */
async function whileClosed(damage: () => Promise<void>): Promise<void> {
  await test.host.close();
  await damage();
  test = await test.restart();
}

async function rowOf(id: InterviewId) {
  return (await test.call('interviews.list', {})).find((row) => row.id === id);
}

async function damageOf(id: InterviewId) {
  await test.call('interviews.list', {}); // an interview's log is read when it is asked for
  const { damage } = await test.call('workspaces.open', { folder });
  return damage.filter((one) => one.document === interviewDocumentName(id));
}

async function expectOtherWhole(): Promise<void> {
  expect(await rowOf(other)).toMatchObject({ participant: 'Hazel', questions: 1, damage: null });
  expect((await test.call('transcripts.read', { interviewId: other }))?.turns).toHaveLength(2);
  expect(await damageOf(other)).toEqual([]);
}

async function changeBytes(path: string, change: (bytes: Buffer) => Buffer): Promise<Buffer> {
  const changed = change(await readFile(path));
  await chmod(path, 0o644);
  await writeFile(path, changed);
  return changed;
}

it('opens a log whose end was cut off with what stands before, and keeps the torn bytes', async () => {
  let torn: Buffer = Buffer.alloc(0);
  await whileClosed(async () => {
    torn = await changeBytes(logOf(hurt), (bytes) => bytes.subarray(0, bytes.length - 3));
  });
  expect(await rowOf(hurt)).toMatchObject({ questions: 1, damage: null });
  const [damage] = await damageOf(hurt);
  expect(damage?.message).toMatch(/cut short/);
  const kept = await readFile(join(folder, 'documents', damage?.keptAs ?? ''));
  const now = await readFile(logOf(hurt));
  expect(Buffer.concat([now, kept])).toEqual(torn);
  await expectOtherWhole();
});

it('opens a log with a flipped bit in its middle with what stands before, and keeps what follows', async () => {
  let flipped: Buffer = Buffer.alloc(0);
  await whileClosed(async () => {
    const { log, records } = await openUpdateLog(logOf(hurt));
    await log.close();
    const first = 16 + 8 + (records[0]?.length ?? 0);
    expect(records.length).toBeGreaterThan(1);
    flipped = await changeBytes(logOf(hurt), (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(first + 12) ^ 1, first + 12);
      return bytes;
    });
  });
  expect(await rowOf(hurt)).toMatchObject({ questions: 1 });
  const [damage] = await damageOf(hurt);
  expect(damage?.message).toMatch(/damaged|cut short/);
  const kept = await readFile(join(folder, 'documents', damage?.keptAs ?? ''));
  expect(Buffer.concat([await readFile(logOf(hurt)), kept])).toEqual(flipped);
  await expectOtherWhole();
});

it.each([
  ['foreign', () => Buffer.from('this is a shopping list, and no log'), /no log of Earshot/],
  [
    'newer',
    () => Buffer.concat([encodeHeader(99), Buffer.from('what only a newer Earshot reads')]),
    /newer Earshot/,
  ],
] as const)(
  'names a %s file in the place of a log, and does not touch it',
  async (_kind, content, sentence) => {
    await whileClosed(() => writeFile(logOf(hurt), content()));
    expect((await rowOf(hurt))?.damage).toMatch(sentence);
    await expectOtherWhole();
    await expect(importInto(hurt, new TextEncoder().encode('Ada: more words'))).rejects.toThrow();
    await test.host.close();
    expect(await readFile(logOf(hurt))).toEqual(content());
  },
);

it('reads the generation before when a log is missing, and says so', async () => {
  await whileClosed(() => rename(logOf(hurt), `${logOf(hurt)}.prev`));
  expect(await rowOf(hurt)).toMatchObject({ questions: 1, damage: null });
  const [damage] = await damageOf(hurt);
  expect(damage?.message).toMatch(/missing, so the previous generation was read/);
  await expectOtherWhole();
});

it('opens the workspace from the generation before when its own log is missing', async () => {
  const log = join(folder, 'documents', 'workspace.ylog');
  await whileClosed(() => rename(log, `${log}.prev`));
  const { damage } = await test.call('workspaces.open', { folder });
  expect(damage).toMatchObject([
    { document: 'workspace', message: expect.stringMatching(/previous generation/) },
  ]);
  await expectOtherWhole();
});

it('refuses a workspace whose own log is no log, by name, and leaves every file as it was', async () => {
  const log = join(folder, 'documents', 'workspace.ylog');
  const foreign = Buffer.from('somebody wrote something else here');
  await whileClosed(() => writeFile(log, foreign));
  expect((await test.call('session.state', {})).workspace).toBeNull();
  await expect(test.call('workspaces.open', { folder })).rejects.toMatchObject({
    code: 'storage-failed',
    message: 'this is no log of Earshot',
  });
  expect(await readFile(log)).toEqual(foreign);
  expect(await readdir(folder)).not.toContain('lock');
});

it('computes again what was deleted from the derived folder', async () => {
  const before = await test.call('transcripts.read', { interviewId: hurt });
  await whileClosed(() => rm(join(folder, 'derived'), { recursive: true }));
  expect(await test.call('transcripts.read', { interviewId: hurt })).toEqual(before);
  await expectOtherWhole();
});

it('names an original that was replaced by other bytes, reads none of them as words, and takes the true ones back', async () => {
  const stored = join(folder, 'originals', `${original}.vtt`);
  const swapped = Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nBronagh Tully: I never said that.\n');
  await whileClosed(async () => {
    await changeBytes(stored, () => swapped);
    await rm(join(folder, 'derived'), { recursive: true });
  });
  await expect(test.call('transcripts.read', { interviewId: hurt })).rejects.toMatchObject({
    code: 'storage-failed',
    details: { expectedHash: original },
  });
  expect(await readFile(stored)).toEqual(swapped);
  await expectOtherWhole();
  const bytes = new Uint8Array(await readFile(file));
  await expect(importInto(hurt, bytes)).rejects.toMatchObject({ code: 'already-imported' });
  expect((await test.call('transcripts.read', { interviewId: hurt }))?.turns.length).toBeGreaterThan(10);
  expect(await readFile(stored)).toEqual(Buffer.from(bytes));
});

it.each([
  ['no JSON', '{"earshot": "workspace", "id'],
  ['another JSON', '{"name": "a package"}'],
  ['nothing', ''],
])('refuses a folder whose earshot.json holds %s, by name, and leaves it alone', async (_what, text) => {
  const manifest = join(folder, 'earshot.json');
  await whileClosed(() => writeFile(manifest, text));
  expect((await test.call('session.state', {})).workspace).toBeNull();
  await expect(test.call('workspaces.open', { folder })).rejects.toMatchObject({ code: 'not-a-workspace' });
  expect(await readFile(manifest, 'utf8')).toBe(text);
  expect((await readdir(join(folder, 'documents'))).filter((name) => !/\.ylog$/.test(name))).toEqual([]);
});

it('shows the quotes of a replaced original as broken or not at all, never with other words', async () => {
  const sample = await test.call('workspaces.openSample', {});
  const before = await test.call('needs.list', {});
  const quotesOf = (view: typeof before) => view.needs.flatMap((need) => need.quotes);
  const victim = quotesOf(before)[0];
  if (victim === undefined) throw new Error('the sample has no quotes');
  const originals = join(sample.folder, 'originals');
  const name = (await readdir(originals)).find((one) => one.startsWith(victim.original)) ?? '';
  await whileClosed(async () => {
    const text = await readFile(join(originals, name), 'utf8');
    await changeBytes(join(originals, name), () => Buffer.from(text.replaceAll('the', 'not the')));
    await rm(join(sample.folder, 'derived', 'turns'), { recursive: true, force: true });
  });
  const after = await test.call('needs.list', {});
  const ofVictim = quotesOf(after).filter((quote) => quote.original === victim.original);
  expect(ofVictim.every((quote) => quote.isBroken)).toBe(true);
  const others = (view: typeof before) =>
    quotesOf(view).filter((quote) => quote.original !== victim.original && !quote.isBroken);
  expect(others(after).map(({ id, text }) => [id, text])).toEqual(
    others(before).map(({ id, text }) => [id, text]),
  );
  expect(others(after).length).toBeGreaterThan(0);
});

it('leaves what a later version may have put into the folder where it is', async () => {
  const strange = join(folder, 'documents', 'whiteboard-1.ylog');
  await whileClosed(() => copyFile(logOf(other), strange));
  const bytes = await readFile(strange);
  await test.call('interviews.list', {});
  await test.host.close();
  expect(await readFile(strange)).toEqual(bytes);
});
