// One open door: frames in, frames out. It knows the protocol and the viewer's rights, and no transport: a socket is
// anything that can send bytes and be closed.
import type { EventName, Events } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import {
  ClientFrame,
  decodeFrame,
  encodeCallFrame,
  encodeDocumentFrame,
  PROTOCOL_VERSION,
} from '../../shared/protocol.ts';
import type { DocumentServer } from './documents/document-server.ts';
import type { DocumentSocket } from './documents/document-sockets.ts';
import type { HostConnection, HostSocket, Viewer } from './door.ts';
import type { HostLog } from './log.ts';
import type { Connect } from './replica/peer-line.ts';
import type { Router } from './router.ts';
import { type CarriedVisit, carryVisit } from './sharing/carry-visit.ts';
import { mayHear } from './sharing/visitor-rights.ts';

export type { HostSocket, Viewer } from './door.ts';

/** Frames that are no protocol at all; a few may be a bug, more is somebody trying. */
const MAX_BAD_FRAMES = 5;
/** Calls of one connection that run at the same time; the rest are refused, so that nobody queues without end. */
const MAX_RUNNING_CALLS = 64;

export interface ConnectionParts {
  readonly router: Router;
  readonly documents: () => DocumentServer | null;
  readonly log: HostLog;
  /** The way to another host by its invite; undefined where there is none. */
  readonly lineTo?: ((link: string) => Connect) | undefined;
  readonly onClose: () => void;
}

export class Connection implements HostConnection {
  readonly #socket: HostSocket;
  readonly #viewer: Viewer;
  readonly #parts: ConnectionParts;
  #documentSocket: { readonly server: DocumentServer; readonly socket: DocumentSocket } | null = null;
  /** Set once this window looks at somebody else's interview: we are then a carrier of frames and nothing more. */
  #carried: CarriedVisit | null = null;
  #isGreeted = false;
  #isClosed = false;
  #badFrames = 0;
  /** By the call, since the far end's numbers may be anything. */
  readonly #runningCalls = new Map<AbortController, number>();

  constructor(socket: HostSocket, viewer: Viewer, parts: ConnectionParts) {
    this.#socket = socket;
    this.#viewer = viewer;
    this.#parts = parts;
  }

