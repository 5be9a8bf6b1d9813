// The one way from the page to the host, over whatever transport: calls with typed answers, events, and the channel of
// the documents. It greets the host after every connection and knows no screen.
import type { EventName, Events, Method, Params, Results } from '../../shared/contract.ts';
import { AppError, type AppErrorData } from '../../shared/errors.ts';
import {
  decodeFrame,
  encodeCallFrame,
  encodeDocumentFrame,
  HostFrame,
  MAX_FRAME_BYTES,
  PROTOCOL_VERSION,
} from '../../shared/protocol.ts';
import { assertNever } from '../../shared/result.ts';
import { Listeners } from './listeners.ts';
import { PendingCalls } from './pending-calls.ts';
import type { Transport, TransportState } from './transport.ts';

export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'reconnecting'; readonly sinceEpochMs: number }
  /** For good: this page must be loaded again, or opened by a new link. */
  | { readonly kind: 'refused'; readonly error: AppErrorData };

export class HostClient {
  readonly #transport: Transport;
  readonly #nowEpochMs: () => number;
  readonly #calls = new PendingCalls((id) => this.#giveUp(id));
  readonly #states = new Listeners<ConnectionState>();
  readonly #documents = new Listeners<Uint8Array>();
  readonly #events = new Map<EventName, Listeners<unknown>>();
  #connection: ConnectionState = { kind: 'connecting' };
  #wasConnected = false;

  constructor(transport: Transport, nowEpochMs: () => number = Date.now) {
    this.#transport = transport;
    this.#nowEpochMs = nowEpochMs;
    transport.onFrame((frame) => this.#receive(frame));
    transport.onState((state) => this.#follow(state));
    this.#follow(transport.state);
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** Called after every change of `connection`. */
  readonly subscribe = (listener: (state: ConnectionState) => void): (() => void) =>
    this.#states.add(listener);

  /**
   * Calls a method of the host. A call made while the host is away waits for it; one that is under way when the
   * connection drops rejects with `connection-lost`, because nobody knows whether it was carried out.
   * Aborting `signal` rejects with `cancelled` and tells the host, which may still finish.
   */
  call<M extends Method>(
    method: M,
    params: Params<M>,
    options: { signal?: AbortSignal } = {},
  ): Promise<Results[M]> {
    const { answer, call } = this.#calls.add(
      (id) => encodeCallFrame({ kind: 'call', id, method, params }),
      options.signal,
    );
    if (call.frame.length > MAX_FRAME_BYTES) {
      this.#calls.reject(
        call.id,
        new AppError('too-large', `the params of ${method} are larger than a frame`),
      );
    } else if (this.#connection.kind === 'refused') {
      this.#calls.reject(call.id, AppError.fromData(this.#connection.error));
    } else if (this.#connection.kind === 'connected') {
      this.#sendCall(call.id);
    }
    // The host keeps to the contract: it is part of this program, and its own compiler checked the answer's type.
    return answer as Promise<Results[M]>;
  }

  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    const listeners = this.#events.get(event) ?? new Listeners<unknown>();
    this.#events.set(event, listeners);
    // As for answers: the host's compiler checked the payload against this event's type.
    return listeners.add((payload) => listener(payload as Events[E]));
  }

  /** Sends one message of the document channel; dropped while there is no connection. */
  sendDocument(message: Uint8Array): void {
    if (this.#connection.kind === 'connected') this.#transport.send(encodeDocumentFrame(message));
  }

  onDocument(listener: (message: Uint8Array) => void): () => void {
    return this.#documents.add(listener);
  }

  /** Skips the wait before the next attempt, if the transport is waiting for one. */
  tryNow(): void {
    this.#transport.tryNow();
  }

  close(): void {
    this.#transport.close();
    this.#calls.rejectAll(new AppError('connection-lost', 'the client was closed'));
  }

  #follow(state: TransportState): void {
    switch (state.kind) {
      case 'open':
        this.#transport.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
        return;
      case 'connecting':
        return;
      case 'closed':
        this.#lose(state);
        return;
      default:
        assertNever(state);
    }
  }

  #lose(state: { readonly reason: string; readonly willRetry: boolean }): void {
    this.#calls.rejectSent(
      new AppError('connection-lost', 'the connection to the host was lost', { retryable: true }),
    );
    if (this.#connection.kind === 'refused') return;
    if (!state.willRetry && state.reason !== 'closed-here') {
      this.#refuse(
        new AppError('not-allowed', `the door was closed: ${state.reason}`, {
          details: { reason: state.reason },
        }).toData(),
      );
    } else if (this.#wasConnected && this.#connection.kind !== 'reconnecting') {
      this.#become({ kind: 'reconnecting', sinceEpochMs: this.#nowEpochMs() });
    }
  }

  #receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes, HostFrame);
    if (frame.channel === 'document') this.#documents.tell(frame.bytes);
    else this.#hear(frame.message);
  }

  #hear(message: HostFrame): void {
    switch (message.kind) {
      case 'welcome':
        this.#welcome(message.version);
        return;
      case 'result':
        this.#calls.resolve(message.id, message.result);
        return;
      case 'error':
        this.#calls.reject(message.id, AppError.fromData(message.error));
        return;
      case 'event':
        // An event that this page does not know has no listeners, and comes from a newer host.
        this.#events.get(message.event as EventName)?.tell(message.payload);
        return;
      case 'refused':
        // Once it has been welcomed, a connection is refused for what it sent; the next one may well be fine.
        if (this.#connection.kind !== 'connected') this.#refuse(message.error);
        return;
      default:
        assertNever(message);
    }
  }

  #welcome(version: number): void {
    if (version !== PROTOCOL_VERSION) {
      this.#refuse(
        new AppError('protocol-mismatch', 'the host belongs to another version of Earshot').toData(),
      );
      return;
    }
    this.#wasConnected = true;
    this.#become({ kind: 'connected' });
    for (const id of this.#calls.unsent()) this.#sendCall(id);
  }

  #refuse(error: AppErrorData): void {
    this.#become({ kind: 'refused', error });
    this.#calls.rejectAll(AppError.fromData(error));
    this.#transport.close();
  }

  #sendCall(id: number): void {
    const frame = this.#calls.take(id);
    if (frame) this.#transport.send(frame);
  }

  #giveUp(id: number): void {
    this.#transport.send(encodeCallFrame({ kind: 'give-up', id }));
  }

  #become(state: ConnectionState): void {
    this.#connection = state;
    this.#states.tell(state);
  }
}
