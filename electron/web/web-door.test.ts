// Who is let in at the browser's door, and what it gives out. What goes through it once it is open: electron/e2e.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLog } from '../host/log.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { openWebDoor, type WebDoor } from './web-door.ts';

let test: TestHost;
let door: WebDoor;
let root: string;
let logged: string;

beforeEach(async () => {
  test = await startTestHost();
  root = await mkdtemp(join(tmpdir(), 'earshot-door-'));
  const page = join(root, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await mkdir(join(page, '.hidden'));
  await writeFile(
    join(page, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>Earshot</p>',
  );
  await writeFile(join(page, 'assets', 'index-abc.js'), 'export {}');
  await writeFile(join(page, '.hidden', 'note.js'), 'hidden');
  await writeFile(join(page, '.built'), 'hidden');
  await writeFile(join(root, 'secret.js'), 'secret');
  await symlink(join(root, 'secret.js'), join(page, 'assets', 'link.js'));
  logged = '';
  const log = createLog((line) => {
    logged += line;
  });
  door = await openWebDoor(test.host, { rendererFolder: page, port: 0, log });
});
afterEach(async () => {
  await door.close();
  await test.close();
  await rm(root, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** `fetch` would tidy the path and set Host by itself. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: door.port,
        path,
        method: options.method ?? 'GET',
        headers: { host: options.host ?? `127.0.0.1:${door.port}` },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

/** How an attempt to open a WebSocket ends: `open`, an HTTP status, or a closing code with its reason. */
function knock(
  options: { protocols?: string[]; origin?: string | null; host?: string; path?: string } = {},
): Promise<string> {
  const { protocols = ['earshot', door.token], origin = `http://127.0.0.1:${door.port}` } = options;
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}${options.path ?? '/'}`, protocols, {
      ...(origin !== null && { origin }),
      headers: { ...(options.host !== undefined && { host: options.host }) },
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(String(response.statusCode));
      socket.terminate();
    });
    socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`));
    socket.on('error', () => undefined);
    // A token that is not known is told right after the opening.
    socket.on('open', () => socket.ping());
    socket.on('pong', () => {
      resolve('open');
      socket.terminate();
    });
  });
}

it('listens on this computer alone, and has its token behind the # of its address', () => {
  expect(door.url).toBe(`http://127.0.0.1:${door.port}/#token=${door.token}`);
});

it('refuses a port that is taken', async () => {
  const second = openWebDoor(test.host, {
    rendererFolder: root,
    port: door.port,
    log: createLog(() => undefined),
  });
  await expect(second).rejects.toMatchObject({ code: 'invalid-input' });
});

it('gives out the page with a policy and a nonce of its own each time', async () => {
  const [first, second] = [await ask('/'), await ask('/index.html?v=1')];
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  const nonces = [first, second].map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1] ?? 'none');
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(first.headers['content-security-policy']).toContain(`'nonce-${nonces[0]}'`);
  expect(first.headers['content-security-policy']).not.toContain('unsafe');
});

it('lets hashed files be kept, and answers HEAD without the file', async () => {
  const file = await ask('/assets/index-abc.js', { method: 'HEAD' });
  expect(file).toMatchObject({ status: 200, body: '' });
  expect(file.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': '9',
    'cache-control': 'private, max-age=31536000, immutable',
  });
});

it.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/assets/..%2f..%2fsecret.js',
  '/assets\\..\\..\\secret.js',
  '/assets/%5c..%5csecret.js',
  '//secret.js',
  '/assets/link.js',
  '/.built',
  '/.hidden/note.js',
  '/assets/',
  '/assets',
  '/index.html%00.js',
  '/%',
  '/nowhere.js',
])('gives out nothing under %s', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(answer.body).toBe('');
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

it.each(['attacker.example', 'attacker.example:80', '127.0.0.1', 'localhost:1'])(
  'answers no page to Host %j',
  async (host) => {
    expect((await ask('/', { host })).status).toBe(421);
  },
);

it('answers to localhost as to its number', async () => {
  expect((await ask('/', { host: `localhost:${door.port}` })).status).toBe(200);
});

it('lets in who comes from its own page with its token', async () => {
  expect(await knock()).toBe('open');
  const host = `localhost:${door.port}`;
  expect(await knock({ host, origin: `http://${host}` })).toBe('open');
});

it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost', null])(
  'refuses Origin %s',
  async (origin) => {
    expect(await knock({ origin })).toBe('403');
  },
);