  receive(frame: Uint8Array): void {
    if (this.#isClosed) return;
    if (this.#carried) {
      this.#carried.send(frame);
      return;
    }
    const over = this.#viewer.visit?.over();
    if (over) {
      this.refuse(over);
      return;
    }
    try {
      const decoded = decodeFrame(frame, ClientFrame);
      if (decoded.channel === 'document') this.#receiveDocumentBytes(decoded.bytes);
      else this.#receiveMessage(decoded.message);
    } catch (error) {
      this.#receiveBadFrame(error);
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#carried?.close();
    this.#leaveDocuments();
    for (const call of this.#runningCalls.keys()) call.abort();
    this.#parts.onClose();
  }

  sendEvent<E extends EventName>(event: E, payload: Events[E]): void {
    if (this.#isGreeted && mayHear(this.#viewer, event))
      this.#send(encodeCallFrame({ kind: 'event', event, payload }));
  }

  /** A window that looks at somebody else's interview, and hears nothing of what happens here. */
  get isVisiting(): boolean {
    return this.#carried !== null;
  }

  /** Tells a window on a visit what is for this computer alone, between the frames that are carried. */
  sendEventOnVisit<E extends EventName>(event: E, payload: Events[E]): void {
    if (this.#carried) this.#send(encodeCallFrame({ kind: 'event', event, payload }));
  }

  /** The workspace's documents are about to go, or have come: the far end connects its documents anew. */
  leaveWorkspace(): void {
    this.#leaveDocuments();
  }

  #receiveMessage(message: ClientFrame): void {
    if (message.kind === 'hello') {
      if (message.version !== PROTOCOL_VERSION) {
        this.refuse(
          new AppError('protocol-mismatch', 'this page belongs to another version of Earshot', {
            details: { host: PROTOCOL_VERSION, client: message.version },
          }),
        );
        return;
      }
      this.#isGreeted = true;
      this.#send(encodeCallFrame({ kind: 'welcome', version: PROTOCOL_VERSION }));
      return;
    }
    if (message.kind === 'visit') {
      this.#carry(message.link);
      return;
    }
    if (!this.#isGreeted) throw new AppError('invalid-input', 'the first frame must be hello');
    if (message.kind === 'give-up') {
      for (const [call, id] of this.#runningCalls) if (id === message.id) call.abort();
      return;
    }
    void this.#answer(message.id, message.method, message.params);
  }

  /** Only for who sits here: for anybody else it would be a way to reach other computers from this one. */
  #carry(link: string): void {
    const { lineTo } = this.#parts;
    if (this.#isGreeted || lineTo === undefined || this.#viewer.access !== 'owner' || this.#viewer.visit) {
      this.refuse(new AppError('not-allowed', 'no visit begins here'));
      return;
    }
    this.#carried = carryVisit(lineTo(link), {
      frame: (frame) => this.#send(frame),
      refuse: (error) => this.refuse(error),
      end: () => this.#end(),
    });
  }

  async #answer(id: number, method: string, rawParams: unknown): Promise<void> {
    if (this.#runningCalls.size >= MAX_RUNNING_CALLS) {
      const error = new AppError('too-large', 'too many calls at once', { retryable: true });
      this.#send(encodeCallFrame({ kind: 'error', id, error: error.toData() }));
      return;
    }
    const call = new AbortController();
    this.#runningCalls.set(call, id);
    const answer = await this.#parts.router.call(method, rawParams, this.#viewer, call.signal);
    this.#runningCalls.delete(call);
    this.#send(
      encodeCallFrame(
        answer.ok
          ? { kind: 'result', id, result: answer.value }
          : { kind: 'error', id, error: answer.error.toData() },
      ),
    );
  }

  #receiveDocumentBytes(bytes: Uint8Array): void {
    if (!this.#isGreeted) throw new AppError('invalid-input', 'the first frame must be hello');
    const server = this.#parts.documents();
    if (server === null) return; // a document frame that crossed the closing of its workspace
    if (this.#documentSocket?.server !== server) {
      this.#leaveDocuments();
      const socket = server.connect(
        { send: (message) => this.#send(encodeDocumentFrame(message)), close: () => this.#end() },
        this.#viewer,
      );
      this.#documentSocket = { server, socket };
    }
    try {
      // A copy: the frame's buffer belongs to the transport, and documents keep what they are given.
      this.#documentSocket.socket.receive(bytes.slice());
    } catch (error) {
      // No page of ours sends such a frame, not even by a bug that could pass: no second chance.
      if (!(error instanceof AppError)) throw error;
      this.refuse(error);
    }
  }

  #receiveBadFrame(error: unknown): void {
    const known =
      error instanceof AppError
        ? error
        : new AppError('internal', 'a frame could not be handled', { cause: error });
    this.#parts.log.warn('frame-refused', { code: known.code });
    this.#badFrames += 1;
    if (this.#badFrames >= MAX_BAD_FRAMES || !this.#isGreeted) this.refuse(known);
  }

  refuse(error: AppError): void {
    this.#send(encodeCallFrame({ kind: 'refused', error: error.toData() }));
    this.#end();
  }

  #end(): void {
    this.close();
    this.#socket.close();
  }

  #leaveDocuments(): void {
    this.#documentSocket?.socket.close();
    this.#documentSocket = null;
  }

  #send(frame: Uint8Array): void {
    if (this.#isClosed) return;
    try {
      this.#socket.send(frame);
    } catch (error) {
      this.#parts.log.warn('send-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      this.close();
    }
  }
}
