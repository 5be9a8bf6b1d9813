// One open workspace folder: its lock, documents, originals and derived cache, and the facts of its workspace document.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { briefDocumentName } from '../../../shared/briefs/brief-document.ts';
import type { OpenWorkspace } from '../../../shared/contract/session.ts';
import { AppError } from '../../../shared/errors.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import {
  readWorkspace,
  WORKSPACE_DOCUMENT,
  WORKSPACE_SCHEMA,
  type WorkspaceFacts,
} from '../../../shared/workspace/workspace-document.ts';
import { visitorsKey, workspaceKey } from '../../../shared/workspace/workspace-key.ts';
import type { Cluster } from '../cluster/redis-cluster.ts';
import { openDocumentLogs } from '../documents/document-logs.ts';
import { createDocumentServer, type DocumentServer } from '../documents/document-server.ts';
import { type StorageState, type StorageWatch, watchStorage } from '../documents/storage-watch.ts';
import type { HostLog } from '../log.ts';
import { type DerivedCache, openDerivedCache } from '../storage/derived-cache.ts';
import type { FileSystem } from '../storage/fs-port.ts';
import { type Originals, openOriginals } from '../storage/originals.ts';
import { acquireLock, type WorkspaceLock } from '../storage/workspace-lock.ts';
import { readTranscriptFile } from '../transcripts/read-transcript-file.ts';
import type { ReadTranscriptFile } from '../transcripts/transcript-reader.ts';
import { MANIFEST_SCHEMA, type Manifest, readManifest } from './manifest.ts';

export interface OpenedWorkspace {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly documents: DocumentServer;
  readonly originals: Originals;
  readonly derived: DerivedCache;
  readonly storage: StorageWatch;
  readonly readTranscript: ReadTranscriptFile;
  readonly readOnlyBecause: string | null;
  /** False where nothing may be written: then another Earshot may have the folder as well. */
  readonly hasLock: boolean;
  /** The workspace document's records as they stand now. */
  facts(): WorkspaceFacts;
  /** Names of all documents of the workspace, `workspace` first. */
  documentNames(): readonly string[];
  describe(): OpenWorkspace;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly log: HostLog;
  readonly now: () => Date;
  readonly tellStorage: (state: StorageState) => void;
  /** The disk that documents are written to. */
  readonly fileSystem?: FileSystem | undefined;
  /** Other hosts that serve the same workspace. */
  readonly cluster?: Cluster | undefined;
  /** How originals are read; left out, here and now. */
  readonly readTranscript?: ReadTranscriptFile;
  /** Nothing is locked and nothing written. */
  readonly isOnlyReading?: boolean;
}

/**
 * Opens a folder that holds a workspace. Refuses with `not-a-workspace`, `folder-not-usable` or `workspace-locked`;
 * a workspace of a newer Earshot, one on a full disk, and one that is only to be read, opens read-only.
 */
