// Everything that somebody with an invite, or without one, may try against a host that shares. Each is refused by name,
// and an honest guest in the same room goes on getting acknowledgements.
import { once } from 'node:events';
import { connect as connectTcp, createServer } from 'node:net';
import { connect as connectTls, createServer as createTlsServer, type TLSSocket } from 'node:tls';
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import {
  decodeFrame,
  encodeCallFrame,
  encodeDocumentFrame,
  HostFrame,
  PROTOCOL_VERSION,
} from '../../shared/protocol.ts';
import {
  formatInviteLink,
  type InviteLink,
  inviteToken,
  parseInviteLink,
} from '../../shared/sharing/invite-link.ts';
import { visitorsKey } from '../../shared/workspace/workspace-key.ts';
import { connectPinned } from '../sharing-door/pinned-socket.ts';
import { authMessage } from './hostile-frames.ts';
import type { TestClient } from './testing/client-of.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import {
  newVisitorKey,
  type PinnedTransport,
  type SharedHost,
  startSharedHost,
  visitAs,
} from './testing/shared-host.ts';

let host: SharedHost;
let honest: TestClient<PinnedTransport>;
let link: string;
let parsed: InviteLink;
const cleanUp: (() => void)[] = [];

beforeEach(async () => {
  host = await startSharedHost();
  link = await host.link('editor');
  honest = await visitAs('Honest', link);
  const result = parseInviteLink(link);
  if (!result.ok) throw new Error('a link of ours');
  parsed = result.value;
});
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) close();
  honest.close();
  await host.close();
});

/** What is typed now is on the host's disk and acknowledged, whatever somebody else has done. */
async function expectHonestAcks(): Promise<void> {
  const handle = honest.documents.openDocument(host.documentName);
  await isLive(handle);
  const word = `honest ${Math.random()}`;
  handle.document.getText('said').insert(0, word);
  await isSaved(handle);
  handle.release();
  const check = await visitAs('Reader', link);
  cleanUp.push(() => check.close());
  const seen = check.documents.openDocument(host.documentName);
  await isLive(seen);
  expect(seen.document.getText('said').toString()).toContain(word);
}

interface Line {
  readonly text: () => string;
  readonly refusal: () => string | undefined;
  readonly isClosed: () => boolean;
  send(message: Uint8Array): void;
  call(id: number, method: string, params: unknown): void;
  /** `result`, or the error's code, of the call. */
  answer(id: number): Promise<string>;
}

/** A line of bytes, let into the door by an invite and greeted. */
async function openLine(by = link, visitorKey = newVisitorKey()): Promise<Line> {
  const heard: Uint8Array[] = [];
  let isOpen = false;
  let ended: { readonly reason: unknown; readonly code: string } | null = null;
  const socket = connectPinned(by, visitorKey, {
    open: () => {
      isOpen = true;
    },
    frame: (frame) => heard.push(frame),
    closed: (error) => {
      ended = { reason: error.details.reason, code: error.code };
    },
  });
  cleanUp.push(() => socket.close());
  const messages = () =>
    heard.flatMap((bytes) => {
      const frame = decodeFrame(bytes, HostFrame);
      return frame.channel === 'call' ? [frame.message] : [];
    });
  await vi.waitUntil(() => isOpen || ended !== null, { timeout: 10_000 });
  socket.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  return {
    text: () =>
      heard
        .filter((bytes) => bytes[0] === 1)
        .map((bytes) => new TextDecoder().decode(bytes))
        .join('\n'),
    refusal: () => {
      for (const message of messages())
        if (message.kind === 'refused') return String(message.error.details.reason ?? message.error.code);
      return ended ? String(ended.reason ?? ended.code) : undefined;
    },
    isClosed: () => ended !== null,
    send: (message) => socket.send(message),
    call: (id, method, params) => socket.send(encodeCallFrame({ kind: 'call', id, method, params })),
    async answer(id) {
      const found = await vi.waitUntil(
        () => messages().find((message) => 'id' in message && message.id === id),
        { timeout: 10_000 },
      );
      return found.kind === 'error' ? found.error.code : found.kind;
    },
  };
}

