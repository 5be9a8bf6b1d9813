// Teammates whose hosts come to us: who is connected, and what of our edits they have told to be on their disk.
import type { Peer, PeerConnection } from '../../../shared/contract/peers.ts';
import type { DocumentServer } from '../documents/document-server.ts';
import type { Viewer } from '../door.ts';
import type { DerivedCache } from '../storage/derived-cache.ts';
import type { PeerRecord } from './peer-store.ts';
import type { StoredDocument } from './peers-port.ts';
import { UnsentEdits } from './unsent-edits.ts';

/** How long a lost line counts as one that comes back any moment. */
const RECONNECTING_MS = 60_000;
/** More teammates than this are let in, but not remembered. */
const MAX_REMEMBERED = 50;

interface ComingPeer {
  record: PeerRecord;
  readonly unsent: UnsentEdits;
  /** Open lines of this peer, each by the viewer that its door made for it. */
  readonly viewers: Set<Viewer>;
  connection: PeerConnection;
  timer: NodeJS.Timeout | null;
}

export interface ComingPeersOptions {
  readonly documents: DocumentServer;
  readonly derived: DerivedCache;
  readonly names: () => readonly string[];
  readonly known: readonly PeerRecord[];
  readonly remember: (record: PeerRecord) => void;
  readonly now: () => Date;
  readonly onChange: () => void;
}

export class ComingPeers {
  readonly #options: ComingPeersOptions;
  readonly #peers = new Map<string, ComingPeer>();

  constructor(options: ComingPeersOptions) {
    this.#options = options;
    for (const record of options.known) this.#add(record);
  }

  describe(): Peer[] {
    return [...this.#peers.values()].map(({ record, unsent, connection }) => {
      const waitingByDocument = unsent.counts();
      return {
        id: record.id,
        name: record.name,
        direction: 'joins-us',
        connection,
        waitingEdits: Object.values(waitingByDocument).reduce((sum, count) => sum + count, 0),
        waitingByDocument,
        lastSyncedAt: record.lastSyncedAt,
      };
    });
  }

  isOneOf(viewer: Viewer): boolean {
    return this.#by(viewer) !== undefined;
  }

  /** `record` as a first meeting would make it; what is known of an earlier one stays. */
  opened(viewer: Viewer, record: PeerRecord): void {
    const known = this.#peers.get(record.id);
    if (!known && this.#peers.size >= MAX_REMEMBERED) return;
    const peer = known ?? this.#add(record);
    const isNamed = peer.record.name === record.name;
    peer.record = { ...peer.record, name: record.name };
    if (!known || !isNamed) this.#options.remember(peer.record);
    peer.viewers.add(viewer);
    if (peer.timer) clearTimeout(peer.timer);
    peer.timer = null;
    peer.connection = { kind: 'connected' };
    void peer.unsent.lookThrough(this.#options.names());
    this.#options.onChange();
  }

  stored(viewer: Viewer, documents: readonly StoredDocument[]): void {
    const peer = this.#by(viewer);
    if (!peer) return;
    for (const { document, snapshot } of documents) peer.unsent.acknowledge(document, snapshot);
    if (documents.length === 0 || Object.keys(peer.unsent.counts()).length > 0) return;
    peer.record = { ...peer.record, lastSyncedAt: this.#options.now().toISOString() };
    this.#options.onChange();
  }

  left(viewer: Viewer): void {
    const peer = this.#by(viewer);
    if (!peer) return;
    peer.viewers.delete(viewer);
    if (peer.viewers.size > 0) return;
    const since = this.#options.now().toISOString();
    peer.connection = { kind: 'reconnecting', since };
    peer.timer = setTimeout(() => {
      peer.connection = { kind: 'not-connected', reason: 'away', since };
      this.#options.onChange();
    }, RECONNECTING_MS);
    this.#options.remember(peer.record);
    this.#options.onChange();
  }

  /** Looks for edits that each of them was not known to have when this host last ran. */
  async lookThrough(): Promise<void> {
    for (const { unsent } of [...this.#peers.values()]) await unsent.lookThrough(this.#options.names());
  }

  async forget(id: string): Promise<void> {
    const peer = this.#peers.get(id);
    this.#peers.delete(id);
    if (peer) await this.#close(peer);
  }

  async close(): Promise<void> {
    for (const peer of this.#peers.values()) await this.#close(peer);
  }

  async #close(peer: ComingPeer): Promise<void> {
    if (peer.timer) clearTimeout(peer.timer);
    await peer.unsent.close();
  }

  #by(viewer: Viewer): ComingPeer | undefined {
    return [...this.#peers.values()].find(({ viewers }) => viewers.has(viewer));
  }

  #add(record: PeerRecord): ComingPeer {
    const viewers = new Set<Viewer>();
    const peer: ComingPeer = {
      record,
      viewers,
      unsent: new UnsentEdits({
        documents: this.#options.documents,
        derived: this.#options.derived,
        peerId: record.id,
        isTheirs: (from) => [...viewers].some((viewer) => viewer === from),
        onChange: this.#options.onChange,
      }),
      connection: {
        kind: 'not-connected',
        reason: 'away',
        since: record.lastSyncedAt ?? this.#options.now().toISOString(),
      },
      timer: null,
    };
    this.#peers.set(record.id, peer);
    return peer;
  }
}
