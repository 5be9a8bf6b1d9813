import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { startTestHost } from '../testing/start-test-host.ts';
import { readTranscriptFile } from './read-transcript-file.ts';
import { type BuiltThread, buildReadingThread } from './testing/build-reading-thread.ts';
import { createTranscriptReader, type ReaderOptions } from './transcript-reader.ts';

/** Reads what begins with a W for ever, and breaks at an X; of everything else it says how many it has read. */
const STRANGE_THREAD = `
import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', ({ bytes }) => {
  if (bytes[0] === 0x57) for (;;);
  if (bytes[0] === 0x58) throw new TypeError('a fault');
  count += 1;
  parentPort.postMessage({ ok: false, error: { reason: 'no-words', message: 'File ' + count, line: null } });
});
`;

let built: BuiltThread;
let folder: string;
let strange: string;

beforeAll(async () => {
  built = await buildReadingThread();
  folder = await mkdtemp(join(tmpdir(), 'earshot-thread-'));
  strange = join(folder, 'strange.mjs');
  await writeFile(strange, STRANGE_THREAD);
});

afterAll(async () => {
  await built.remove();
  await rm(folder, { recursive: true, force: true });
});

function reader(options: ReaderOptions) {
  const made = createTranscriptReader(options);
  onTestFinished(() => made.close());
  return made;
}

function talk(characters: number): Uint8Array<ArrayBuffer> {
  const cues = Array.from(
    { length: Math.ceil(characters / 80) },
    (_, at) =>
      `${time(at)} --> ${time(at + 1)}\n<v ${at % 2 ? 'Hazel' : 'Ines'}>I write it down on paper, number ${at}.\n\n`,
  );
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join('')}`);
}

function time(seconds: number): string {
  return `${new Date(seconds * 1_000).toISOString().slice(11, 19)}.000`;
}

function large(first: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(first.padEnd(400_000, ' '));
}

it('reads a large file in its thread as it would be read here', async () => {
  const bytes = talk(320_000);
  const before = bytes.slice();
  const inThread = reader({ threadPath: built.path });
  const read = await inThread.read(bytes);
  expect(JSON.stringify(read)).toBe(JSON.stringify(await readTranscriptFile(bytes)));
  const look = await inThread.look(bytes);
  expect(JSON.stringify(look)).toBe(JSON.stringify(await reader({ threadPath: null }).look(bytes)));
  // As bytes come through a door: a part of a frame, as a Buffer.
  const frame = Buffer.concat([Buffer.from('frame '), bytes]);
  const part = frame.subarray(6);
  expect(JSON.stringify(await inThread.look(part))).toBe(JSON.stringify(look));
  expect(part.equals(before) && Buffer.from(bytes).equals(before)).toBe(true);
});

it('refuses by name what takes more memory than it may, and reads the next file', async () => {
  const { read } = reader({ threadPath: built.path, memoryMb: 24 });
  const [huge, next] = await Promise.all([read(talk(5_500_000)), read(talk(400_000))]);
  expect(huge).toMatchObject({ ok: false, error: { reason: 'too-large' } });
  expect(next).toMatchObject({ ok: true });
});

it('ends a reading that is given up, and goes on with the next', async () => {
  const { read } = reader({ threadPath: strange });
  const stop = new AbortController();
  const endless = read(large('W'), {}, stop.signal);
  const neverBegun = new AbortController();
  const waiting = read(large('W'), {}, neverBegun.signal);
  const next = read(large('N'));
  neverBegun.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  stop.abort();
  await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
  expect(await next).toMatchObject({ error: { message: 'File 1' } });
});

it('tells a fault of ours to who waits for it, and goes on', async () => {
  const { read } = reader({ threadPath: strange });
  const broken = read(large('X'));
  const next = read(large('N'));
  await expect(broken).rejects.toThrow('a fault');
  expect(await next).toMatchObject({ error: { message: 'File 1' } });
});

it('keeps one thread for what comes one after the other, and ends it when nothing comes', async () => {
  const { read } = reader({ threadPath: strange });
  await read(large('N'));
  expect(await read(large('N'))).toMatchObject({ error: { message: 'File 2' } });
  const brief = reader({ threadPath: strange, idleMs: 0 });
  await Promise.all([brief.read(large('N')), brief.read(large('N'))]);
  await vi.waitUntil(
    async () => {
      const again = await brief.read(large('N'));
      return !again.ok && again.error.message === 'File 1';
    },
    { timeout: 20_000 },
  );
});

it('answers other calls while a file is read, until the reading is given up', async () => {
  const test = await startTestHost({ readingThreadPath: strange });
  onTestFinished(() => test.close());
  const stop = new AbortController();
  const file = { fileName: 'call.vtt', bytes: large('W'), format: null };
  const endless = test.call('transcripts.preview', file, stop.signal);
  const made = await test.call('workspaces.create', { name: 'Meanwhile', folder: null });
  expect(made.name).toBe('Meanwhile');
  stop.abort();
  await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
});

it('imports nothing of a file whose import is given up', async () => {
  const test = await startTestHost({ readingThreadPath: strange });
  onTestFinished(() => test.close());
  await test.call('workspaces.create', { name: 'Kept', folder: null });
  const stop = new AbortController();
  const wanted = {
    interviewId: null,
    newParticipant: 'Hazel',
    fileName: 'call.vtt',
    bytes: large('W'),
    format: null,
    offsetMs: null,
    speakers: {},
  };
  const endless = test.call('transcripts.import', wanted, stop.signal);
  stop.abort();
  await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
  expect(await test.call('interviews.list', {})).toEqual([]);
});

it('closes with the host although a file is still read', async () => {
  const test = await startTestHost({ readingThreadPath: strange });
  const file = { fileName: 'call.vtt', bytes: large('W'), format: null };
  // Nobody hears the answer of a host that is gone.
  void test.call('transcripts.preview', file);
  await test.close();
});
