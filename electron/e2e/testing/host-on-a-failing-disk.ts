// One workspace's documents, served as by the host, on a disk that takes words when the test says so. Log, server, guard
// and connection are the real ones; only the last step of a write can be held or refused.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import { WorkspaceId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { workspaceKey } from '../../../shared/workspace/workspace-key.ts';
import type { HostSocket } from '../../host/connection.ts';
import { Connection, type Viewer } from '../../host/connection.ts';
import { type DocumentLogs, openDocumentLogs } from '../../host/documents/document-logs.ts';
import { createDocumentServer } from '../../host/documents/document-server.ts';
import { watchStorage } from '../../host/documents/storage-watch.ts';
import { silentLog } from '../../host/log.ts';

export type Disk = 'works' | 'is full' | 'is slow';

export async function startHostOnAFailingDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-disk-'));
  const real = await openDocumentLogs(folder, silentLog(), false);
  let disk: Disk = 'works';
  let refusals = 0;
  const held: (() => void)[] = [];
  const logs: DocumentLogs = {
    ...real,
    async append(name, update) {
      if (disk === 'is full') {
        refusals += 1;
        throw new AppError('disk-full', 'no space left');
      }
      if (disk === 'is slow') await new Promise<void>((resolve) => held.push(resolve));
      await real.append(name, update);
    },
  };
  const workspace = { id: WorkspaceId.parse('w1'), folder };
  const server = createDocumentServer({
    logs,
    storage: watchStorage(
      () => undefined,
      () => new Date(),
    ),
    log: silentLog(),
    isReadOnly: false,
    isKnown: (name) => name === 'brief-b1',
    key: workspaceKey(workspace),
  });
  const router = { call: () => Promise.resolve(ok({ workspace })) };
  return {
    connect: (socket: HostSocket, viewer: Viewer) =>
      new Connection(socket, viewer, {
        router,
        documents: () => server,
        log: silentLog(),
        onClose: () => undefined,
      }),
    setDisk(next: Disk) {
      disk = next;
      if (next !== 'is slow') for (const go of held.splice(0)) go();
    },
    /** Writes that the disk has refused so far, and those that it has not answered yet. */
    refusals: () => refusals,
    held: () => held.length,
    /** What a new start would find: read from the file, not from memory. */
    async onDisk(name: string): Promise<string> {
      const document: Y.Doc = await real.load(name);
      return document.getText('text').toString();
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
