// The logs of a workspace that several hosts serve. A word counts as saved when the stream has it; the folder's own log is
// this host's copy, so that the workspace stays whole without Redis as well.
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import type { DocumentLogs } from '../documents/document-logs.ts';
import type { HostLog } from '../log.ts';
import type { DocumentStreams } from './document-streams.ts';

/** Beyond this many entries a stream is folded into one when its document is next loaded. */
const FOLD_ENTRIES = 2_000;

export function streamedLogs(local: DocumentLogs, streams: DocumentStreams, log: HostLog): DocumentLogs {
  /**
   * The document as the folder and the stream have it together; each is given what only the other had, as after a time
   * in which this host ran without Redis. Rejects with AppError while Redis is away.
   */
  async function load(name: string): Promise<Y.Doc> {
    const document = await local.load(name);
    const own = Y.encodeStateAsUpdate(document);
    const before = Y.encodeStateVector(document);
    const { updates, lastId } = await answered(streams.read(name));
    const streamed = documentOf(updates);
    const isOwnKnown = Y.snapshotContainsUpdate(Y.snapshot(streamed), own);
    const lackedByStream = Y.encodeStateAsUpdate(document, Y.encodeStateVector(streamed));
    streamed.destroy();

    let isNew = false;
    document.on('update', () => {
      isNew = true;
    });
    document.transact(() => {
      for (const update of updates) Y.applyUpdate(document, update);
    });
    // Deletions alone leave the state vector as it is, so whether anything came is asked of the update itself.
    if (isNew) await local.append(name, Y.encodeStateAsUpdate(document, before));
    if (!isOwnKnown) await answered(streams.append(name, lackedByStream));
    if (lastId !== null && updates.length > FOLD_ENTRIES) await fold(name, document, lastId);
    return document;
  }

  /** A stream that cannot be folded now stays as it is and is no less readable for it. */
  async function fold(name: string, document: Y.Doc, lastId: string): Promise<void> {
    try {
      await streams.fold(name, Y.encodeStateAsUpdate(document), lastId);
    } catch (error) {
      log.warn('stream-not-folded', {
        document: name,
        reason: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  return {
    ...local,
    get damages() {
      return local.damages;
    },
    load,
    async records(name) {
      (await load(name)).destroy();
      return local.records(name);
    },
    async append(name, update) {
      await answered(streams.append(name, update));
      await local.append(name, update);
    },
  };
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  return document;
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new AppError('storage-failed', 'the shared log does not answer', { retryable: true, cause });
  }
}
