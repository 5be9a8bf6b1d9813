// Opens, logs and serves the Yjs documents of one workspace to every door through one Hocuspocus instance. The host's own
// edits take the same road as everybody's: on the disk first, then applied and broadcast.
import { type Extension, Hocuspocus } from '@hocuspocus/server';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import type { Viewer } from '../door.ts';
import type { HostLog } from '../log.ts';
import type { DocumentContext } from './document-context.ts';
import type { DocumentLogs } from './document-logs.ts';
import { type DocumentSocket, type NearEnd, openDocumentSockets } from './document-sockets.ts';
import { guard, requireUpdate } from './guard.ts';
import { leavingPresence } from './leaving-presence.ts';
import { isNewerDocument } from './newer-document.ts';
import type { StorageWatch } from './storage-watch.ts';
import { writeAhead } from './write-ahead.ts';

/** A change that is on the disk and applied, and who made it. */
export interface DocumentChange {
  readonly name: string;
  readonly update: Uint8Array;
  /** The viewer whose connection brought it, the `from` of `OpenDocument.receive`, or null for the host's own edits. */
  readonly from: object | null;
}

/** A document that is kept in memory for whoever keeps a copy of it elsewhere. */
export interface OpenDocument {
  /** As it stands; only read it. */
  readonly document: Y.Doc;
  readonly awareness: Awareness;
  /**
   * What another host has: on the disk first, then applied and broadcast. Rejects with AppError; a failed write leaves the
   * document as it was. `from` tells it apart in `DocumentChange` and as the origin of the change.
   */
  receive(update: Uint8Array, from: object): Promise<void>;
  close(): Promise<void>;
}

export interface DocumentServer {
  connect(near: NearEnd, viewer: Viewer): DocumentSocket;
  /** Runs `read` on the document as it stands; the document must not be kept or changed. */
  read<T>(name: string, read: (document: Y.Doc) => T): Promise<T>;
  /** Edits as the host. Resolves when the edit is on the disk; a failed write leaves the document as it was. */
  edit<T>(name: string, edit: (document: Y.Doc) => T): Promise<T>;
  /** Keeps a document in memory until the server closes: for the one that most answers need. */
  hold(name: string): Promise<void>;
  /** Called after every applied change. */
  onChange(listener: (name: string) => void): () => void;
  /** The same with what was changed and by whom. */
  onUpdate(listener: (change: DocumentChange) => void): () => void;
  /** Called when somebody is in a document, and shows or changes where. */
  onPresence(listener: (name: string) => void): () => void;
  /** Documents in which somebody is. */
  present(): readonly string[];
  open(name: string): Promise<OpenDocument>;
  /** The document's log as it lies on the disk, oldest first. */
  records(name: string): Promise<readonly Uint8Array[]>;
  /** Takes nothing more, and resolves when everything that came before is on the disk. */
  close(): Promise<void>;
}

export interface DocumentServerOptions {
  readonly logs: DocumentLogs;
  readonly storage: StorageWatch;
  readonly log: HostLog;
  readonly isReadOnly: boolean;
  /** Whether a document of this name belongs to the workspace. */
  readonly isKnown: (name: string) => boolean;
  /** The workspace's `workspaceKey`; a window must name it to be let in. */
  readonly key: string;
  /** What joins this server's rooms with those of other hosts. */
  readonly extensions?: readonly Extension[];
  /** What who came by an invite names instead; without it nobody is let in by one. */
  readonly visitorsKey?: string;
}

/** Idle windows are told apart from dead ones by their transport, so the server's own time-out only has to be long. */
const IDLE_TIMEOUT_MS = 60 * 60 * 1_000;

