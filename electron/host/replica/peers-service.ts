// All other computers that hold the open workspace: those we joined and those that come to us, as one list that windows see.
import type { PeersState } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Viewer } from '../door.ts';
import type { HostContext } from '../host-context.ts';
import type { InterviewIndex } from '../interviews/interview-index.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';
import { createBlobStore, type WantedBlob } from './blob-store.ts';
import { ComingPeers } from './coming-peers.ts';
import { createDocumentDigests } from './document-digests.ts';
import { JoinedPeer } from './joined-peer.ts';
import { PartialBlobs } from './partial-blobs.ts';
import type { JoinedRecord, PeerRecord, PeerStore } from './peer-store.ts';
import type { PeersService } from './peers-port.ts';

/** Changes are told to windows, and to teammates' hosts, after a moment, so that typing costs little. */
const GATHER_MS = 80;
/** How often the time of being in step is written down. */
const REMEMBER_MS = 30_000;

export interface PeersServiceParts {
  readonly context: HostContext;
  readonly workspace: OpenedWorkspace;
  readonly interviews: InterviewIndex;
  readonly store: PeerStore;
  /** Whether somebody sits at this computer. */
  readonly hasWindows: () => boolean;
  /** Tells these documents' names to the hosts for which `isReplica` holds. */
  readonly tellReplicas: (isReplica: (viewer: Viewer) => boolean, documents: readonly string[]) => void;
}

export function createPeersService(parts: PeersServiceParts): PeersService {
  const { context, workspace, interviews, store, hasWindows } = parts;
  const { connectPeer, log } = context.options;
  const { documents, derived, manifest, folder } = workspace;
  const digests = createDocumentDigests(documents);
  const partial = new PartialBlobs(derived);
  const blobs = createBlobStore(workspace, interviews, (blob) => void tellBlob(blob));
  const changed = new Set<string>();
  const remembering = new Set<Promise<void>>();
  let told = '';
  let changedTimer: NodeJS.Timeout | null = null;
  let documentsTimer: NodeJS.Timeout | null = null;
  let rememberedAt = performance.now() - REMEMBER_MS;

  const records = store.of({ id: manifest.id, folder });
  const onChange = () => {
    changedTimer ??= setTimeout(tellChanged, GATHER_MS);
  };
  const coming = new ComingPeers({
    documents,
    derived,
    names: () => workspace.documentNames(),
    known: records.filter(({ direction }) => direction === 'joins-us'),
    remember,
    now: () => context.now(),
    onChange,
  });
  const joined = new Map<string, JoinedPeer>();
  for (const record of records) if (record.direction === 'joined') come(record);
  void coming.lookThrough();
  const stop = documents.onUpdate(({ name }) => {
    changed.add(name);
    documentsTimer ??= setTimeout(tellDocuments, GATHER_MS);
  });

  function come(record: JoinedRecord): void {
    // A workspace that is open to read takes nothing in.
    if (!connectPeer || workspace.readOnlyBecause !== null) return;
    const peer = new JoinedPeer({
      record,
      workspace,
      connect: connectPeer,
      me: () => context.settings.value.me,
      hasWindows,
      digests,
      blobs,
      partial,
      log,
      now: () => context.now(),
      onChange,
      onSynced(next) {
        if (performance.now() - rememberedAt < REMEMBER_MS) return;
        rememberedAt = performance.now();
        remember(next);
      },
    });
    joined.set(record.id, peer);
    void peer.unsent.lookThrough(workspace.documentNames());
  }

  function state(): PeersState {
    return { peers: [...[...joined.values()].map((peer) => peer.describe()), ...coming.describe()] };
  }

  function tellChanged(): void {
    changedTimer = null;
    const now = state();
    // The time of being in step moves on without anybody having to be told.
    const text = JSON.stringify(now.peers.map(({ lastSyncedAt, ...peer }) => [peer, lastSyncedAt === null]));
    if (text === told) return;
    told = text;
    context.tell('peers.changed', now);
  }

  function tellDocuments(): void {
    documentsTimer = null;
    const names = [...changed];
    changed.clear();
    parts.tellReplicas((viewer) => coming.isOneOf(viewer), names);
  }

  async function tellBlob(blob: WantedBlob): Promise<void> {
    context.tell('needs.changed', {});
    if (blob.kind === 'run') {
      context.tell('interviews.changed', { ids: [] });
      return;
    }
    for (const { id } of workspace.facts().interviews) {
      const facts = await interviews.get(id).catch(() => null); // an unreadable one shows no words
      if (!facts?.transcripts.some(({ original }) => original === blob.hash)) continue;
      context.tell('transcript.changed', { interviewId: id });
      context.tell('interviews.changed', { ids: [id] });
    }
  }

  /** Whom we met is a convenience: a disk that does not take it keeps nobody from their words. */
  function remember(record: PeerRecord): void {
    const stored = store.put(record).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      log.warn('peer-not-stored', { peer: record.id, code: error.code });
    });
    remembering.add(stored);
    void stored.finally(() => remembering.delete(stored));
  }

  return {
    state,
    retry() {
      for (const peer of joined.values()) peer.tryNow();
    },
    async leave(id) {
      const record = store.of({ id: manifest.id, folder }).find((one) => one.id === id);
      if (!record) throw new AppError('not-found', 'there is no such teammate in this workspace');
      await store.remove(record);
      const peer = joined.get(id);
      joined.delete(id);
      await peer?.close();
      await coming.forget(id);
      onChange();
    },
    async join(record) {
      await joined.get(record.id)?.close();
      come(record);
      onChange();
    },
    async whenSynced(id) {
      await joined.get(id)?.whenSynced();
    },
    opened: (viewer, { id, name }) =>
      coming.opened(viewer, {
        direction: 'joins-us',
        id,
        name,
        workspaceId: manifest.id,
        folder,
        lastSyncedAt: null,
      }),
    stored: (viewer, list) => coming.stored(viewer, list),
    left: (viewer) => coming.left(viewer),
    digests,
    blobs,
    partial,
    async close() {
      stop();
      if (changedTimer) clearTimeout(changedTimer);
      if (documentsTimer) clearTimeout(documentsTimer);
      digests.close();
      await Promise.all([...joined.values()].map((peer) => peer.close()));
      await coming.close();
      await Promise.all(remembering);
    },
  };
}
