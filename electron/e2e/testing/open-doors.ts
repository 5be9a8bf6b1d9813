// The doors that transport-suite.ts is run against, each with a real host behind it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { MemoryTransport } from '../../../renderer/client/memory-transport.ts';
import type { Transport } from '../../../renderer/client/transport.ts';
import {
  type WebSocketConstructor,
  WebSocketTransport,
} from '../../../renderer/client/websocket-transport.ts';
import type { Host } from '../../host/host.ts';
import { silentLog } from '../../host/log.ts';
import { startTestHost } from '../../host/testing/start-test-host.ts';
import { openWebDoor, type WebDoor } from '../../web/web-door.ts';
import type { OpenDoor, RawLine } from '../transport-suite.ts';
import { clientOver, type TestClient } from './client-of.ts';

export async function openMemoryDoor(): Promise<OpenDoor> {
  let test = await startTestHost();
  const clients: TestClient<MemoryTransport<{ access: 'owner' }>>[] = [];
  return {
    connect() {
      const client = clientOver(new MemoryTransport<{ access: 'owner' }>(test.host, { access: 'owner' }));
      clients.push(client);
      return client;
    },
    openLine: () => Promise.resolve(openMemoryLine(test.host)),
    async restart(meanwhile) {
      for (const { transport } of clients) transport.drop();
      await meanwhile();
      test = await test.restart();
      for (const { transport } of clients) {
        transport.moveTo(test.host);
        transport.tryNow();
      }
    },
    async close() {
      for (const client of clients) client.close();
      await test.close();
    },
  };
}

function openMemoryLine(host: Host): RawLine {
  const heard: Uint8Array[] = [];
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const connection = host.connect(
    { send: (frame) => heard.push(frame.slice()), close: () => end('closed') },
    { access: 'owner' },
  );
  return { heard, ended, send: (frame) => connection.receive(frame) };
}

export interface OpenWebDoor extends OpenDoor {
  readonly door: () => WebDoor;
}

export async function openTestWebDoor(): Promise<OpenWebDoor> {
  let test = await startTestHost();
  const rendererFolder = await mkdtemp(join(tmpdir(), 'earshot-page-'));
  const options = { rendererFolder, log: silentLog() };
  let door = await openWebDoor(test.host, { ...options, port: 0 });
  const clients: TestClient<Transport>[] = [];
  const lines: WebSocket[] = [];
  return {
    door: () => door,
    connect() {
      const client = clientOver(webTransport(door));
      clients.push(client);
      return client;
    },
    async openLine() {
      const { line, socket } = await openWebLine(door);
      lines.push(socket);
      return line;
    },
    async restart(meanwhile) {
      const { port, token } = door;
      await door.close();
      await meanwhile();
      test = await test.restart();
      door = await openWebDoor(test.host, { ...options, port, token });
    },
    async close() {
      for (const client of clients) client.close();
      for (const socket of lines) socket.terminate();
      await door.close();
      await test.close();
      await rm(rendererFolder, { recursive: true, force: true });
    },
  };
}

/** A browser's transport on Node: `ws` sends no Origin by itself. */
export function webTransport(door: WebDoor): WebSocketTransport {
  const origin = `http://127.0.0.1:${door.port}`;
  class WebSocketFromPage extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin });
    }
  }
  return new WebSocketTransport({
    url: `ws://127.0.0.1:${door.port}/`,
    token: door.token,
    // Its events and `binaryType` are typed more narrowly than a browser's; what is used of it is the same.
    WebSocket: WebSocketFromPage as unknown as WebSocketConstructor,
  });
}

async function openWebLine(door: WebDoor): Promise<{ readonly line: RawLine; readonly socket: WebSocket }> {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}/`, ['earshot', door.token], {
    origin: `http://127.0.0.1:${door.port}`,
  });
  const heard: Uint8Array[] = [];
  socket.on('message', (message) => {
    if (Buffer.isBuffer(message)) heard.push(new Uint8Array(message));
  });
  // A door that ends us while we still send breaks the pipe; `close` tells.
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.on('close', (code) => resolve(`closed-${code}`)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return { socket, line: { heard, ended, send: (frame) => socket.send(frame) } };
}
