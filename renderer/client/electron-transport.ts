// The door of Electron's window: the two functions of the preload script. An empty frame says that this connection has
// ended, mostly because the host's process is being started again; a new one is opened then.
import { BackOff } from './back-off.ts';
import { Listeners } from './listeners.ts';
import { realTimers, type Timers, type Transport, type TransportState } from './transport.ts';

const RETRY = { firstMs: 250, limitMs: 5_000 };

export class ElectronTransport implements Transport {
  readonly #bridge: EarshotBridge;
  readonly #frames = new Listeners<Uint8Array>();
  readonly #states = new Listeners<TransportState>();
  readonly #backOff: BackOff;
  #state: TransportState = { kind: 'connecting' };
  #leave: (() => void) | null = null;

  constructor(bridge: EarshotBridge, timers: Timers = realTimers) {
    this.#bridge = bridge;
    this.#backOff = new BackOff(RETRY, timers);
    this.#connect();
  }

  get state(): TransportState {
    return this.#state;
  }

  send(frame: Uint8Array): void {
    if (this.#state.kind === 'open') this.#bridge.send(frame);
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

  close(): void {
    this.#backOff.cancel();
    this.#disconnect();
    this.#become({ kind: 'closed', reason: 'closed-here', willRetry: false });
  }

  #connect(): void {
    this.#leave = this.#bridge.onFrame((frame) => this.#hear(frame));
    this.#become({ kind: 'open' });
  }

  #hear(frame: Uint8Array): void {
    if (frame.length > 0) {
      this.#backOff.succeed();
      this.#frames.tell(frame);
      return;
    }
    this.#disconnect();
    this.#backOff.schedule(() => this.#connect());
    this.#become({ kind: 'closed', reason: 'host-ended', willRetry: true });
  }

  #disconnect(): void {
    this.#leave?.();
    this.#leave = null;
  }

  #become(state: TransportState): void {
    this.#state = state;
    this.#states.tell(state);
  }
}
