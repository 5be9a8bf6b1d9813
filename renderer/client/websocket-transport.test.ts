import { expect, it } from 'vitest';
import { HeldTimers } from './testing/held-timers.ts';
import type { TransportState } from './transport.ts';
import { type WebSocketLike, WebSocketTransport } from './websocket-transport.ts';

/** The far end is the test; a real one is in electron/e2e. */
class FakeWebSocket implements WebSocketLike {
  static made: FakeWebSocket[] = [];
  readonly url: string;
  readonly protocols: string[];
  readonly sent: Uint8Array[] = [];
  binaryType = 'blob';
  isClosed = false;
  readonly #hear = new Map<string, (event: never) => void>();

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
    FakeWebSocket.made.push(this);
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.sent.push(bytes);
  }

  close(): void {
    this.isClosed = true;
  }

  addEventListener(type: string, hear: (event: never) => void): void {
    this.#hear.set(type, hear);
  }

  happen(type: string, event: unknown = {}): void {
    this.#hear.get(type)?.(event as never); // the test passes what a WebSocket would
  }
}

function start() {
  FakeWebSocket.made = [];
  const timers = new HeldTimers();
  const transport = new WebSocketTransport({
    url: 'ws://127.0.0.1:1/',
    token: 'secret',
    WebSocket: FakeWebSocket,
    timers,
  });
  const states: TransportState[] = [];
  transport.onState((state) => states.push(state));
  return { transport, timers, states };
}

function newest(): FakeWebSocket {
  const socket = FakeWebSocket.made.at(-1);
  if (!socket) throw new Error('no socket was made');
  return socket;
}

it('shows its token as a subprotocol, and takes bytes as array buffers', () => {
  start();
  expect(newest().protocols).toEqual(['earshot', 'secret']);
  expect(newest().binaryType).toBe('arraybuffer');
});

it('passes frames both ways while it is open, and drops them while it is not', () => {
  const { transport } = start();
  const heard: Uint8Array[] = [];
  transport.onFrame((frame) => heard.push(frame));
  transport.send(new Uint8Array([1]));
  newest().happen('open');
  transport.send(new Uint8Array([2]));
  newest().happen('message', { data: new Uint8Array([3]).buffer });
  newest().happen('message', { data: 'text is not ours' });
  expect(newest().sent).toEqual([new Uint8Array([2])]);
  expect(heard).toEqual([new Uint8Array([3])]);
});

it('tries again after 0.25 s, 0.5 s … 5 s, and from the start after it was open', () => {
  const { timers } = start();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    newest().happen('close', { code: 1006, reason: '' });
    waits.push(timers.runNext());
  }
  newest().happen('open');
  newest().happen('close', { code: 1006, reason: '' });
  waits.push(timers.runNext());
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 250]);
});

it('tells that it was closed, and that it tries again', () => {
  const { states, timers } = start();
  newest().happen('open');
  newest().happen('close', { code: 1006, reason: '' });
  timers.runNext();
  expect(states).toEqual([
    { kind: 'open' },
    { kind: 'closed', reason: 'connection-lost', willRetry: true },
    { kind: 'connecting' },
  ]);
});

it('does not try again with a token that the door does not know', () => {
  const { transport, timers } = start();
  newest().happen('open');
  newest().happen('close', { code: 4401, reason: 'wrong-token' });
  expect(transport.state).toEqual({ kind: 'closed', reason: 'wrong-token', willRetry: false });
  expect(timers.pending).toBe(0);
});

it('tries at once when it is asked to, and then not a second time', () => {
  const { transport, timers } = start();
  newest().happen('close', { code: 1006, reason: '' });
  transport.tryNow();
  expect(FakeWebSocket.made).toHaveLength(2);
  expect(timers.pending).toBe(0);
  transport.tryNow();
  expect(FakeWebSocket.made).toHaveLength(2);
});

it('stays closed once it is closed here, whatever the socket still says', () => {
  const { transport, timers, states } = start();
  newest().happen('open');
  transport.close();
  newest().happen('close', { code: 1006, reason: '' });
  expect(newest().isClosed).toBe(true);
  expect(timers.pending).toBe(0);
  expect(states.at(-1)).toEqual({ kind: 'closed', reason: 'closed-here', willRetry: false });
});

it('gives up a line that may be dead, and opens another', () => {
  const { transport, timers, states } = start();
  newest().happen('open');
  const dead = newest();
  transport.drop();
  expect(dead.isClosed).toBe(true);
  expect(states.at(-1)).toEqual({ kind: 'closed', reason: 'connection-lost', willRetry: true });
  // What the dead line says at last is of no interest.
  dead.happen('close', { code: 4401, reason: 'wrong-token' });
  timers.runNext();
  newest().happen('open');
  expect(transport.state).toEqual({ kind: 'open' });
  expect(newest()).not.toBe(dead);
});
