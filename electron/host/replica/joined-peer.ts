// Another computer that we joined: comes to it, stays in step while the line holds, and comes back for ever. It knows one
// peer and when to try; what is exchanged is for the session.
import type { Peer, PeerAbsence, PeerConnection } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { HostLog } from '../log.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';
import { createBlobExchange } from './blob-exchange.ts';
import type { BlobStore } from './blob-store.ts';
import { ComeBack } from './come-back.ts';
import type { DocumentDigests } from './document-digests.ts';
import { greet } from './greeting.ts';
import type { PartialBlobs } from './partial-blobs.ts';
import { type Connect, openPeerLine, type PeerLine } from './peer-line.ts';
import type { JoinedRecord } from './peer-store.ts';
import { ReplicaSession } from './replica-session.ts';
import { UnsentEdits } from './unsent-edits.ts';

/** How long a lost line counts as one that comes back any moment. */
const RECONNECTING_MS = 60_000;

export interface JoinedPeerOptions {
  readonly record: JoinedRecord;
  readonly workspace: OpenedWorkspace;
  readonly connect: (link: string, person: Person) => Connect;
  readonly me: () => Person;
  /** Whether somebody sits at this computer. */
  readonly hasWindows: () => boolean;
  readonly digests: DocumentDigests;
  readonly blobs: BlobStore;
  readonly partial: PartialBlobs;
  readonly log: HostLog;
  readonly now: () => Date;
  readonly onChange: () => void;
  readonly onSynced: (record: JoinedRecord) => void;
}