export function createDocumentServer(options: DocumentServerOptions): DocumentServer {
  const { logs, storage, log } = options;
  const listeners = new Set<(name: string) => void>();
  const updateListeners = new Set<(change: DocumentChange) => void>();
  const presenceListeners = new Set<(name: string) => void>();
  const hostClientId = new Y.Doc().clientID;
  const queues = new Map<string, Promise<unknown>>();
  let isClosing = false;
  const holds: { disconnect(): Promise<void> }[] = [];
  const server = new Hocuspocus<DocumentContext>({
    quiet: true,
    timeout: IDLE_TIMEOUT_MS,
    // Nothing is stored here: the write-ahead log has it already. Documents leave memory soon after their last window.
    debounce: 500,
    maxDebounce: 2_000,
    extensions: [
      guard({
        isKnown: options.isKnown,
        isNewer: (name) => read(name, (document) => isNewerDocument(name, document)),
        key: options.key,
        visitorsKey: options.visitorsKey,
        log,
      }),
      writeAhead(logs, storage),
      leavingPresence(),
      ...(options.extensions ?? []),
    ],
    async onChange({ documentName, update, context }) {
      for (const listener of listeners) listener(documentName);
      const from = context.from ?? null;
      for (const listener of updateListeners) listener({ name: documentName, update, from });
    },
    async onAwarenessUpdate({ documentName, states }) {
      // A document that leaves memory takes back a place that nobody had.
      if (states.length === 0) return;
      for (const listener of presenceListeners) listener(documentName);
    },
  });

  const sockets = openDocumentSockets(server, { isReadOnly: options.isReadOnly });

  async function read<T>(name: string, use: (document: Y.Doc) => T): Promise<T> {
    const live = server.documents.get(name);
    if (live && !live.isLoading) return use(live);
    const document = await logs.load(name);
    try {
      return use(document);
    } finally {
      document.destroy();
    }
  }

  /** A connection of the host, which keeps the document in memory. */
  async function connectDirectly(name: string) {
    let direct = await server.openDirectConnection(name, { mayWrite: true });
    // A document that was on its way out of memory is given out for a moment longer; nobody would see an edit in it.
    while (direct.document?.isDestroyed) direct = await server.openDirectConnection(name, { mayWrite: true });
    return direct;
  }

  async function withLive<T>(name: string, use: (document: Y.Doc) => Promise<T> | T): Promise<T> {
    const direct = await connectDirectly(name);
    try {
      if (!direct.document) throw new AppError('storage-failed', `the document ${name} could not be loaded`);
      return await use(direct.document);
    } finally {
      await direct.disconnect();
    }
  }

  async function editLive<T>(name: string, edit: (document: Y.Doc) => T): Promise<T> {
    if (isClosing) throw new AppError('no-workspace', 'the workspace was closed meanwhile');
    if (options.isReadOnly) throw new AppError('workspace-read-only', 'this workspace is open to read');
    return withLive(name, async (live) => {
      if (isNewerDocument(name, live))
        throw new AppError('workspace-newer', 'this was changed by a newer Earshot and is open to read');
      // The edit is made on a copy, so that nobody sees words that the disk then refuses.
      const draft = new Y.Doc();
      Y.applyUpdate(draft, Y.encodeStateAsUpdate(live));
      draft.clientID = hostClientId;
      const before = Y.encodeStateVector(draft);
      let update: Uint8Array | null = null;
      draft.on('update', () => {
        update = Y.encodeStateAsUpdate(draft, before);
      });
      const result = draft.transact(() => edit(draft));
      draft.destroy();
      if (update === null) return result;
      await store(name, update);
      Y.applyUpdate(live, update, { source: 'local', skipStoreHooks: true });
      return result;
    });
  }

  async function store(name: string, update: Uint8Array): Promise<void> {
    try {
      await logs.append(name, update);
    } catch (error) {
      storage.failed(error);
      throw error;
    }
    storage.worked();
  }

  async function receive(name: string, live: Y.Doc, update: Uint8Array, from: object): Promise<void> {
    if (isClosing) throw new AppError('no-workspace', 'the workspace was closed meanwhile');
    if (options.isReadOnly) throw new AppError('workspace-read-only', 'this workspace is open to read');
    requireUpdate(update);
    await store(name, update);
    Y.applyUpdate(live, update, { source: 'local', skipStoreHooks: true, context: { from } });
  }

  return {
    connect: sockets.connect,
    read,
    edit(name, edit) {
      // One edit of a document at a time: the next one must see what the one before has written.
      const queued = (queues.get(name) ?? Promise.resolve()).then(() => editLive(name, edit));
      const settled = queued.catch(() => undefined); // the caller has the rejection; the queue goes on
      queues.set(name, settled);
      void settled.then(() => {
        if (queues.get(name) === settled) queues.delete(name);
      });
      return queued;
    },
    async hold(name) {
      holds.push(await server.openDirectConnection(name, { mayWrite: false }));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onUpdate(listener) {
      updateListeners.add(listener);
      return () => updateListeners.delete(listener);
    },
    onPresence(listener) {
      presenceListeners.add(listener);
      return () => presenceListeners.delete(listener);
    },
    present: () =>
      [...server.documents.values()].filter((one) => one.hasAwarenessStates()).map((one) => one.name),
    records: (name) => logs.records(name),
    async open(name) {
      if (isClosing) throw new AppError('no-workspace', 'the workspace was closed meanwhile');
      const direct = await connectDirectly(name);
      const { document } = direct;
      if (!document) throw new AppError('storage-failed', `the document ${name} could not be loaded`);
      return {
        document,
        awareness: document.awareness,
        receive: (update, from) => receive(name, document, update, from),
        close: () => direct.disconnect(),
      };
    },
    async close() {
      await sockets.close();
      while (queues.size > 0) await Promise.allSettled(queues.values());
      isClosing = true;
      for (const hold of holds) await hold.disconnect();
      server.closeConnections();
      listeners.clear();
      updateListeners.clear();
      presenceListeners.clear();
      await logs.close();
    },
  };
}
