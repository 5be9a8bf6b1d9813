// The contract's part about teammates' computers that windows call: joining one, leaving it, how it stands.
import type { OpenWorkspace } from '../../../shared/contract/session.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { makeReplicaFolder } from '../workspace/create-workspace.ts';
import { readManifest } from '../workspace/manifest.ts';
import { type Greeting, greet } from './greeting.ts';
import { openPeerLine } from './peer-line.ts';
import type { JoinedRecord, PeerStore } from './peer-store.ts';

type Covered = 'peers.state' | 'peers.join' | 'peers.leave' | 'peers.retry';

/** How long a new replica is waited for before it is shown; it goes on coming afterwards. */
const FIRST_SYNC_MS = 15_000;

export function peerHandlers(
  context: HostContext,
  store: PeerStore,
  openWorkspace: (folder: string) => Promise<OpenWorkspace>,
): Pick<Handlers, Covered> {
  const { options, settings } = context;

  async function meet(link: string, person: Person): Promise<Greeting> {
    if (!options.connectPeer) throw new AppError('not-allowed', 'this Earshot cannot reach another computer');
    const line = await openPeerLine(options.connectPeer(link, person), {
      event: () => undefined,
      document: () => undefined,
      closed: () => undefined,
    });
    try {
      return await greet(line, person);
    } finally {
      line.close();
    }
  }

  /** The folder of a replica that was begun or made before: joining again goes on with it. */
  async function folderOf(greeting: Greeting, chosen: string | null): Promise<string | null> {
    const known = store
      .all()
      .filter((peer) => peer.workspaceId === greeting.workspace.id)
      .map((peer) => peer.folder);
    for (const folder of chosen === null ? known : [chosen]) {
      const manifest = await readManifest(folder).catch(() => undefined); // no workspace that could be gone on with
      if (manifest?.id === greeting.workspace.id) return folder;
    }
    return null;
  }

  return {
    async 'peers.state'() {
      return context.current() === null ? { peers: [] } : context.peers().state();
    },
    async 'peers.join'({ link, name, role, folder: chosen }) {
      const person = { ...settings.value.me, name, role };
      const greeting = await meet(link, person);
      await settings.setMe({ name, role });
      const begun = await folderOf(greeting, chosen);
      const wanted = { ...greeting.workspace, folder: chosen, defaultFolder: options.defaultFolder };
      const record = (folder: string): JoinedRecord => ({
        direction: 'joined',
        id:
          store.of({ id: greeting.workspace.id, folder }).find((one) => one.direction === 'joined')?.id ??
          context.newId(),
        workspaceId: greeting.workspace.id,
        folder,
        link,
        name: greeting.person.name,
        lastSyncedAt: null,
      });
      // The invite first: a folder that is made after it goes on syncing whenever it is opened, whatever happens to us here.
      const folder = begun ?? (await makeReplicaFolder(wanted, (made) => store.put(record(made))));
      const joined = record(folder);
      if (begun !== null) await store.put(joined);
      // A workspace that is open already knows its peers from when it was opened.
      if (context.current()?.folder === folder) await context.peers().join(joined);
      else await openWorkspace(folder);
      await Promise.race([context.peers().whenSynced(joined.id), waited(FIRST_SYNC_MS)]);
      return context.workspace().describe();
    },
    async 'peers.leave'({ id }) {
      await context.peers().leave(id);
      return null;
    },
    async 'peers.retry'() {
      if (context.current() !== null) context.peers().retry();
      return null;
    },
  };
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