/** The same, introduced and let into the interview. */
async function openRoom(by = link, visitorKey = newVisitorKey()): Promise<Line> {
  const line = await openLine(by, visitorKey);
  line.call(1, 'visit.introduce', { name: 'Mallory' });
  expect(await line.answer(1)).toBe('result');
  const workspaceId = (await host.test.call('session.state', {})).workspace?.id;
  if (!workspaceId) throw new Error('a workspace is open');
  line.send(authMessage(host.documentName, visitorsKey(workspaceId)));
  await vi.waitUntil(() => /read-?(write|only)/.test(line.text()), { timeout: 10_000 });
  return line;
}

type Write = (encoder: ReturnType<typeof createEncoder>) => void;
function message(type: number, write: Write, name = host.documentName): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, type);
  write(encoder);
  return encodeDocumentFrame(toUint8Array(encoder));
}
const sync = (step: number, payload: Uint8Array) =>
  message(0, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, payload);
  });
const update = (payload: Uint8Array) => sync(2, payload);
function presence(client: number, state: unknown, clock = 1): Uint8Array {
  const states = createEncoder();
  writeVarUint(states, 1);
  writeVarUint(states, client);
  writeVarUint(states, clock);
  writeVarString(states, JSON.stringify(state));
  return message(1, (encoder) => writeVarUint8Array(encoder, toUint8Array(states)));
}
const numbers = (...values: number[]) => {
  const encoder = createEncoder();
  for (const value of values) writeVarUint(encoder, value);
  return toUint8Array(encoder);
};

function edit(change: (document: Y.Doc) => void, clientID?: number): Uint8Array {
  const document = new Y.Doc();
  if (clientID !== undefined) document.clientID = clientID;
  document.transact(() => change(document));
  return Y.encodeStateAsUpdate(document);
}

function nested(depth: number): Uint8Array {
  return edit((document) => {
    let map = document.getMap('notes');
    for (let count = 0; count < depth; count += 1) {
      const inner = new Y.Map();
      map.set('k', inner);
      map = inner;
    }
  });
}

/** A value within values, as deep as no JSON is. */
function deepValue(depth: number): Uint8Array {
  const encoder = createEncoder();
  for (const value of [1, 1, 9, 0]) writeVarUint(encoder, value);
  writeUint8(encoder, 0x28);
  writeVarUint(encoder, 1);
  writeVarString(encoder, 'notes');
  writeVarString(encoder, 'k');
  writeVarUint(encoder, 1);
  for (let count = 0; count < depth; count += 1) {
    writeUint8(encoder, 117);
    writeVarUint(encoder, 1);
  }
  writeUint8(encoder, 126);
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}

function gap(): Uint8Array {
  const document = new Y.Doc();
  document.getMap('a').set('a', 1);
  const before = Y.encodeStateVector(document);
  document.getMap('a').set('b', 'y'.repeat(80));
  return Y.encodeStateAsUpdate(document, before);
}

