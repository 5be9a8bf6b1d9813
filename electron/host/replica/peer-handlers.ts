// The contract's part about teammates' computers that windows call: joining one, leaving it, how it stands.
import type { InviteLook } from '../../../shared/contract/peers.ts';
import type { OpenWorkspace } from '../../../shared/contract/session.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WorkspaceId } from '../../../shared/ids.ts';
import { parseInviteLink } from '../../../shared/sharing/invite-link.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { makeReplicaFolder } from '../workspace/create-workspace.ts';
import { readManifest } from '../workspace/manifest.ts';
import { type Greeting, greet } from './greeting.ts';
import { lookAtInvite, type ToldVisit } from './look-at-invite.ts';
import { type Connect, openPeerLine } from './peer-line.ts';
import type { JoinedRecord, PeerStore } from './peer-store.ts';

type Covered = Extract<keyof Handlers, `peers.${string}`>;

/** How long a new replica is waited for before it is shown; it goes on coming afterwards. */
const FIRST_SYNC_MS = 15_000;

export function peerHandlers(
  context: HostContext,
  store: PeerStore,
  openWorkspace: (folder: string) => Promise<OpenWorkspace>,
  /** What a link to this very computer pins; null while nobody could come by one. */
  ownKey: () => string | null,
): Pick<Handlers, Covered> {
  const { options, settings } = context;

  function lineTo(link: string, person: Person): Connect {
    if (!options.connectPeer) throw new AppError('not-allowed', 'this Earshot cannot reach another computer');
    const parsed = parseInviteLink(link);
    if (parsed.ok && parsed.value.key === ownKey())
      throw new AppError('not-allowed', 'this invite leads to this computer itself', {
        details: { reason: 'own-invite' },
      });
    return options.connectPeer(link, person);
  }

  async function describe(told: ToldVisit): Promise<InviteLook> {
    const { kind, roles, hostName, workspaceName, workspaceId, interview } = told;
    const folder = kind === 'teammate' ? await folderOf(workspaceId, null) : null;
    return { kind, roles, hostName, workspaceName, participant: interview?.participant ?? null, folder };
  }

  async function meet(link: string, person: Person): Promise<Greeting> {
    const line = await openPeerLine(lineTo(link, person), {
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

  /** Where this workspace is on this computer, from an earlier joining or otherwise: joining again goes on with it. */
  async function folderOf(workspaceId: WorkspaceId, chosen: string | null): Promise<string | null> {
    const joined = store.all().filter((peer) => peer.workspaceId === workspaceId);
    const known = [...joined, ...settings.value.recent].map(({ folder }) => folder);
    for (const folder of chosen === null ? known : [chosen]) {
      const manifest = await readManifest(folder).catch(() => undefined); // no workspace that could be gone on with
      if (manifest?.id === workspaceId) return folder;
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
      const begun = await folderOf(greeting.workspace.id, chosen);
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
    'peers.look': async ({ link }) => describe(await lookAtInvite(lineTo(link, settings.value.me))),
    async 'peers.visit'({ link, name, role }) {
      const told = await lookAtInvite(lineTo(link, { ...settings.value.me, name, role }), { name, role });
      if (!settings.value.isNamed) await settings.setMe({ name, role });
      return describe(told);
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
