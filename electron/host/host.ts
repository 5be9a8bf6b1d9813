// The host: everything Earshot does, without a window. Doors connect to it; it knows none of them.
import { mkdir } from 'node:fs/promises';
import { ulid } from 'ulid';
import type { EventName, Events } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { briefHandlers } from './briefs/brief-handlers.ts';
import { Connection } from './connection.ts';
import type { HostConnection, HostSocket, Viewer } from './door.ts';
import type { HostContext } from './host-context.ts';
import type { Host, HostOptions } from './host-options.ts';
import { interviewHandlers } from './interviews/interview-handlers.ts';
import { createInterviewIndex, type InterviewIndex } from './interviews/interview-index.ts';
import { likeTagHandlers } from './needs/like-tag-handlers.ts';
import { needHandlers } from './needs/need-handlers.ts';
import type { NeedsService } from './needs/needs-port.ts';
import { createNeedsService } from './needs/needs-service.ts';
import { recordingHandlers } from './recordings/recording-handlers.ts';
import { openRecordingStore } from './recordings/recording-store.ts';
import { createRecordingTickets } from './recordings/recording-tickets.ts';
import { peerHandlers } from './replica/peer-handlers.ts';
import { openPeerStore } from './replica/peer-store.ts';
import type { PeersService } from './replica/peers-port.ts';
import { createPeersService } from './replica/peers-service.ts';
import { replicaHandlers } from './replica/replica-handlers.ts';
import { createRouter, type Handlers } from './router.ts';
import { searchHandlers } from './search/search-handlers.ts';
import type { SearchService } from './search/search-port.ts';
import { createSearchService } from './search/search-service.ts';
import { modelHandlers } from './settings/model-handlers.ts';
import { openSettings, type SettingsStore } from './settings/settings-store.ts';
import { introduce } from './sharing/introduce.ts';
import { sharingHandlers } from './sharing/sharing-handlers.ts';
import { createSharingService, type SharingService } from './sharing/sharing-service.ts';
import { openSharingStore } from './sharing/sharing-store.ts';
import { visitHandlers } from './sharing/visit-handlers.ts';
import { transcriptHandlers } from './transcripts/transcript-handlers.ts';
import { createTranscriptReader } from './transcripts/transcript-reader.ts';
import { wordMarkHandlers } from './transcripts/word-mark-handlers.ts';
import { codebookHandlers } from './workspace/codebook-handlers.ts';
import type { OpenedWorkspace } from './workspace/opened-workspace.ts';
import { workspaceHandlers } from './workspace/workspace-handlers.ts';

export type { Host, HostOptions } from './host-options.ts';

/** An open workspace with what is computed from it. */
interface OpenSession {
  readonly workspace: OpenedWorkspace;
  readonly interviews: InterviewIndex;
  readonly needs: NeedsService;
  readonly search: SearchService;
  readonly peers: PeersService;
}