describe('from a guest who may write', () => {
  it.each<readonly [string, string, () => Uint8Array]>([
    [
      'ten bytes that claim 33 million structs',
      'malformed-update',
      () => update(numbers(1, 33_554_431, 7, 0)),
    ],
    ['four billion clients', 'malformed-update', () => update(numbers(4_294_967_295, 1, 7, 0))],
    [
      'four billion deletes',
      'malformed-update',
      () => update(numbers(0, 4_294_967_295, 5, 4_294_967_295, 0, 1)),
    ],
    [
      'noise',
      'malformed-update',
      () => update(Uint8Array.from({ length: 300 }, (_, at) => (at * 167 + 13) % 256)),
    ],
    [
      'half an update',
      'malformed-update',
      () => update(edit((one) => one.getText('t').insert(0, 'words')).slice(0, 12)),
    ],
    [
      'an update of the second version',
      'malformed-update',
      () => {
        const document = new Y.Doc();
        document.getText('said').insert(0, 'in another form');
        return update(Y.encodeStateAsUpdateV2(document));
      },
    ],
    ['a value nested 200,000 times', 'malformed-update', () => update(deepValue(200_000))],
    ['maps nested 20,000 times', 'too-deep', () => update(nested(20_000))],
    ['maps nested 40 times', 'too-deep', () => update(nested(40))],
    ['a gap', 'gap', () => update(gap())],
    ['a delete of what is not here', 'gap', () => update(numbers(0, 1, 77, 1, 0, 5))],
    [
      '17 MB at once',
      'update-too-large',
      () => update(edit((one) => one.getText('t').insert(0, 'z'.repeat(17_000_000)))),
    ],
    ['a presence of a megabyte', 'presence-too-large', () => presence(5, { x: 'a'.repeat(1_000_000) })],
    ['a state vector of a megabyte', 'state-vector-too-large', () => sync(0, new Uint8Array(1_000_000))],
  ])(
    '%s is refused: %s',
    async (_what, reason, attack) => {
      const line = await openRoom();
      line.send(attack());
      await vi.waitUntil(() => line.text().includes(reason) || line.isClosed(), { timeout: 20_000 });
      expect(line.text()).toContain(reason);
      await expectHonestAcks();
    },
    60_000,
  );

  it('a flood of state vectors is refused', async () => {
    const line = await openRoom();
    for (let count = 0; count < 200; count += 1) line.send(sync(0, Uint8Array.of(0)));
    await vi.waitUntil(() => line.text().includes('too-many-state-vectors'), { timeout: 20_000 });
    await expectHonestAcks();
  });

  it('more presences than windows are refused', async () => {
    const line = await openRoom();
    for (let client = 1; client <= 20; client += 1) line.send(presence(client, { typing: true }));
    await vi.waitUntil(() => line.text().includes('too-many-presences'), { timeout: 10_000 });
    await expectHonestAcks();
  });

  it('words under another’s client id are refused, before and after that one has written, and after a restart', async () => {
    const victim = honest.documents.openDocument(host.documentName);
    await isLive(victim);
    const { clientID } = victim.document;
    victim.document.getText('said').insert(0, 'mine. ');
    await isSaved(victim);
    const forged = () => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(victim.document));
      copy.clientID = clientID;
      const before = Y.encodeStateVector(copy);
      copy.getText('said').insert(0, 'forged');
      return Y.encodeStateAsUpdate(copy, before);
    };
    const line = await openRoom();
    line.send(update(forged()));
    await vi.waitUntil(() => line.text().includes('client-of-another'), { timeout: 10_000 });
    const again = await host.test.restart();
    host = { ...host, test: again, close: () => again.close() };
    await isLive(victim);
    const later = await openRoom();
    later.send(update(forged()));
    await vi.waitUntil(() => later.text().includes('client-of-another'), { timeout: 10_000 });
    victim.document.getText('said').insert(0, 'and mine. ');
    await isSaved(victim);
    expect(victim.document.getText('said').toString()).not.toContain('forged');
  }, 60_000);

  it('a presence carries the name that the host knows, and never another’s client', async () => {
    const handle = honest.documents.openDocument(host.documentName);
    await isLive(handle);
    handle.awareness.setLocalState({ name: 'Honest', typing: false });
    const line = await openRoom();
    await vi.waitUntil(() => line.text().includes('Honest'), { timeout: 5_000 });
    line.send(presence(handle.awareness.clientID, { name: 'Stolen' }, 1_000));
    line.send(
      presence(4_242, { personId: 'x', name: 'Ines', role: 'pm', user: { name: 'Ines' }, typing: true }),
    );
    await vi.waitUntil(() => handle.awareness.getStates().has(4_242), { timeout: 5_000 });
    expect(handle.awareness.getStates().get(4_242)).toMatchObject({
      name: 'Mallory',
      role: 'engineer',
      typing: true,
      user: { name: 'Mallory' },
    });
    expect(handle.awareness.getLocalState()).toMatchObject({ name: 'Honest' });
  });

  it('names that no document has, and documents of others, open nothing', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      '../workspace',
      'x'.repeat(100_000),
      'workspace',
    ]) {
      const line = await openRoom();
      line.send(
        authMessage(
          name,
          visitorsKey((await host.test.call('session.state', {})).workspace?.id ?? ('x' as never)),
        ),
      );
      await vi.waitUntil(() => line.isClosed() || line.text().includes('not-in-your-invite'), {
        timeout: 10_000,
      });
    }
    await expectHonestAcks();
  }, 60_000);

  it('paths in place of hashes reach no file', async () => {
    const teammate = await openRoom(await host.link('teammate'));
    for (const [id, hash] of ['../../user/sharing-key.json', '/etc/passwd', '..', 'a'.repeat(63)].entries()) {
      teammate.call(10 + id, 'blobs.read', { kind: 'original', hash, from: 0, length: 100 });
      expect(await teammate.answer(10 + id)).toBe('invalid-input');
    }
  });
});

