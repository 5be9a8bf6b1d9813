// One document, kept the same on this host and on another: what comes from there is on our disk before it counts, what is
// made here counts as sent when it is on theirs. It knows one document, and neither when to open it nor the transport.
import * as Y from 'yjs';
import type { DocumentChange, DocumentServer, OpenDocument } from '../documents/document-server.ts';
import {
  type ChannelMessage,
  closeMessage,
  keyMessage,
  stateVectorMessage,
  updateMessage,
} from './document-channel.ts';
import { digestOf, snapshotOf } from './document-digests.ts';
import type { PeerLine } from './peer-line.ts';
import { PresenceRelay } from './presence-relay.ts';
import type { UnsentEdits } from './unsent-edits.ts';
import { updatePieces } from './update-pieces.ts';

/** Bytes on their way without an acknowledgement; more waits here. */
const MAX_ON_THE_WAY_BYTES = 4 * 1024 * 1024;

export interface DocumentBridgeOptions {
  readonly name: string;
  readonly line: PeerLine;
  /** Proves to the other host which workspace is meant. */
  readonly key: string;
  readonly documents: DocumentServer;
  readonly unsent: UnsentEdits;
  /** The other host, as it stands in `DocumentChange.from`. */
  readonly peer: object;
  /** Something of theirs is on our disk now. */
  readonly onStored: (name: string) => void;
  /** It ended by itself: closed or refused there, or our disk did not take what came. */
  readonly onEnded: (reason: string) => void;
}

interface Outgoing {
  readonly bytes: Uint8Array;
  readonly isDifference: boolean;
  /** Everything of ours before this place is with the other host once this is acknowledged; null where more has to come. */
  readonly mark: number | null;
}

export class DocumentBridge {
  readonly address: string;
  readonly #options: DocumentBridgeOptions;
  readonly #queue: Outgoing[] = [];
  readonly #onTheWay: Outgoing[] = [];
  #onTheWayBytes = 0;
  #local: OpenDocument | null = null;
  #presence: PresenceRelay | null = null;
  #stopHearing: () => void = () => undefined;
  /** What came is stored in the order in which it came. */
  #storing: Promise<unknown> = Promise.resolve();
  /** Whether the other host knows of this connection. */
  #isAsked = false;
  #isLive = false;
  #isEnded = false;
  #hasTheirs = false;
  #whenSynced: { resolve(): void; reject(error: Error): void } | null = null;
  #activeAt = performance.now();
  #closed: Promise<void> | null = null;

  constructor(options: DocumentBridgeOptions) {
    this.#options = options;
    // A connection of its own for every opening: a message of an earlier one cannot be taken for one of this.
    this.address = `${options.name}\0${Math.random().toString(36).slice(2)}`;
  }

  /** When anything last went over it, in ms of `performance.now()`. */
  get activeAt(): number {
    return this.#activeAt;
  }

