// Which other computers hold which of this computer's workspaces, and the invites that lead to them. In the user folder
// and readable for its owner alone: a workspace folder may be copied and sent, an invite must not go along.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WorkspaceId } from '../../../shared/ids.ts';
import { openJsonStore } from '../storage/durable-json.ts';

const base = {
  id: z.string().min(1).max(80),
  workspaceId: WorkspaceId,
  /** Of the workspace here. */
  folder: z.string(),
  name: z.string(),
  lastSyncedAt: z.string().nullable(),
};

export const PeerRecord = z.discriminatedUnion('direction', [
  z.object({ ...base, direction: z.literal('joined'), link: z.string() }),
  z.object({ ...base, direction: z.literal('joins-us') }),
]);
export type PeerRecord = z.infer<typeof PeerRecord>;
export type JoinedRecord = Extract<PeerRecord, { direction: 'joined' }>;

const Peers = z.object({ peers: z.array(PeerRecord) });

export interface PeerStore {
  /** Those of this workspace in this folder; one whose folder was moved here is found, too. */
  of(workspace: { readonly id: WorkspaceId; readonly folder: string }): readonly PeerRecord[];
  all(): readonly PeerRecord[];
  /** Puts it in place of the one with its id and workspace. Rejects with AppError when the disk does not take it. */
  put(record: PeerRecord): Promise<void>;
  remove(record: Pick<PeerRecord, 'id' | 'workspaceId'>): Promise<void>;
}

export async function openPeerStore(userFolder: string): Promise<PeerStore> {
  const store = await openJsonStore(join(userFolder, 'peers.json'), Peers, { peers: [] });
  const isSame = (one: Pick<PeerRecord, 'id' | 'workspaceId'>, other: PeerRecord) =>
    one.id === other.id && one.workspaceId === other.workspaceId;
  return {
    all: () => store.data.peers,
    of: ({ id, folder }) =>
      store.data.peers
        .filter((peer) => peer.workspaceId === id && (peer.folder === folder || !existsSync(peer.folder)))
        .map((peer) => ({ ...peer, folder })),
    async put(record) {
      await store.update((content) => {
        content.peers = [...content.peers.filter((peer) => !isSame(record, peer)), record];
      });
    },
    async remove(record) {
      await store.update((content) => {
        content.peers = content.peers.filter((peer) => !isSame(record, peer));
      });
    },
  };
}
