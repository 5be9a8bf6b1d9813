// Several hosts that serve one workspace behind a balancer. Hocuspocus' own Redis extension joins their rooms; what makes a
// word saved is the stream beside it, written before anybody gets an acknowledgement. Nothing of this runs on one computer.
import { Redis as RedisRooms } from '@hocuspocus/extension-redis';
import type { Extension, Hocuspocus, onConfigurePayload } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import type { WorkspaceId } from '../../../shared/ids.ts';
import type { DocumentLogs } from '../documents/document-logs.ts';
import type { HostLog } from '../log.ts';
import { openDocumentStreams } from './document-streams.ts';
import { requireDurableRedis } from './require-durable-redis.ts';
import { streamedLogs } from './streamed-logs.ts';

export interface Cluster {
  /** What one open workspace needs: logs that count a word as saved when the stream has it, and the joined rooms. */
  join(
    workspace: WorkspaceId,
    logs: DocumentLogs,
  ): { readonly logs: DocumentLogs; readonly extensions: readonly Extension[] };
  close(): Promise<void>;
}

/** An answer later than this counts as none; the edit is refused, kept by its sender and offered again. */
const COMMAND_TIMEOUT_MS = 5_000;

/**
 * @param url `redis://` or `rediss://`
 * Rejects with AppError `invalid-input` when nothing answers there, or what answers could lose an acknowledged word.
 */
export async function openCluster(url: string, log: HostLog): Promise<Cluster> {
  const clients: Redis[] = [];
  const connect = () => {
    // While the server is away a command fails at once: an edit must be refused, not kept in a queue that can be lost.
    const client = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: COMMAND_TIMEOUT_MS,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
      lazyConnect: true,
    });
    client.on('error', (error) => log.warn('redis-lost', { reason: error.name }));
    clients.push(client);
    return client;
  };
  const close = async () => {
    for (const client of clients.splice(0)) client.disconnect();
  };
  const stream = connect();
  try {
    await stream.connect();
    await requireDurableRedis(stream);
  } catch (cause) {
    await close();
    if (cause instanceof AppError) throw cause;
    throw new AppError('invalid-input', 'no Redis answers at this address', { cause });
  }
  return {
    join(workspace, logs) {
      const prefix = `earshot:${workspace}`;
      const streams = openDocumentStreams(stream, prefix);
      return {
        logs: streamedLogs(logs, streams, log),
        extensions: [
          joinedRooms(url, prefix, log, clients),
          caughtUp(stream, (server) => catchUp(server, streams, log)),
        ],
      };
    },
    close,
  };
}

/** The extension as it is, but for its lock around storing: nothing is stored there, the stream has it already. */
class Rooms extends RedisRooms {
  override async onStoreDocument(): Promise<void> {}
  override async afterStoreDocument(): Promise<void> {}
}

function joinedRooms(url: string, prefix: string, log: HostLog, clients: Redis[]): Extension {
  return new Rooms({
    prefix: `${prefix}:room`,
    createClient() {
      const client = new Redis(url, { maxRetriesPerRequest: null });
      client.on('error', (error) => log.warn('redis-lost', { reason: error.name }));
      clients.push(client);
      return client;
    },
  });
}

/** What was said in the rooms while Redis was away is lost there, and is in the stream: measured in joint notes, 2. */
function caughtUp(stream: Redis, catchUpWith: (server: Hocuspocus) => Promise<void>): Extension {
  let onReady: (() => void) | null = null;
  return {
    extensionName: 'caught-up',
    async onConfigure({ instance }: onConfigurePayload) {
      onReady = () => void catchUpWith(instance);
      stream.on('ready', onReady);
    },
    async onDestroy() {
      if (onReady) stream.off('ready', onReady);
    },
  };
}

async function catchUp(
  server: Hocuspocus,
  streams: ReturnType<typeof openDocumentStreams>,
  log: HostLog,
): Promise<void> {
  for (const [name, document] of server.documents) {
    try {
      const { updates } = await streams.read(name);
      document.transact(
        () => {
          for (const update of updates) Y.applyUpdate(document, update);
        },
        { source: 'redis' },
      );
    } catch (error) {
      // Away again: the next return begins anew.
      log.warn('redis-not-caught-up', {
        document: name,
        reason: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
}