export async function createHost(options: HostOptions): Promise<Host> {
  const { connectPeer } = options;
  await mkdir(options.userFolder, { recursive: true });
  const newId = () => ulid().toLowerCase();
  /** Each with the viewer that stands for it alone. */
  const connections = new Map<Connection, Viewer>();
  let session: OpenSession | null = null;
  let openedInvite: string | null = null;
  const closing = new Set<Promise<unknown>>();

  function open(): OpenSession {
    if (session === null) throw new AppError('no-workspace', 'no workspace is open');
    return session;
  }

  function tell<E extends EventName>(event: E, payload: Events[E]): void {
    for (const connection of connections.keys()) connection.sendEvent(event, payload);
    if (event === 'needs.changed') session?.search.needsChanged();
  }

  function tellReplicas(isReplica: (viewer: Viewer) => boolean, documents: readonly string[]): void {
    for (const [connection, viewer] of connections)
      if (isReplica(viewer)) connection.sendEvent('documents.changed', { documents });
  }

  const peerStore = await openPeerStore(options.userFolder);
  const sharingStore = await openSharingStore(options.userFolder);
  const recordingStore = await openRecordingStore(options.userFolder);
  const recordingTickets = createRecordingTickets(options.now ?? (() => new Date()));
  const reader = createTranscriptReader({ threadPath: options.readingThreadPath ?? null });
  const settings = await openSettings(options.userFolder, newId);
  const context: HostContext = {
    options,
    settings: options.isPassingThrough ? withoutMemory(settings) : settings,
    workspace: () => open().workspace,
    current: () => session?.workspace ?? null,
    setCurrent(workspace) {
      if (session?.workspace === workspace) return;
      const before = session;
      session = null;
      // Documents of the old workspace are never served on: their sockets end before anything of the new one begins.
      for (const connection of connections.keys()) connection.leaveWorkspace();
      if (before) {
        before.interviews.close();
        const closed = Promise.allSettled([
          before.needs.close(),
          before.search.close(),
          before.peers.close(),
        ]);
        const done: Promise<unknown> = closed.finally(() => closing.delete(done));
        closing.add(done);
      }
      if (workspace) session = openSession(workspace);
      sharing.visits.endOver();
    },
    interviews: () => open().interviews,
    needs: () => open().needs,
    search: () => open().search,
    transcripts: reader,
    peers: () => open().peers,
    tell,
    newId,
    now: options.now ?? (() => new Date()),
  };

  function openSession(workspace: OpenedWorkspace): OpenSession {
    const interviews = createInterviewIndex(workspace);
    const own = { ...context, workspace: () => workspace, interviews: () => interviews };
    const needs = createNeedsService(own);
    const search = createSearchService({ ...own, needs: () => needs });
    interviews.onChange((ids) => tell('interviews.changed', { ids }));
    const peers = createPeersService({
      ...{ context: own, workspace, interviews, store: peerStore, tellReplicas },
      hasWindows: () => [...connections.values()].some((viewer) => !viewer.visit),
    });
    return { workspace, interviews, needs, search, peers };
  }

  const sharing: SharingService = createSharingService(context, sharingStore, connect);
  const handlers: Handlers = {
    ...workspaceHandlers(context),
    ...interviewHandlers(context),
    ...codebookHandlers(context),
    ...transcriptHandlers(context),
    ...wordMarkHandlers(context),
    ...recordingHandlers(context, recordingStore, recordingTickets),
    ...needHandlers(context),
    ...modelHandlers(context),
    ...likeTagHandlers(context),
    ...briefHandlers(context),
    ...searchHandlers(context),
    ...sharingHandlers(
      () => sharing,
      () => {
        const link = openedInvite;
        openedInvite = null;
        return link;
      },
    ),
    ...visitHandlers(context, sharingStore, () => sharing),
    ...replicaHandlers(context, async (viewer, { id, name, role }) => {
      if (viewer.visit)
        await introduce(context, sharingStore, sharing.visits, viewer.visit, { name, role, personId: id });
    }),
    ...peerHandlers(
      context,
      peerStore,
      (folder) => handlers['workspaces.open']({ folder }, { access: 'owner' }),
      () => sharing.ownKey(),
    ),
  };
  const router = createRouter(handlers, options.log);
  if (!options.isPassingThrough) {
    await reopen(context, handlers);
    await sharing.resume();
  }

  function connect(socket: HostSocket, atTheDoor: Viewer): HostConnection {
    // A viewer of its own for every connection: whose it is tells two of one person apart.
    const viewer = { ...atTheDoor };
    const connection = new Connection(socket, viewer, {
      router,
      documents: () => session?.workspace.documents ?? null,
      log: options.log,
      lineTo: connectPeer && ((link) => connectPeer(link, settings.value.me)),
      onClose() {
        connections.delete(connection);
        session?.peers.left(viewer);
        recordingTickets.left(viewer);
        if (viewer.visit) sharing.visits.left(viewer.visit);
      },
    });
    connections.set(connection, viewer);
    if (viewer.visit) sharing.visits.arrived(viewer.visit, connection);
    return connection;
  }

  return {
    connect,
    recordingFile: recordingTickets.fileOf,
    openInvite(link) {
      openedInvite = link;
      tell('invite.opened', {});
      // With no window here to take it, the one that is on a visit lets its person choose.
      const isTaken = [...connections].some(([one, viewer]) => viewer.access === 'owner' && !one.isVisiting);
      if (!isTaken)
        for (const connection of connections.keys()) connection.sendEventOnVisit('invite.opened', {});
    },
    async close() {
      await sharing.close();
      for (const connection of [...connections.keys()]) connection.close();
      const workspace = session?.workspace;
      context.setCurrent(null);
      await reader.close();
      await Promise.allSettled([...closing]);
      await workspace?.close();
    },
  };
}

/** After a crash or an update a person finds what they left. What cannot be opened now is named in the log and left alone. */
async function reopen(context: HostContext, handlers: Handlers): Promise<void> {
  const folder = context.settings.value.openFolder;
  if (folder === null) return;
  try {
    await handlers['workspaces.open']({ folder }, { access: 'owner' });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.options.log.warn('not-reopened', { code: error.code });
  }
}

/** Knows who sits here and forgets what was open. */
function withoutMemory(settings: SettingsStore): SettingsStore {
  return {
    get value() {
      return settings.value;
    },
    setMe: settings.setMe,
    setModelFolder: settings.setModelFolder,
    remember: async () => undefined,
    setOpenFolder: async () => undefined,
  };
}
