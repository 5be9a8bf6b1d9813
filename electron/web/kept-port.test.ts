import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { atKeptPort } from './kept-port.ts';

let folder: string;
let servers: Server[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-port-'));
  servers = [];
});
afterEach(async () => {
  await Promise.all(servers.map(closed));
  await rm(folder, { recursive: true });
});

function open(port: number): Promise<{ port: number; server: Server }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(new AppError('invalid-input', 'taken', { cause })));
    server.listen(port, '127.0.0.1', () => {
      servers.push(server);
      // A server that listens on TCP has an address of this kind.
      resolve({ port: (server.address() as AddressInfo).port, server });
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

it('takes the port of the last start again', async () => {
  const first = await atKeptPort(folder, open);
  await closed(first.server);
  expect((await atKeptPort(folder, open)).port).toBe(first.port);
});

it('takes another when that one is taken, and keeps it from then on', async () => {
  const first = await atKeptPort(folder, open);
  const second = await atKeptPort(folder, open);
  expect(second.port).not.toBe(first.port);
  await closed(second.server);
  expect((await atKeptPort(folder, open)).port).toBe(second.port);
});

it('takes any port when what it remembers is none', async () => {
  await writeFile(join(folder, 'web-port'), '99999999');
  expect((await atKeptPort(folder, open)).port).toBeGreaterThan(0);
});
