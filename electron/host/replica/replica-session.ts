// One meeting with a teammate's host, from the greeting until the line ends: finds out which documents differ, brings them
// together a few at a time, and afterwards keeps open those in which something happens. It knows the workspace and a line,
// and nothing of links, invites and coming back.
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import type { HostLog } from '../log.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';
import type { BlobExchange } from './blob-exchange.ts';
import { DocumentBridge } from './document-bridge.ts';
import { readMessage } from './document-channel.ts';
import { type DocumentDigests, digestOf, snapshotOf } from './document-digests.ts';
import type { PeerLine } from './peer-line.ts';
import { RetryLater } from './retry-later.ts';
import type { UnsentEdits } from './unsent-edits.ts';

/** Documents that are brought together at the same time; three hundred at once would drown both hosts. */
const AT_ONCE = 4;
/** A document in which nothing happens is let go; the next change opens it again. */
const IDLE_MS = 60_000;
const TIDY_MS = 5_000;
/** Acknowledgements are gathered for a moment, so that a burst of notes costs one. */
const TELL_STORED_MS = 60;
const STORED_AT_ONCE = 200;
/** Silence after which we ask whether anybody is there, and after which nobody is. */
const SILENCE_MS = { ask: 3_000, give: 12_000 };

const ChangedDocuments = z.object({ documents: z.array(z.string()) });

export interface ReplicaSessionOptions {
  readonly workspace: OpenedWorkspace;
  readonly line: PeerLine;
  readonly key: string;
  readonly peer: object;
  readonly unsent: UnsentEdits;
  readonly digests: DocumentDigests;
  readonly blobs: BlobExchange;
  readonly log: HostLog;
  /** Whether both sides have everything may have changed. */
  readonly onProgress: () => void;
}

export class ReplicaSession {
  readonly #options: ReplicaSessionOptions;
  readonly #bridges = new Map<string, DocumentBridge>();
  /** Documents that are being opened, or come together for the first time. */
  readonly #opening = new Set<string>();
  readonly #wanted = new Set<string>();
  readonly #again = new Set<string>();
  /** Documents that were compared in this meeting. */
  readonly #met = new Set<string>();
  /** What they said they hold, until it was brought together with ours. */
  readonly #theirs = new Map<string, string>();
  /** Documents whose state is to be told as stored; the state itself where it is at hand. */
  readonly #stored = new Map<string, Uint8Array | null>();
  readonly #retry: RetryLater;
  readonly #stops: (() => void)[] = [];
  readonly #closing = new Set<Promise<void>>();
  #storedTimer: NodeJS.Timeout | null = null;
  #isCompared = false;
  #isClosed = false;

  constructor(options: ReplicaSessionOptions) {
    this.#options = options;
    this.#retry = new RetryLater((name) => this.#want(name));
  }