it('refuses a page of localhost at the door of 127.0.0.1', async () => {
  expect(await knock({ origin: `http://localhost:${door.port}` })).toBe('403');
});

it('refuses another Host, another path, and a WebSocket without a token', async () => {
  expect(await knock({ host: 'attacker.example', origin: 'http://attacker.example' })).toBe('421');
  expect(await knock({ path: '/elsewhere' })).toBe('404');
  expect(await knock({ protocols: [] })).toBe('401');
  expect(await knock({ protocols: ['other', door.token] })).toBe('401');
});

it('tells a page with a wrong token that trying again is of no use', async () => {
  expect(await knock({ protocols: ['earshot', 'wrong'] })).toBe('4401 wrong-token');
  expect(await knock({ protocols: ['earshot'] })).toBe('4401 wrong-token');
});

it('answers nobody after ten wrong tokens, and still serves who is inside', async () => {
  const inside = new WebSocket(`ws://127.0.0.1:${door.port}/`, ['earshot', door.token], {
    origin: `http://127.0.0.1:${door.port}`,
  });
  await new Promise((resolve) => inside.once('open', resolve));
  const answers = [];
  for (let guess = 0; guess < 12; guess += 1)
    answers.push(await knock({ protocols: ['earshot', `wrong${guess}`] }));
  expect(answers.filter((answer) => answer === '4401 wrong-token')).toHaveLength(10);
  expect(answers.slice(10)).toEqual(['429', '429']);
  const pong = new Promise((resolve) => inside.once('pong', resolve));
  inside.ping();
  await pong;
  inside.terminate();
});

it('never says its token: not in an answer, not in the log', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}/`, ['earshot', door.token], {
    origin: `http://127.0.0.1:${door.port}`,
  });
  await new Promise((resolve) => socket.once('open', resolve));
  expect(socket.protocol).toBe('earshot');
  socket.terminate();
  await knock({ protocols: ['earshot', 'guessed-by-somebody'] });
  expect(logged).toContain('web-token-refused');
  expect(logged).not.toContain(door.token);
  expect(logged).not.toContain('guessed-by-somebody');
});

it('ends who sends text', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}/`, ['earshot', door.token], {
    origin: `http://127.0.0.1:${door.port}`,
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.send('hello');
  expect(await closed).toBe(1003);
  expect(await knock()).toBe('open');
});

it('lives through half a frame, a broken handshake, and somebody who hangs up', async () => {
  const origin = `http://127.0.0.1:${door.port}`;
  const upgrade = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
  const good = `${upgrade}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: earshot, ${door.token}\r\n\r\n`;
  // A binary frame, masked, that says it has 100 bytes and brings four; one that is not masked; one of a reserved kind.
  const halfFrame = Buffer.from([0x82, 0x80 | 100, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const bytes of [halfFrame, Buffer.from([0x82, 2, 0, 0]), Buffer.from([0x83, 0x80, 1, 2, 3, 4])]) {
    await sendAndHangUp(good, bytes);
  }
  await sendAndHangUp(`${upgrade}\r\n`, Buffer.from([0]));
  await sendAndHangUp('GET / HTTP/1.1\r\nHost', Buffer.from([0]));
  await sendAndHangUp('\u0016\u0003\u0001', Buffer.from([0]));
  expect(await knock()).toBe('open');
});

function sendAndHangUp(head: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(door.port, '127.0.0.1', () => {
      socket.write(head);
      socket.end(bytes);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
  });
}