  /** Whether nothing of ours is on its way or waits for its turn. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#onTheWay.length === 0;
  }

  /** Whether somebody, here or there, shows where they are in it. */
  get hasPresence(): boolean {
    return (this.#local?.awareness.getStates().size ?? 0) > 0;
  }

  /** What this side holds, to be told to the other as stored. */
  snapshot(): Uint8Array | null {
    return this.#local && snapshotOf(this.#local.document);
  }

  /**
   * Resolves when each side has, on its disk, everything that the other had. Rejects when it ends before. Where fetching
   * alone gives the document of `theirDigest`, there is nothing to send, and no connection is opened for it.
   */
  async start(theirDigest: string | null): Promise<'live' | 'fetched'> {
    const { documents, name, line, key } = this.#options;
    const local = await documents.open(name);
    this.#local = local;
    if (!this.#isEnded) await this.#pull(local);
    if (this.#isEnded) throw new Error('closed');
    if (theirDigest !== null && !this.hasPresence && digestOf(local.document) === theirDigest) {
      // The same on both sides: they have everything of ours, whatever was counted as unsent after a restart.
      this.#options.unsent.acknowledge(name, snapshotOf(local.document));
      return 'fetched';
    }
    this.#stopHearing = documents.onUpdate((change) => this.#hear(change));
    const synced = new Promise<void>((resolve, reject) => {
      this.#whenSynced = { resolve, reject };
    });
    this.#isAsked = true;
    line.sendDocument(keyMessage(this.address, key));
    await synced;
    return 'live';
  }

  receive(message: ChannelMessage): void {
    const local = this.#local;
    if (this.#isEnded || !local) return;
    this.#activeAt = performance.now();
    if (message.kind === 'let-in') this.#begin(local, message.isReadOnly);
    else if (message.kind === 'state-vector') this.#sendDifference(local, message.bytes);
    else if (message.kind === 'update') this.#store(local, message.bytes, message.isDifference);
    else if (message.kind === 'acknowledged') this.#acknowledged(message.isStored);
    else if (message.kind === 'awareness') this.#presence?.receive(message.bytes);
    else if (message.kind === 'denied' || message.kind === 'closed') this.#end(message.reason);
  }

  #begin(local: OpenDocument, isReadOnly: boolean): void {
    // A reader there: what is made here could never be sent.
    if (isReadOnly) {
      this.#end('read-only');
      return;
    }
    const { line, peer } = this.#options;
    line.sendDocument(stateVectorMessage(this.address, Y.encodeStateVector(local.document)));
    this.#presence = new PresenceRelay(local, peer, this.address, (message) => line.sendDocument(message));
    this.#presence.tellAll();
  }

  /** Ends it on this side; what was not acknowledged goes with the next one. */
  close(): Promise<void> {
    this.#closed ??= this.#leave();
    return this.#closed;
  }

  async #leave(): Promise<void> {
    if (this.#isAsked && !this.#isEnded) this.#options.line.sendDocument(closeMessage(this.address));
    this.#isEnded = true;
    this.#stopHearing();
    this.#presence?.close();
    this.#whenSynced?.reject(new Error('closed'));
    await this.#storing;
    const local = this.#local;
    this.#local = null;
    await local?.close();
  }

  /** What the other host has, piece by piece, so that neither a frame nor a log record grows beyond its limit. */
  async #pull(local: OpenDocument): Promise<void> {
    const { line, name } = this.#options;
    for (let isMore = true; isMore && !this.#isEnded; ) {
      const answer = await line.call('replicas.pull', {
        document: name,
        have: Y.encodeStateVector(local.document),
      });
      isMore = answer.isMore;
      await this.#storeUnlessHere(local, answer.update, true);
    }
  }

  #sendDifference(local: OpenDocument, stateVector: Uint8Array): void {
    const mark = this.#options.unsent.mark(this.#options.name);
    const pieces = updatePieces(Y.encodeStateAsUpdate(local.document, stateVector));
    for (const [index, bytes] of pieces.entries())
      this.#queue.push({ bytes, isDifference: true, mark: index === pieces.length - 1 ? mark : null });
    this.#isLive = true;
    this.#send();
  }

  #hear({ name, update, from }: DocumentChange): void {
    // Before their state vector has come there is nothing to send: the difference will hold it.
    if (name !== this.#options.name || from === this.#options.peer || !this.#isLive) return;
    this.#queue.push({ bytes: update, isDifference: false, mark: this.#options.unsent.mark(name) });
    this.#send();
  }

  #send(): void {
    this.#activeAt = performance.now();
    while (this.#onTheWayBytes < MAX_ON_THE_WAY_BYTES) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#onTheWay.push(next);
      this.#onTheWayBytes += next.bytes.length;
      this.#options.line.sendDocument(updateMessage(this.address, next.bytes, next.isDifference));
    }
  }

  #acknowledged(isStored: boolean): void {
    const sent = this.#onTheWay.shift();
    if (!sent) return;
    if (!isStored) {
      this.#end('read-only');
      return;
    }
    this.#onTheWayBytes -= sent.bytes.length;
    if (sent.mark !== null) this.#options.unsent.acknowledgeUpTo(this.#options.name, sent.mark);
    this.#send();
    if (this.isIdle) this.#settle();
  }

  #store(local: OpenDocument, bytes: Uint8Array, isDifference: boolean): void {
    this.#storing = this.#storing.then(async () => {
      if (this.#isEnded) return;
      try {
        await this.#storeUnlessHere(local, bytes, isDifference);
      } catch (error) {
        this.#end(error instanceof Error ? `not-stored: ${error.message}` : 'not-stored');
        return;
      }
      if (isDifference) this.#hasTheirs = true;
      if (this.isIdle) this.#settle();
    });
  }

  async #storeUnlessHere(local: OpenDocument, bytes: Uint8Array, isDifference: boolean): Promise<void> {
    if (isDifference && isHere(local.document, bytes)) return;
    await local.receive(bytes, this.#options.peer);
    this.#options.onStored(this.#options.name);
  }

  /** Nothing is on its way to them. */
  #settle(): void {
    if (!this.#local || !this.#isLive || !this.#hasTheirs) return;
    this.#options.unsent.remember(this.#options.name, snapshotOf(this.#local.document));
    this.#whenSynced?.resolve();
    this.#whenSynced = null;
  }

  #end(reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#whenSynced?.reject(new Error(reason));
    this.#options.onEnded(reason);
  }
}

/** Whether the document holds all of the update. One that cannot be read is none of ours, and refused where it is stored. */
function isHere(document: Y.Doc, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(Y.snapshot(document), update);
  } catch {
    return false;
  }
}
