// The Hocuspocus extension that makes "saved" true: every update is on the disk before it is applied, broadcast and
// acknowledged. `beforeSync` is awaited by the server ahead of all three; a failed append closes that one document's
// connection without an acknowledgement, so the sender keeps its edit and offers it again.
import type { beforeSyncPayload, Extension, onLoadDocumentPayload } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { DocumentLogs } from './document-logs.ts';
import { refuse } from './refuse.ts';
import type { StorageWatch } from './storage-watch.ts';

const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;

export function writeAhead(logs: DocumentLogs, storage: StorageWatch): Extension {
  return {
    extensionName: 'write-ahead',
    priority: 500,
    async onLoadDocument({ documentName }: onLoadDocumentPayload) {
      return await logs.load(documentName);
    },
    async beforeSync({ type, payload, documentName, document, connection }: beforeSyncPayload) {
      // It left memory while this connection was being made. Whoever opens it again gets the one that others have.
      if (document.isDestroyed) throw refuse(4503, 'document-left-memory');
      if (type === SYNC_STEP_1 || connection.readOnly) return;
      if (isEmptyUpdate(payload)) return;
      // A returning window sends all it has; what is here already need not be written again.
      if (type === SYNC_STEP_2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return;
      try {
        // A copy: the payload is a view into a message that is reused.
        await logs.append(documentName, payload.slice());
      } catch (error) {
        storage.failed(error);
        throw refuse(4507, 'not-stored');
      }
      storage.worked();
    },
  };
}

/** Yjs encodes "nothing" as two zero bytes: no structs, no deletes. */
function isEmptyUpdate(payload: Uint8Array): boolean {
  return payload.length === 2 && payload[0] === 0 && payload[1] === 0;
}
