// The door of a browser: a WebSocket to this computer's own Earshot, opened again whenever it drops.
// The token travels as a subprotocol, because a page can set no header and an address ends up in histories.
import { BackOff } from './back-off.ts';
import { Listeners } from './listeners.ts';
import { realTimers, type Timers, type Transport, type TransportState } from './transport.ts';

/** The part of a WebSocket that is used: the browser's own fits, and so does the one of Node's `ws`. */
export interface WebSocketLike {
  binaryType: string;
  send(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string }) => void,
  ): void;
}
export type WebSocketConstructor = new (url: string, protocols: string[]) => WebSocketLike;

export interface WebSocketTransportOptions {
  readonly url: string;
  readonly token: string;
  /** By which a sharing host knows this browser again. */
  readonly visitorKey?: string;
  readonly WebSocket: WebSocketConstructor;
  readonly timers?: Timers;
}

/** Closing codes with which the door says that another attempt with the same token is of no use. */
const FINAL_CODES: ReadonlySet<number> = new Set([4401]);
const RETRY = { firstMs: 250, limitMs: 5_000 };

export class WebSocketTransport implements Transport {
  readonly #options: WebSocketTransportOptions;
  readonly #frames = new Listeners<Uint8Array>();
  readonly #states = new Listeners<TransportState>();
  readonly #backOff: BackOff;
  #state: TransportState = { kind: 'connecting' };
  #socket: WebSocketLike | null = null;

  constructor(options: WebSocketTransportOptions) {
    this.#options = options;
    this.#backOff = new BackOff(RETRY, options.timers ?? realTimers);
    this.#connect();
  }

  get state(): TransportState {
    return this.#state;
  }

  send(frame: Uint8Array): void {
    if (this.#state.kind !== 'open') return;
    // A frame never lies in shared memory; the type of Uint8Array does not say so.
    this.#socket?.send(frame as Uint8Array<ArrayBuffer>);
  }

  onFrame(listener: (frame: Uint8Array) => void): () => void {
    return this.#frames.add(listener);
  }

  onState(listener: (state: TransportState) => void): () => void {
    return this.#states.add(listener);
  }

  tryNow(): void {
    this.#backOff.runNow();
  }

  drop(): void {
    const socket = this.#socket;
    if (socket === null || this.#state.kind !== 'open') return;
    this.#lose(1006, '');
    socket.close();
  }

  close(): void {
    this.#backOff.cancel();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#become({ kind: 'closed', reason: 'closed-here', willRetry: false });
  }

  #connect(): void {
    this.#become({ kind: 'connecting' });
    const { url, token, visitorKey } = this.#options;
    const protocols = ['earshot', token, ...(visitorKey === undefined ? [] : [visitorKey])];
    const socket = new this.#options.WebSocket(url, protocols);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (this.#socket !== socket) return;
      this.#backOff.succeed();
      this.#become({ kind: 'open' });
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket && data instanceof ArrayBuffer) this.#frames.tell(new Uint8Array(data));
    });
    // Every error of a WebSocket is followed by `close`, which is where it is handled.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', ({ code, reason }) => {
      if (this.#socket === socket) this.#lose(code, reason);
    });
  }

  #lose(code: number, reason: string): void {
    this.#socket = null;
    const willRetry = !FINAL_CODES.has(code);
    if (willRetry) this.#backOff.schedule(() => this.#connect());
    this.#become({ kind: 'closed', reason: reason === '' ? 'connection-lost' : reason, willRetry });
  }

  #become(state: TransportState): void {
    this.#state = state;
    this.#states.tell(state);
  }
}
