// What Hocuspocus takes for a WebSocket: it opens when the gate opens, closes when the gate closes, and carries document
// messages over the client's own connection. Only the members that HocuspocusProviderWebsocket uses are here.
import type { DocumentGate } from './document-gate.ts';

type SocketEvent = 'open' | 'message' | 'close' | 'error';
type Hear = (event: unknown) => void;

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;
/** RFC 6455, 7.4.1: the connection went away without a closing handshake. */
const ABNORMAL_CLOSURE = 1006;
const NORMAL_CLOSURE = 1000;

export interface DocumentSocket {
  readonly readyState: number;
  send(message: Uint8Array): void;
  close(): void;
  addEventListener(type: SocketEvent, hear: Hear): void;
  removeEventListener(type: SocketEvent, hear: Hear): void;
}

/** A constructor for `WebSocketPolyfill`. A socket that is made while the gate is closed waits for it, without retries. */
export function documentSocketClass(gate: DocumentGate): new () => DocumentSocket {
  return class implements DocumentSocket {
    readonly #heard = new Map<SocketEvent, Set<Hear>>();
    readonly #leave: readonly (() => void)[];
    #readyState = CONNECTING;

    constructor() {
      this.#leave = [
        gate.onChange((isOpen) => (isOpen ? this.#open() : this.#end(ABNORMAL_CLOSURE, 'connection-lost'))),
        gate.onMessage((message) => {
          // The frame may be a view into a larger buffer, and Hocuspocus reads the buffer from its start.
          if (this.#readyState === OPEN) this.#tell('message', { data: message.slice().buffer });
        }),
      ];
      // Whoever made this socket adds its listeners first.
      if (gate.isOpen) queueMicrotask(() => gate.isOpen && this.#open());
    }

    get readyState(): number {
      return this.#readyState;
    }

    send(message: Uint8Array): void {
      if (this.#readyState === OPEN) gate.send(message);
    }

    close(): void {
      queueMicrotask(() => this.#end(NORMAL_CLOSURE, 'closed-here'));
    }

    addEventListener(type: SocketEvent, hear: Hear): void {
      const heard = this.#heard.get(type) ?? new Set();
      this.#heard.set(type, heard.add(hear));
    }

    removeEventListener(type: SocketEvent, hear: Hear): void {
      this.#heard.get(type)?.delete(hear);
    }

    #open(): void {
      if (this.#readyState !== CONNECTING) return;
      this.#readyState = OPEN;
      this.#tell('open', { type: 'open' });
    }

    #end(code: number, reason: string): void {
      if (this.#readyState === CLOSED) return;
      this.#readyState = CLOSED;
      for (const leave of this.#leave) leave();
      this.#tell('close', { code, reason });
    }

    #tell(type: SocketEvent, event: unknown): void {
      for (const hear of [...(this.#heard.get(type) ?? [])]) hear(event);
    }
  };
}
