// What the browser's door gives out of a recording, and to whom.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../host/log.ts';
import { tinyWav } from '../host/recordings/testing/tiny-wav.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { openWebDoor, type WebDoor } from './web-door.ts';

const wav = tinyWav(1);
let test: TestHost;
let door: WebDoor;
let root: string;
let url: string;

beforeEach(async () => {
  test = await startTestHost();
  root = await mkdtemp(join(tmpdir(), 'earshot-recording-'));
  await writeFile(join(root, 'call.wav'), wav);
  await test.call('workspaces.create', { name: 'Study', folder: null });
  const { id } = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  await test.call('recordings.attach', { interviewId: id, path: join(root, 'call.wav'), hash: null });
  const known = await test.call('recordings.state', { interviewId: id });
  url = known.kind === 'here' ? known.url : '';
  door = await openWebDoor(test.host, { rendererFolder: root, port: 0, log: silentLog() });
});
afterEach(async () => {
  await door.close();
  await test.close();
  await rm(root, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: door.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

it('gives out the whole recording, and says that parts can be had', async () => {
  const { status, headers, bytes } = await ask(url);
  expect([status, headers['accept-ranges'], headers['content-type']]).toEqual([200, 'bytes', 'audio/wav']);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(bytes.equals(wav)).toBe(true);
  expect(await ask(url, {}, 'HEAD')).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
});

it.each([
  ['bytes=0-', 0, 8_043],
  ['bytes=44-143', 44, 143],
  ['bytes=8000-99999999999999999999', 8_000, 8_043],
  ['bytes=-10', 8_034, 8_043],
  ['bytes=-99999', 0, 8_043],
  ['bytes=8043-8043', 8_043, 8_043],
])('gives out %s', async (range, start, end) => {
  const { status, headers, bytes } = await ask(url, { range });
  expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/8044`]);
  expect(bytes.equals(wav.subarray(start, end + 1))).toBe(true);
});

it.each(['bytes=8044-', 'bytes=9999999999999999999999-', 'bytes=-0', 'bytes=0-1,5-6'])(
  'refuses %s with the size there is',
  async (range) => {
    const { status, headers, bytes } = await ask(url, { range });
    expect([status, headers['content-range'], bytes.length]).toEqual([416, 'bytes */8044', 0]);
  },
);

it('refuses a thousand ranges at once', async () => {
  expect((await ask(url, { range: `bytes=${'0-1,'.repeat(999)}0-1` })).status).toBe(416);
});

it.each(['lines=0-1', 'bytes=', 'bytes=-', 'bytes=9-3', 'bytes=a-b', 'bytes=0x1-', 'bytes=1e3-'])(
  'passes over %s, which is no range',
  async (range) => {
    expect((await ask(url, { range })).status).toBe(200);
  },
);

it.each([
  '/recordings/',
  '/recordings/call.wav',
  '/recordings/../call.wav',
  '/recordings/..%2f..%2fetc%2fpasswd',
  '/recordings//etc/passwd',
  `/recordings/${'A'.repeat(43)}`,
])('knows no %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, bytes: Buffer.alloc(0) });
});

it('takes nothing after the ticket', async () => {
  for (const more of ['/', '/../x', '?x', '%00']) expect((await ask(url + more)).status).toBe(404);
});

it('plays for no other page, no other name of this computer, and takes nothing in', async () => {
  expect((await ask(url, { origin: 'http://elsewhere.example' })).status).toBe(403);
  expect((await ask(url, { origin: 'null' })).status).toBe(403);
  for (const site of ['cross-site', 'same-site', 'none'])
    expect((await ask(url, { 'sec-fetch-site': site })).status).toBe(403);
  expect((await ask(url, { host: 'rebound.example' })).status).toBe(421);
  expect((await ask(url, {}, 'POST')).status).toBe(405);
  expect((await ask(url, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

it('says that it has moved when another file lies there, or none', async () => {
  await writeFile(join(root, 'call.wav'), 'another file');
  expect(await ask(url)).toMatchObject({ status: 409, headers: { 'x-earshot-recording': 'moved' } });
  await rm(join(root, 'call.wav'));
  expect(await ask(url, { range: 'bytes=0-' })).toMatchObject({ status: 409, bytes: Buffer.alloc(0) });
});

it('gives nothing out by a ticket whose connection has ended', async () => {
  await test.host.close();
  expect((await ask(url)).status).toBe(404);
});