describe('from a viewer', () => {
  it('a write is refused by name and has no effect', async () => {
    const line = await openRoom(await host.link('viewer'));
    line.send(update(edit((document) => document.getText('said').insert(0, 'by a reader'))));
    await vi.waitUntil(() => line.text().includes('read-only'), { timeout: 10_000 });
    await expectHonestAcks();
    const handle = honest.documents.openDocument(host.documentName);
    await isLive(handle);
    expect(handle.document.getText('said').toString()).not.toContain('by a reader');
  });
});

describe('at the door', () => {
  it.each<readonly [string, (link: InviteLink) => InviteLink, string]>([
    ['a wrong secret', (one) => ({ ...one, secret: 'w'.repeat(22) }), 'unknown'],
    ['an unknown invite', (one) => ({ ...one, inviteId: 'nobody' as InviteLink['inviteId'] }), 'unknown'],
    ['another key', (one) => ({ ...one, key: 'k'.repeat(43) }), 'wrong-key'],
  ])('%s opens nothing', async (_what, change, reason) => {
    const line = await openLine(formatInviteLink(change(parsed)));
    await vi.waitUntil(() => line.refusal() !== undefined, { timeout: 10_000 });
    expect(line.refusal()).toBe(reason);
    await expectHonestAcks();
  });

  it('guesses of one address run out, and right ones with them', async () => {
    for (let count = 0; count < 10; count += 1) {
      const guess = await openLine(formatInviteLink({ ...parsed, secret: String(count).padStart(22, '0') }));
      await vi.waitUntil(() => guess.refusal() === 'unknown', { timeout: 10_000 });
    }
    const right = await openLine();
    await vi.waitUntil(() => right.refusal() !== undefined, { timeout: 10_000 });
    expect(right.refusal()).toBe('too-many-guesses');
  }, 60_000);

  it.each<readonly [string, Record<string, string>, number]>([
    ['a page of somebody', { origin: 'https://evil.example' }, 403],
    ['a page from nowhere', { origin: 'null' }, 403],
    ['our own page while browsers are not let in', { origin: 'self' }, 403],
    ['another name for this computer', { host: 'attacker.example' }, 421],
    ['no invite at all', { 'sec-websocket-protocol': '' }, 401],
    ['an address with a path', { ':path': '/../../etc/passwd' }, 404],
    [
      'a proxy that vouches for itself',
      { 'x-forwarded-for': '6.6.6.6', origin: 'https://evil.example' },
      403,
    ],
  ])('%s is refused', async (_what, headers, status) => {
    expect(await rawUpgrade(headers)).toContain(` ${status} `);
  });

  it('text frames end the line', async () => {
    const socket = await rawSocket();
    socket.write(upgradeRequest({}));
    await once(socket, 'data');
    socket.resume();
    const hello = Buffer.from('hello');
    socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | hello.length, 0, 0, 0, 0]), hello]));
    await once(socket, 'close');
    await expectHonestAcks();
  });

  it('who never says anything is let go after a few seconds', async () => {
    const { host: name, port } = addressOf();
    const mute = connectTcp(port, name);
    const silent = await rawSocket();
    const upgraded = await rawSocket();
    upgraded.write(upgradeRequest({}));
    upgraded.resume();
    silent.resume();
    mute.resume();
    await Promise.all([mute, silent, upgraded].map((socket) => once(socket, 'close')));
    await expectHonestAcks();
  }, 30_000);

  it('an older TLS is not spoken', async () => {
    const { host: name, port } = addressOf();
    const socket = connectTls({ host: name, port, rejectUnauthorized: false, maxVersion: 'TLSv1.2' });
    await expect(once(socket, 'secureConnect')).rejects.toThrow(/protocol|version|alert/i);
  });

  it('a room of fifty takes nobody more, and says so', async () => {
    const guests = await Promise.all(
      Array.from({ length: 49 }, async () => {
        const guest = await openLine();
        return guest;
      }),
    );
    expect(guests.every((guest) => guest.refusal() === undefined)).toBe(true);
    const one = await openLine();
    await vi.waitUntil(() => one.refusal() !== undefined, { timeout: 10_000 });
    expect(one.refusal()).toBe('full');
  }, 60_000);

  it('somebody in between with another certificate sees no byte of ours', async () => {
    const made = await generate([{ name: 'commonName', value: 'Earshot' }], {
      keyType: 'ec',
      curve: 'P-256',
    });
    let plaintext = 0;
    let connections = 0;
    const middle = createTlsServer({ key: made.private, cert: made.cert }, (socket) => {
      socket.on('data', (bytes) => {
        plaintext += bytes.length;
      });
      socket.on('error', () => undefined);
    });
    middle.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => middle.listen(0, '127.0.0.1', resolve));
    cleanUp.push(() => middle.close());
    const address = middle.address();
    if (typeof address !== 'object' || !address) throw new Error('it listens on TCP');
    const line = await openLine(formatInviteLink({ ...parsed, addresses: [`127.0.0.1:${address.port}`] }));
    await vi.waitUntil(() => line.refusal() !== undefined, { timeout: 10_000 });
    expect({ reason: line.refusal(), plaintext, connections }).toEqual({
      reason: 'wrong-key',
      plaintext: 0,
      connections: 1,
    });
  });

  it('passes by a stranger and a dead end on its way to the right computer', async () => {
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
    const address = dead.address();
    if (typeof address !== 'object' || !address) throw new Error('it listens on TCP');
    await new Promise<void>((resolve) => dead.close(() => resolve()));
    const long = { ...parsed, addresses: [`127.0.0.1:${address.port}`, ...parsed.addresses.slice(0, 1)] };
    const line = await openLine(formatInviteLink(long));
    line.call(1, 'visit.state', {});
    expect(await line.answer(1)).toBe('result');
  });
});

function addressOf(): { readonly host: string; readonly port: number } {
  const [name = '', port = ''] = (parsed.addresses[0] ?? '').split(':');
  return { host: name, port: Number(port) };
}

async function rawSocket(): Promise<TLSSocket> {
  const { host: name, port } = addressOf();
  const socket = connectTls({ host: name, port, rejectUnauthorized: false });
  socket.on('error', () => undefined);
  cleanUp.push(() => socket.destroy());
  await once(socket, 'secureConnect');
  return socket;
}

function upgradeRequest(changes: Record<string, string>): string {
  const [address = ''] = parsed.addresses;
  const { ':path': path = '/', ...rest } = changes;
  const headers: Record<string, string> = {
    host: address,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': `earshot, ${inviteToken(parsed)}, ${newVisitorKey()}`,
    ...rest,
  };
  if (headers.origin === 'self') headers.origin = `https://${address}`;
  const lines = Object.entries(headers).filter(([, value]) => value !== '');
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`;
}

async function rawUpgrade(changes: Record<string, string>): Promise<string> {
  const socket = await rawSocket();
  socket.write(upgradeRequest(changes));
  const [answer] = await once(socket, 'data');
  return String(answer);
}
