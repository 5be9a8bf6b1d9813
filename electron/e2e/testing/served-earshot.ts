// `earshot serve` as a process of its own, which can be killed, and a page's client that comes to it through the web door.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Timers } from '../../../renderer/client/transport.ts';
import {
  type WebSocketConstructor,
  WebSocketTransport,
} from '../../../renderer/client/websocket-transport.ts';
import { clientOver, type TestClient } from './client-of.ts';

/** Where a page finds the host: the origin of its door, and the token that lets it in. */
export interface DoorAddress {
  readonly origin: string;
  readonly token: string;
}

export interface ServedEarshot {
  readonly pid: number;
  /** Rejects when the process ends before it serves. */
  readonly address: Promise<DoorAddress>;
  /** Ends it at once, without a chance to finish anything. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Whether it ended without being killed, and what it complained of. */
  readonly complaint: string;
}

/** Starts the built command line on a workspace, with a port and a token of its own. */
export function serveEarshot(
  programPath: string,
  folders: { readonly workspace: string; readonly user: string },
): ServedEarshot {
  const child = spawn(
    process.execPath,
    [programPath, 'serve', '--json', '--workspace', folders.workspace, '--user-folder', folders.user],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let isKilled = false;
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  // A test that fails half-way leaves nothing running behind it.
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      process.off('exit', killWithUs);
      if (!isKilled) complaint += `ended by itself with ${code}`;
      resolve();
    });
  });
  const address = new Promise<DoorAddress>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n')) resolve(addressOf(printed));
    });
    void ended.then(() => reject(new Error(`it does not serve: ${complaint || 'killed'}`)));
  });
  // Who kills it before it serves does not ask for its address.
  address.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    address,
    get complaint() {
      return complaint;
    },
    kill() {
      isKilled = true;
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function addressOf(printed: string): DoorAddress {
  const answer: unknown = JSON.parse(printed);
  if (typeof answer !== 'object' || answer === null || !('url' in answer) || typeof answer.url !== 'string')
    throw new Error('serve printed no address');
  const { origin, hash } = new URL(answer.url);
  return { origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '' };
}

export interface MovingClient extends TestClient<WebSocketTransport> {
  /** Goes on at another door, as a page does whose host came back. */
  moveTo(address: DoorAddress): void;
}

/** A page's client at a door. It connects again only when it is moved, so that a test decides who comes first. */
export function clientAt(first: DoorAddress): MovingClient {
  let address = first;
  let isMoved = false;
  // The transport waits between its attempts; here it waits until it is moved.
  const timers: Timers = {
    set(run) {
      if (isMoved) setImmediate(run);
      isMoved = false;
      return run;
    },
    clear() {},
  };
  class SocketToTheDoor extends WebSocket {
    constructor() {
      super(address.origin.replace('http', 'ws'), ['earshot', address.token], { origin: address.origin });
    }
  }
  const transport = new WebSocketTransport({
    url: '',
    token: '',
    // Its events and `binaryType` are typed more narrowly than a browser's; what is used of it is the same.
    WebSocket: SocketToTheDoor as unknown as WebSocketConstructor,
    timers,
  });
  return {
    ...clientOver(transport),
    moveTo(next) {
      address = next;
      // Where the loss of the old door has not come through yet, the next attempt must not wait.
      isMoved = transport.state.kind !== 'closed';
      transport.tryNow();
    },
  };
}

/** Where the folders of a test lie. */
export function foldersIn(root: string): { readonly workspace: string; readonly user: string } {
  return { workspace: join(root, 'workspace'), user: join(root, 'user') };
}