  /** Whether everything that either side had was on both disks when the last word came. */
  get isSynced(): boolean {
    return (
      this.#isCompared &&
      this.#wanted.size === 0 &&
      this.#opening.size === 0 &&
      !this.#retry.isPending &&
      [...this.#bridges.values()].every((bridge) => bridge.isIdle)
    );
  }

  start(): void {
    const { documents } = this.#options.workspace;
    this.#stops.push(
      documents.onUpdate(({ name, from }) => {
        if (from !== this.#options.peer) this.#wantKnown(name);
        // New interviews and briefs come into reach by it, and what is known of them just now is a moment older.
        if (name === WORKSPACE_DOCUMENT && this.#isCompared) setImmediate(() => this.#wantNew());
        this.#options.blobs.lookAgain();
      }),
      documents.onPresence((name) => this.#wantKnown(name)),
    );
    const tidy = setInterval(() => this.#tidy(), TIDY_MS);
    const ask = setInterval(() => this.#listenForLife(), SILENCE_MS.ask);
    this.#stops.push(
      () => clearInterval(tidy),
      () => clearInterval(ask),
    );
    this.#want(WORKSPACE_DOCUMENT);
  }

  /** Opens at once what waits for its next attempt. */
  tryNow(): void {
    this.#retry.now();
  }

  event(name: string, payload: unknown): void {
    if (name !== 'documents.changed') return;
    const changed = ChangedDocuments.safeParse(payload);
    // Nothing is opened under a name that the workspace does not know: it is only a string of the other host's.
    for (const document of changed.data?.documents ?? []) this.#wantKnown(document);
  }

  /** Throws for a message that is none. */
  document(bytes: Uint8Array): void {
    const { address, message } = readMessage(bytes);
    const bridge = this.#bridges.get(address.slice(0, Math.max(0, address.indexOf('\0'))));
    if (bridge?.address === address) bridge.receive(message);
    this.#options.onProgress();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    if (this.#storedTimer) clearTimeout(this.#storedTimer);
    this.#retry.close();
    await Promise.allSettled([
      ...[...this.#bridges.values()].map((bridge) => bridge.close()),
      ...this.#closing,
    ]);
  }

  #wantKnown(name: string): void {
    if (this.#options.workspace.documentNames().includes(name)) this.#want(name);
  }

  #want(name: string): void {
    // While it is being opened it may have been read already, before what is told now.
    if (this.#opening.has(name)) this.#again.add(name);
    if (this.#isClosed || this.#bridges.has(name) || this.#retry.has(name)) return;
    this.#wanted.add(name);
    this.#next();
  }

  #next(): void {
    for (const name of this.#wanted) {
      if (this.#opening.size >= AT_ONCE) return;
      this.#wanted.delete(name);
      this.#opening.add(name);
      void this.#open(name);
    }
  }

  async #open(name: string): Promise<void> {
    const { workspace, line, key, unsent, peer, log } = this.#options;
    const bridge = new DocumentBridge({
      name,
      line,
      key,
      documents: workspace.documents,
      unsent,
      peer,
      onStored: (stored) => this.#tellStored(stored),
      onEnded: (reason) => {
        log.warn('replica-document-ended', { document: name, reason });
        this.#drop(name, bridge);
        if (!this.#isClosed) this.#retry.later(name);
      },
    });
    this.#bridges.set(name, bridge);
    try {
      const how = await bridge.start(this.#theirs.get(name) ?? null);
      this.#theirs.delete(name);
      this.#retry.worked(name);
      if (name === WORKSPACE_DOCUMENT && !this.#isCompared) await this.#compare();
      this.#tellStored(name, bridge.snapshot());
      // While many come together, only those in which somebody is stay open.
      const isNeeded = name === WORKSPACE_DOCUMENT || bridge.hasPresence || !bridge.isIdle;
      if (how === 'fetched' || (this.#wanted.size > 0 && !isNeeded)) this.#drop(name, bridge);
    } catch (error) {
      this.#drop(name, bridge);
      if (!this.#isClosed) {
        log.warn('replica-document-failed', {
          document: name,
          reason: error instanceof Error ? error.message : 'unknown',
        });
        this.#retry.later(name);
      }
    }
    this.#opening.delete(name);
    if (this.#again.delete(name)) this.#want(name);
    this.#next();
    this.#options.onProgress();
  }

  #drop(name: string, bridge: DocumentBridge): void {
    if (this.#bridges.get(name) !== bridge) return;
    this.#bridges.delete(name);
    const closed = bridge.close().finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
    this.#options.onProgress();
  }

  /** Once a meeting: what differs is brought together, what is the same is told to be here. */
  async #compare(): Promise<void> {
    const { workspace, line } = this.#options;
    const { documents } = await line.call('replicas.list', {});
    for (const { name, digest } of documents) this.#theirs.set(name, digest);
    for (const name of workspace.documentNames()) {
      this.#met.add(name);
      if (this.#isClosed || name === WORKSPACE_DOCUMENT) continue;
      if (await this.#haveTheSame(name)) this.#tellStored(name);
      else this.#want(name);
    }
    this.#isCompared = true;
    this.#wantNew();
    for (const name of workspace.documents.present()) this.#wantKnown(name);
    this.#options.blobs.lookAgain();
  }

  /** Whether both hold the same of a document; then nothing of ours waits, whatever was counted after a restart. */
  async #haveTheSame(name: string): Promise<boolean> {
    const { workspace, digests, unsent } = this.#options;
    const theirs = this.#theirs.get(name);
    if (theirs !== (await digests.of(name))) return false;
    if (!unsent.mayWait(name)) return true;
    // Compared once more where it is read: an edit that came meanwhile is not theirs.
    const snapshot = await workspace.documents.read(name, (document) =>
      digestOf(document) === theirs ? snapshotOf(document) : null,
    );
    if (snapshot) unsent.acknowledge(name, snapshot);
    return snapshot !== null;
  }

  /** Documents that the workspace has come to know since. */
  #wantNew(): void {
    for (const name of this.#options.workspace.documentNames()) {
      if (this.#met.has(name)) continue;
      this.#met.add(name);
      this.#want(name);
    }
  }

  #tellStored(name: string, snapshot: Uint8Array | null = null): void {
    this.#stored.set(name, snapshot);
    this.#storedTimer ??= setTimeout(() => void this.#sendStored(), TELL_STORED_MS);
  }

  async #sendStored(): Promise<void> {
    this.#storedTimer = null;
    try {
      await this.#sendSnapshots();
    } catch (error) {
      // Where the line or the workspace ends meanwhile, the next meeting tells it again.
      if (!(error instanceof AppError)) throw error;
    }
  }

  async #sendSnapshots(): Promise<void> {
    const documents = [];
    for (const [document, known] of [...this.#stored].slice(0, STORED_AT_ONCE)) {
      this.#stored.delete(document);
      const snapshot =
        known ??
        this.#bridges.get(document)?.snapshot() ??
        (await this.#options.workspace.documents.read(document, snapshotOf));
      documents.push({ document, snapshot });
    }
    if (this.#isClosed) return;
    await this.#options.line.call('replicas.stored', { documents });
    if (this.#stored.size > 0 && !this.#isClosed)
      this.#storedTimer ??= setTimeout(() => void this.#sendStored(), TELL_STORED_MS);
  }

  #tidy(): void {
    const now = performance.now();
    for (const name of Object.keys(this.#options.unsent.counts())) this.#wantKnown(name);
    for (const [name, bridge] of this.#bridges) {
      const isNeeded = name === WORKSPACE_DOCUMENT || this.#opening.has(name) || bridge.hasPresence;
      if (!isNeeded && bridge.isIdle && now - bridge.activeAt > IDLE_MS) this.#drop(name, bridge);
    }
  }

  #listenForLife(): void {
    const { line } = this.#options;
    const silentMs = performance.now() - line.heardAt();
    if (silentMs > SILENCE_MS.give) line.close();
    else if (silentMs > SILENCE_MS.ask / 2)
      line.call('replicas.stored', { documents: [] }).catch(() => undefined); // the line tells of its end itself
  }
}
