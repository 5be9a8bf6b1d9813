import { mkdtemp, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORDINGS_PATH, type RecordingState } from '../../../shared/contract/recordings.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { backUpWorkspace } from '../backups/back-up.ts';
import { restoreWorkspace } from '../backups/restore.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { createRecordingTickets } from './recording-tickets.ts';
import { recordingTypeOf } from './recording-type.ts';
import { tinyWav } from './testing/tiny-wav.ts';

const HOUR = 3_600_000;
let test: TestHost;
let outside: string;
let file: string;
let interviewId: InterviewId;
let nowMs: number;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 25);
  test = await startTestHost({ now: () => new Date(nowMs) });
  outside = await mkdtemp(join(tmpdir(), 'earshot-recording-'));
  file = join(outside, 'call.wav');
  await writeFile(file, tinyWav(1));
  await test.call('workspaces.create', { name: 'Study', folder: null });
  interviewId = await newInterview('Rowan');
});
afterEach(async () => {
  await test.close();
  await rm(outside, { recursive: true, force: true });
});

async function newInterview(pseudonym: string): Promise<InterviewId> {
  const made = await test.call('interviews.create', {
    participant: { pseudonym, description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  return made.id;
}

const attach = (path = file, hash: string | null = null) =>
  // A hash that the host gave out; only this test's types have forgotten it.
  test.call('recordings.attach', { interviewId, path, hash: hash as never });
const state = () => test.call('recordings.state', { interviewId });
const ticketOf = (known: RecordingState) =>
  known.kind === 'here' ? known.url.slice(RECORDINGS_PATH.length) : '';

it('attaches a file by its path, and plays it after a restart', async () => {
  expect(await state()).toEqual({ kind: 'none' });
  await attach();
  expect(await state()).toMatchObject({ kind: 'here', fileName: 'call.wav', offsetMs: 0 });
  expect(test.events.some(({ event }) => event === 'recording.changed')).toBe(true);
  test = await test.restart();
  const known = await state();
  expect(test.host.recordingFile(ticketOf(known))).toMatchObject({ mediaType: 'audio/wav', size: 8_044 });
});

it('takes a path with the quotation marks it was copied with', async () => {
  await attach(` "${file}" `);
  expect((await state()).kind).toBe('here');
});

it.each([
  ['text under the name of a recording', 'not-a-recording', () => writeFile(file, 'WEBVTT')],
  ['an empty file', 'not-a-recording', () => writeFile(file, '')],
  ['a page', 'not-a-recording', () => writeFile(file, '<!doctype html><script>alert(1)</script>')],
  ['a file that is not there', 'not-there', () => rm(file)],
])('refuses %s by name, and attaches nothing', async (_what, reason, spoil) => {
  await spoil();
  await expect(attach()).rejects.toMatchObject({ code: 'unreadable-file', details: { reason } });
  expect(await state()).toEqual({ kind: 'none' });
});

it('refuses a folder, a device and a path that is not whole', async () => {
  for (const path of [outside, '/dev/zero', 'call.wav', '../call.wav', '\0'])
    await expect(attach(path)).rejects.toMatchObject({ details: { reason: 'not-there' } });
});

describe('a recording that has moved', () => {
  it('is said to have, and is found again by its bytes alone, with the offset it had', async () => {
    await attach();
    await test.call('recordings.setOffset', { interviewId, offsetMs: 1_500 });
    const known = await state();
    const hash = known.kind === 'none' ? '' : known.hash;
    await rename(file, join(outside, 'moved.wav'));
    expect(await state()).toMatchObject({ kind: 'moved', fileName: 'call.wav' });
    await writeFile(file, tinyWav(1, 7));
    await expect(attach(file, hash)).rejects.toMatchObject({ details: { reason: 'another-recording' } });
    await attach(join(outside, 'moved.wav'), hash);
    expect(await state()).toMatchObject({ kind: 'here', hash, offsetMs: 1_500 });
  });

  it('has moved as well when other bytes of the same length lie there', async () => {
    await attach();
    await writeFile(file, tinyWav(1, 7));
    await utimes(file, 5, 5);
    expect((await state()).kind).toBe('moved');
  });

  it('is another place than the link that once led to it', async () => {
    const link = join(outside, 'link.wav');
    await symlink(file, link);
    await attach(link);
    await rm(link);
    await symlink('/etc/passwd', link);
    expect(test.host.recordingFile(ticketOf(await state()))).toMatchObject({ size: 8_044 });
  });
});

it('detaches: nothing is left of it here, and the file is as it was', async () => {
  await attach();
  await test.call('recordings.detach', { interviewId });
  expect(await state()).toEqual({ kind: 'none' });
  expect(await readFile(join(test.folder, 'user', 'recordings.json'), 'utf8')).not.toContain('call.wav');
  expect(await readFile(file)).toEqual(tinyWav(1));
});

it('gives out one ticket for hours, and none that can be guessed', async () => {
  await attach();
  const first = ticketOf(await state());
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(ticketOf(await state())).toBe(first);
  nowMs += 7 * HOUR;
  const second = ticketOf(await state());
  expect(second).not.toBe(first);
  nowMs += 6 * HOUR;
  expect(test.host.recordingFile(first)).toBeNull();
  expect(test.host.recordingFile(second)).not.toBeNull();
});

it('ends the tickets of a connection with it, and keeps no more than 64', () => {
  const tickets = createRecordingTickets(() => new Date(nowMs));
  const [one, two] = [{}, {}];
  const at = (path: string) => ({ path, size: 1, mtimeMs: 1, mediaType: 'audio/wav' as const });
  const first = tickets.give(one, at('/a'));
  const other = tickets.give(two, at('/a'));
  expect(other).not.toBe(first);
  tickets.left(one);
  expect([tickets.fileOf(first), tickets.fileOf(other)?.path]).toEqual([null, '/a']);
  for (let index = 0; index < 64; index += 1) tickets.give(one, at(`/${index}`));
  expect(tickets.fileOf(other)).toBeNull();
});

it('stays out of the backup, which knows its hash and not its path', async () => {
  await attach();
  const known = await state();
  const { folder } = (await test.call('session.state', {})).workspace ?? { folder: '' };
  await test.host.close();
  const { file: zip } = await backUpWorkspace(folder, { now: () => new Date(nowMs) });
  const bytes = await readFile(zip);
  expect(bytes.length).toBeLessThan(8_000);
  const restored = join(test.folder, 'restored');
  await restoreWorkspace(zip, restored);
  const document = await readFile(join(restored, 'documents', `interview-${interviewId}.ylog`), 'latin1');
  expect(document).toContain(known.kind === 'none' ? 'none' : known.hash);
  expect(document).not.toContain(outside);
});

it.each([
  ['fLaC', 'audio/flac'],
  ['OggS', 'audio/ogg'],
  ['ID3\x04', 'audio/mpeg'],
  ['\xff\xfb\x90\x64', 'audio/mpeg'],
  ['\xff\xf1\x50\x80', 'audio/aac'],
  ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
  ['\0\0\0\x20ftypisom', 'video/mp4'],
  ['\0\0\0\x14ftypqt  ', 'video/quicktime'],
  ['\x1aE\xdf\xa3\x9fB\x82\x84webm', 'video/webm'],
  ['\0\0\0\x20ftypavif', null],
  ['\xff\xfe\x3c\0', null], // a text in UTF-16
  ['\xff\xff\xff\xff', null],
  ['\xff', null],
  ['RIFF\0\0\0\0AVI ', null],
])('knows %j by its first bytes', (head, type) => {
  expect(recordingTypeOf(Buffer.from(head, 'latin1'))).toBe(type);
});