export async function openWorkspaceFolder(folder: string, options: OpenOptions): Promise<OpenedWorkspace> {
  const manifest = await readManifest(folder);
  if (manifest === undefined)
    throw new AppError('not-a-workspace', 'this folder is no Earshot workspace', { details: { folder } });
  if (manifest.schema > MANIFEST_SCHEMA)
    return openUnlocked(folder, manifest, options, 'This workspace was opened by a newer Earshot.');
  if (options.isOnlyReading) return openUnlocked(folder, manifest, options, 'It was opened to read.');
  let onLost: () => void = () => undefined;
  const lock = await lockUnlessFull(folder, () => onLost());
  if (lock === null)
    return openUnlocked(
      folder,
      manifest,
      options,
      'The disk is full. Make some room, then open this workspace again.',
    );
  try {
    const parts = await openParts(folder, manifest, options, { lock, readOnlyBecause: null });
    onLost = parts.onLockLost;
    return parts.workspace;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openUnlocked(
  folder: string,
  manifest: Manifest,
  options: OpenOptions,
  readOnlyBecause: string,
): Promise<OpenedWorkspace> {
  return (await openParts(folder, manifest, options, { lock: null, readOnlyBecause })).workspace;
}

/** Null when the disk has no room for a lock. */
async function lockUnlessFull(folder: string, onLost: () => void): Promise<WorkspaceLock | null> {
  try {
    const lock = await acquireLock(folder, { onLost });
    if (lock.ok) return lock.value;
    throw new AppError('workspace-locked', 'another Earshot has this folder open', {
      retryable: true,
      details: { folder, pid: lock.error.pid, host: lock.error.host },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'disk-full') return null;
    throw error;
  }
}

async function openParts(
  folder: string,
  manifest: Manifest,
  options: OpenOptions,
  how: { readonly lock: WorkspaceLock | null; readonly readOnlyBecause: string | null },
): Promise<{ workspace: OpenedWorkspace; onLockLost: () => void }> {
  let { readOnlyBecause } = how;
  const derivedFolder = join(folder, 'derived');
  if (readOnlyBecause === null) await mkdir(derivedFolder, { recursive: true });
  const own = await openDocumentLogs(folder, options.log, readOnlyBecause !== null, options.fileSystem);
  const joined = readOnlyBecause === null ? options.cluster?.join(manifest.id, own) : undefined;
  const logs = joined?.logs ?? own;
  const storage = watchStorage(options.tellStorage, options.now);
  // Loaded once and kept: most answers need it, and it tells which documents belong to this workspace.
  const first = await logs.load(WORKSPACE_DOCUMENT);
  let facts = readWorkspace(first);
  first.destroy();
  if (facts.schema > WORKSPACE_SCHEMA) readOnlyBecause ??= 'This workspace was changed by a newer Earshot.';
  let known = knownDocuments(facts);
  const documents = createDocumentServer({
    logs,
    storage,
    log: options.log,
    isReadOnly: readOnlyBecause !== null,
    isKnown: (name) => known.has(name),
    key: workspaceKey({ id: manifest.id, folder }),
    extensions: joined?.extensions ?? [],
    visitorsKey: visitorsKey(manifest.id),
  });
  documents.onChange((name) => {
    if (name !== WORKSPACE_DOCUMENT) return;
    // Changed documents are in memory, so this answers without touching the disk.
    void documents.read(WORKSPACE_DOCUMENT, readWorkspace).then((next) => {
      facts = next;
      known = knownDocuments(next);
    });
  });
  await documents.hold(WORKSPACE_DOCUMENT);
  const isReadOnly = readOnlyBecause !== null;
  const originals = await openOriginals(join(folder, 'originals'), { isReadOnly });
  const derived = await openDerivedCache(derivedFolder, {
    isReadOnly,
    onProblem: ({ kind, key }) => options.log.warn('derived-problem', { kind, key }),
  });
  const workspace: OpenedWorkspace = {
    folder,
    manifest,
    documents: withFreshFacts(documents, async () => {
      facts = await documents.read(WORKSPACE_DOCUMENT, readWorkspace);
      known = knownDocuments(facts);
    }),
    originals,
    derived,
    storage,
    readTranscript: options.readTranscript ?? readTranscriptFile,
    readOnlyBecause,
    hasLock: how.lock !== null,
    facts: () => facts,
    documentNames: () => [...known],
    describe: () => ({
      id: manifest.id,
      folder,
      name: facts.name || manifest.name,
      isSample: manifest.isSample,
      readOnlyBecause,
      damage: logs.damages.map(({ document, damage }) => ({
        document,
        message: damage.message,
        keptAs: damage.keptAs,
      })),
    }),
    async close() {
      await documents.close();
      await how.lock?.release();
    },
  };
  return {
    workspace,
    onLockLost() {
      options.log.error('lock-lost');
      const reason = new AppError('workspace-locked', 'another Earshot took this folder over', {
        details: { folder },
      });
      logs.stop(reason);
      storage.failed(reason);
    },
  };
}

/** After an edit of the workspace document by the host, its facts are fresh before the edit's caller goes on. */
function withFreshFacts(documents: DocumentServer, refresh: () => Promise<void>): DocumentServer {
  return {
    ...documents,
    async edit(name, edit) {
      const result = await documents.edit(name, edit);
      if (name === WORKSPACE_DOCUMENT) await refresh();
      return result;
    },
  };
}

function knownDocuments(facts: WorkspaceFacts): Set<string> {
  return new Set([
    WORKSPACE_DOCUMENT,
    ...facts.interviews.map((interview) => interviewDocumentName(interview.id)),
    ...facts.briefs.map((brief) => briefDocumentName(brief.id)),
  ]);
}
