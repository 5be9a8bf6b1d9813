// The near end of a connection to a teammate's host: greeting, calls, events and document messages over frames. It knows
// the protocol, and neither the transport beneath nor what the messages mean.
import type { Method, Params, Results } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  type ClientFrame,
  decodeFrame,
  encodeCallFrame,
  encodeDocumentFrame,
  HostFrame,
  PROTOCOL_VERSION,
} from '../../../shared/protocol.ts';
import type { HostSocket } from '../door.ts';

/** What a transport tells of the far end. After `closed` it tells nothing more. */
export interface FarEnd {
  open(): void;
  frame(frame: Uint8Array): void;
  /** Refused or lost; the error's code says which. */
  closed(error: AppError): void;
}

/** Opens a transport to another host, whatever it is made of. It must not call `far` before it has returned. */
export type Connect = (far: FarEnd) => HostSocket;

export interface LineListeners {
  event(name: string, payload: unknown): void;
  document(message: Uint8Array): void;
  /** Called once, when the line ends after it was open. */
  closed(error: AppError): void;
}

export interface PeerLine {
  /** Rejects with the far host's AppError, or `connection-lost`. */
  call<M extends Method>(method: M, params: Params<M>): Promise<Results[M]>;
  sendDocument(message: Uint8Array): void;
  /** When anything came last, in ms of `performance.now()`. */
  heardAt(): number;
  close(reason?: AppError): void;
}

/** Resolves when the far host has greeted us. Rejects with AppError: what it refused with, or `connection-lost`. */
export function openPeerLine(connect: Connect, listeners: LineListeners): Promise<PeerLine> {
  let greeted: (line: PeerLine) => void = () => undefined;
  let failed: (error: AppError) => void = () => undefined;
  const opened = new Promise<PeerLine>((resolve, reject) => {
    greeted = resolve;
    failed = reject;
  });
  speak(connect, listeners, greeted, failed);
  return opened;
}

function speak(
  connect: Connect,
  listeners: LineListeners,
  greeted: (line: PeerLine) => void,
  failed: (error: AppError) => void,
): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: AppError): void }>();
  let nextId = 1;
  let isGreeted = false;
  let isClosed = false;
  let heardAt = performance.now();
  let refusal: AppError | null = null;

  function end(error: AppError): void {
    if (isClosed) return;
    isClosed = true;
    // A refusal comes as a frame before the transport closes, and says more than the closing.
    const reason = refusal ?? error;
    for (const call of waiting.values()) call.reject(new AppError('connection-lost', 'the line has ended'));
    waiting.clear();
    if (isGreeted) listeners.closed(reason);
    else failed(reason);
  }

  function receive(message: HostFrame): void {
    if (message.kind === 'welcome') {
      isGreeted = true;
      greeted(line);
    } else if (message.kind === 'result') {
      waiting.get(message.id)?.resolve(message.result);
      waiting.delete(message.id);
    } else if (message.kind === 'error') {
      waiting.get(message.id)?.reject(AppError.fromData(message.error));
      waiting.delete(message.id);
    } else if (message.kind === 'event') {
      listeners.event(message.event, message.payload);
    } else {
      refusal = AppError.fromData(message.error);
      line.close(refusal);
    }
  }

  const socket = connect({
    open: () => send({ kind: 'hello', version: PROTOCOL_VERSION }),
    frame(frame) {
      if (isClosed) return;
      heardAt = performance.now();
      try {
        const decoded = decodeFrame(frame, HostFrame);
        if (decoded.channel === 'document') listeners.document(decoded.bytes.slice());
        else receive(decoded.message);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        line.close(error);
      }
    },
    closed: end,
  });
  const send = (frame: ClientFrame) => {
    if (!isClosed) socket.send(encodeCallFrame(frame));
  };
  const line: PeerLine = {
    call(method, params) {
      if (isClosed) return Promise.reject(new AppError('connection-lost', 'the line has ended'));
      const id = nextId++;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      send({ kind: 'call', id, method, params });
      // What the far router answers for a method is that method's result; what is kept of it is checked where it is kept.
      return answer as Promise<Results[typeof method]>;
    },
    sendDocument(message) {
      if (!isClosed) socket.send(encodeDocumentFrame(message));
    },
    heardAt: () => heardAt,
    close(reason) {
      end(reason ?? new AppError('connection-lost', 'closed here'));
      socket.close();
    },
  };
}
