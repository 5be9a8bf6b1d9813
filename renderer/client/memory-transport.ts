// A door without a wire: straight to a host in the same process, for tests. Frames are copied and arrive later, as on
// any other door, so that nobody comes to depend on sharing memory or on being called back at once.
import { Listeners } from './listeners.ts';
import type { Transport, TransportState } from './transport.ts';

/** What a host looks like from here; the real one is in electron/host, which this folder does not import. */
export interface Connectable<Viewer> {
  connect(
    socket: { send(frame: Uint8Array): void; close(): void },
    viewer: Viewer,
  ): { receive(frame: Uint8Array): void; close(): void };
}

export class MemoryTransport<Viewer> implements Transport {
  readonly #viewer: Viewer;
  readonly #frames = new Listeners<Uint8Array>();
  readonly #states = new Listeners<TransportState>();
  #host: Connectable<Viewer>;
  #state: TransportState = { kind: 'connecting' };
  #line: ReturnType<Connectable<Viewer>['connect']> | null = null;

  constructor(host: Connectable<Viewer>, viewer: Viewer) {
    this.#host = host;
    this.#viewer = viewer;
    this.#connect();
  }

  get state(): TransportState {
    return this.#state;
  }

  send(frame: Uint8Array): void {
    const line = this.#line;
    if (!line) return;
    const copy = frame.slice();
    setTimeout(() => {
      if (this.#line === line) line.receive(copy);
    }, 0);
  }

  onFrame(listener: (frame: Uint8Array) => void): () => void {
    return this.#frames.add(listener);
  }

  onState(listener: (state: TransportState) => void): () => void {
    return this.#states.add(listener);
  }

  tryNow(): void {
    if (this.#state.kind === 'closed') this.#connect();
  }

  close(): void {
    this.#lose('closed-here', false);
  }

  /** Cuts the line, as a network would: what is on its way either way is gone. `tryNow` connects again. */
  drop(): void {
    this.#lose('connection-lost', true);
  }

  /** The next connection goes to this host: as when the host was started again. */
  moveTo(host: Connectable<Viewer>): void {
    this.#host = host;
  }

  #connect(): void {
    const line = this.#host.connect(
      {
        send: (frame) => {
          const copy = frame.slice();
          setTimeout(() => {
            if (this.#line === line) this.#frames.tell(copy);
          }, 0);
        },
        // Frames that were sent before are still delivered, as on a wire.
        close: () => setTimeout(() => this.#line === line && this.#lose('connection-lost', true), 0),
      },
      this.#viewer,
    );
    this.#line = line;
    this.#become({ kind: 'open' });
  }

  #lose(reason: string, willRetry: boolean): void {
    const line = this.#line;
    this.#line = null;
    line?.close();
    this.#become({ kind: 'closed', reason, willRetry });
  }

  #become(state: TransportState): void {
    this.#state = state;
    this.#states.tell(state);
  }
}
