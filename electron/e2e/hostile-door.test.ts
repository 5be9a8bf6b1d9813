// Everything that somebody may try at the sharing door, with an invite or without one. Each is refused by name, and an
// honest guest inside goes on getting acknowledgements.
import { once } from 'node:events';
import { connect as connectTcp, createServer } from 'node:net';
import { connect as connectTls, createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { describe, expect, it, vi } from 'vitest';
import { formatInviteLink, type InviteLink, inviteToken } from '../../shared/sharing/invite-link.ts';
import { expectHonestAcks, openLine, room, startRoomForEachTest } from './testing/hostile-room.ts';
import { newVisitorKey } from './testing/shared-host.ts';

startRoomForEachTest();

describe('at the door', () => {
  it.each<readonly [string, (link: InviteLink) => InviteLink, string]>([
    ['a wrong secret', (one) => ({ ...one, secret: 'w'.repeat(22) }), 'unknown'],
    ['an unknown invite', (one) => ({ ...one, inviteId: 'nobody' as InviteLink['inviteId'] }), 'unknown'],
    ['another key', (one) => ({ ...one, key: 'k'.repeat(43) }), 'wrong-key'],
  ])('%s opens nothing', async (_what, change, reason) => {
    const line = await openLine(formatInviteLink(change(room.parsed)));
    await vi.waitUntil(() => line.refusal() !== undefined, { timeout: 10_000 });
    expect(line.refusal()).toBe(reason);
    await expectHonestAcks();
  });

  it('guesses of one address run out, and right ones with them', async () => {
    for (let count = 0; count < 10; count += 1) {
      const guess = await openLine(
        formatInviteLink({ ...room.parsed, secret: String(count).padStart(22, '0') }),
      );
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

  it('a browser that is not let in reads why, and gets no page', async () => {
    const socket = await rawSocket();
    const [address = ''] = room.parsed.addresses;
    socket.write(`GET / HTTP/1.1\r\nhost: ${address}\r\nconnection: close\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 404/);
    expect(String(answer)).toContain('This computer does not let browsers in. Your invite stays good');
  });

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
    room.cleanUp.push(() => middle.close());
    const address = middle.address();
    if (typeof address !== 'object' || !address) throw new Error('it listens on TCP');
    const line = await openLine(
      formatInviteLink({ ...room.parsed, addresses: [`127.0.0.1:${address.port}`] }),
    );
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
    const long = {
      ...room.parsed,
      addresses: [`127.0.0.1:${address.port}`, ...room.parsed.addresses.slice(0, 1)],
    };
    const line = await openLine(formatInviteLink(long));
    line.call(1, 'visit.state', {});
    expect(await line.answer(1)).toBe('result');
  });
});

function addressOf(): { readonly host: string; readonly port: number } {
  const [name = '', port = ''] = (room.parsed.addresses[0] ?? '').split(':');
  return { host: name, port: Number(port) };
}

async function rawSocket(): Promise<TLSSocket> {
  const { host: name, port } = addressOf();
  const socket = connectTls({ host: name, port, rejectUnauthorized: false });
  socket.on('error', () => undefined);
  room.cleanUp.push(() => socket.destroy());
  await once(socket, 'secureConnect');
  return socket;
}

function upgradeRequest(changes: Record<string, string>): string {
  const [address = ''] = room.parsed.addresses;
  const { ':path': path = '/', ...rest } = changes;
  const headers: Record<string, string> = {
    host: address,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': `earshot, ${inviteToken(room.parsed)}, ${newVisitorKey()}`,
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