export class JoinedPeer {
  readonly unsent: UnsentEdits;
  readonly #options: JoinedPeerOptions;
  #record: JoinedRecord;
  #connection: PeerConnection;
  #line: PeerLine | null = null;
  #session: {
    readonly replica: ReplicaSession;
    readonly isSynced: () => boolean;
    close(): Promise<void>;
  } | null = null;
  #lastingTimer: NodeJS.Timeout | null = null;
  readonly #comeBack: ComeBack;
  #isComing = false;
  #waiting = 0;
  #isClosed = false;
  readonly #leaving = new Set<Promise<void>>();
  readonly #waitingForSync = new Set<() => void>();

  constructor(options: JoinedPeerOptions) {
    this.#options = options;
    this.#record = options.record;
    this.#connection = { kind: 'reconnecting', since: options.now().toISOString() };
    this.unsent = new UnsentEdits({
      documents: options.workspace.documents,
      derived: options.workspace.derived,
      peerId: options.record.id,
      isTheirs: (from) => from === this,
      onChange: () => this.#unsentChanged(),
    });
    this.#comeBack = new ComeBack({
      attempt: () => void this.#come(),
      isAwaited: () => options.hasWindows() || this.#countWaiting() > 0,
    });
    this.#lose('unreachable');
    void this.#come();
  }

  describe(): Peer {
    const waitingByDocument = this.unsent.counts();
    return {
      id: this.#record.id,
      name: this.#record.name,
      direction: 'joined',
      connection: this.#connection,
      waitingEdits: this.#countWaiting(),
      waitingByDocument,
      lastSyncedAt: this.#record.lastSyncedAt,
    };
  }

  /** Resolves when both sides have everything, or nothing more is tried. */
  whenSynced(): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingForSync.add(resolve);
      this.#progress();
    });
  }

  /** Tries at once, if it waits. */
  tryNow(): void {
    this.#session?.replica.tryNow();
    if (this.#line !== null || this.#isClosed || this.#isComing) return;
    this.#comeBack.worked();
    this.#comeBack.now();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#comeBack.stop();
    if (this.#lastingTimer) clearTimeout(this.#lastingTimer);
    this.#settleWaiting();
    const line = this.#line;
    this.#leaveSession();
    line?.close();
    await Promise.allSettled([...this.#leaving]);
    await this.unsent.close();
  }

  async #come(): Promise<void> {
    this.#isComing = true;
    const { connect, me, workspace, digests, log } = this.#options;
    const person = me();
    let session: ReplicaSession | null = null;
    try {
      const line = await openPeerLine(connect(this.#record.link, person), {
        event: (name, payload) => {
          // They closed their workspace or opened another: what we have open there is gone.
          if (name === 'workspace.changed') line.close();
          else session?.event(name, payload);
        },
        document: (message) => {
          try {
            session?.document(message);
          } catch (cause) {
            line.close(new AppError('invalid-input', 'a document message cannot be read', { cause }));
          }
        },
        closed: (error) => this.#lost(error),
      });
      if (this.#isClosed) return line.close();
      this.#line = line;
      const greeting = await greet(line, person);
      if (greeting.workspace.id !== workspace.manifest.id)
        throw new AppError('not-found', 'another workspace is open there', {
          details: { reason: 'another-workspace' },
        });
      if (this.#line !== line || this.#isClosed) return;
      const onProgress = () => this.#progress();
      const { blobs: store, partial } = this.#options;
      const blobs = createBlobExchange({ line, store, partial, log, onProgress });
      const replica = new ReplicaSession({
        workspace,
        line,
        key: greeting.key,
        peer: this,
        unsent: this.unsent,
        digests,
        blobs,
        log,
        onProgress,
      });
      session = replica;
      this.#session = {
        replica,
        isSynced: () => replica.isSynced && blobs.isIdle,
        close: () => {
          blobs.close();
          return replica.close();
        },
      };
      this.#record = { ...this.#record, name: greeting.person.name };
      this.#comeBack.worked();
      this.#become({ kind: 'connected' });
      replica.start();
    } catch (error) {
      const known =
        error instanceof AppError ? error : new AppError('internal', 'joining failed', { cause: error });
      if (this.#line) this.#line.close(known);
      else this.#lost(known);
    } finally {
      this.#isComing = false;
    }
  }

  #lost(error: AppError): void {
    const silentMs = this.#line ? performance.now() - this.#line.heardAt() : 0;
    this.#line = null;
    this.#leaveSession();
    if (this.#isClosed) return;
    const absence = absenceOf(error);
    this.#options.log.info('peer-lost', { peer: this.#record.id, reason: absence, code: error.code });
    this.#lose(absence, silentMs);
    // An invite that opens no door any more is not tried again and again: a person has to do something first.
    if (absence === 'revoked' || absence === 'expired') {
      this.#settleWaiting();
      return;
    }
    this.#comeBack.failed();
  }

  #leaveSession(): void {
    const session = this.#session;
    this.#session = null;
    if (!session) return;
    const left = session.close().finally(() => this.#leaving.delete(left));
    this.#leaving.add(left);
  }

  /** @param silentMs how long nothing had come when it was noticed */
  #lose(reason: PeerAbsence, silentMs = 0): void {
    const now = new Date(this.#options.now().getTime() - silentMs).toISOString();
    const since = this.#connection.kind === 'connected' ? now : this.#connection.since;
    const hasLasted = this.#connection.kind === 'not-connected';
    if (reason !== 'unreachable' || hasLasted) {
      this.#become({ kind: 'not-connected', reason, since });
      return;
    }
    this.#become({ kind: 'reconnecting', since });
    this.#lastingTimer ??= setTimeout(() => {
      this.#lastingTimer = null;
      if (this.#connection.kind === 'reconnecting')
        this.#become({ kind: 'not-connected', reason: 'unreachable', since: this.#connection.since });
    }, RECONNECTING_MS);
  }

  #become(connection: PeerConnection): void {
    this.#connection = connection;
    if (connection.kind === 'connected' && this.#lastingTimer) {
      clearTimeout(this.#lastingTimer);
      this.#lastingTimer = null;
    }
    this.#progress();
  }

  #countWaiting(): number {
    return Object.values(this.unsent.counts()).reduce((sum, count) => sum + count, 0);
  }

  #unsentChanged(): void {
    const before = this.#waiting;
    this.#waiting = this.#countWaiting();
    if (this.#waiting > before) this.#comeBack.hurry();
    this.#progress();
  }

  #progress(): void {
    if (this.#isClosed) return;
    if (this.#session?.isSynced() && Object.keys(this.unsent.counts()).length === 0) {
      this.#record = { ...this.#record, lastSyncedAt: this.#options.now().toISOString() };
      this.#options.onSynced(this.#record);
      this.#settleWaiting();
    }
    this.#options.onChange();
  }

  #settleWaiting(): void {
    for (const resolve of this.#waitingForSync) resolve();
    this.#waitingForSync.clear();
  }
}

function absenceOf(error: AppError): PeerAbsence {
  const { reason } = error.details;
  if (reason === 'revoked' || reason === 'expired' || reason === 'another-workspace') return reason;
  if (error.code === 'not-invited' && reason === 'unknown') return 'revoked';
  if (error.code === 'no-workspace') return 'another-workspace';
  if (error.code === 'protocol-mismatch') {
    const { host, client } = error.details;
    return typeof host === 'number' && typeof client === 'number' && host < client
      ? 'older-version'
      : 'newer-version';
  }
  return 'unreachable';
}
