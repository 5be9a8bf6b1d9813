// Lets others in: opens and closes the door, makes and ends invites. Who is here is for visits.ts; what a visitor may do is
// for visitor-rights.ts.
import { randomBytes } from 'node:crypto';
import type { Invite, SharingState } from '../../../shared/contract/sharing.ts';
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { InviteId } from '../../../shared/ids.ts';
import { checkWordsOf } from '../../../shared/sharing/check-words.ts';
import { formatBrowserLink, formatInviteLink } from '../../../shared/sharing/invite-link.ts';
import type { HostConnection, HostSocket, Viewer } from '../door.ts';
import { found, type HostContext } from '../host-context.ts';
import { expiryOf, rolesOf } from './invite-rules.ts';
import type { SharingDoor } from './sharing-port.ts';
import { hashOf, type InviteRecord, newSecret, type SharingStore } from './sharing-store.ts';
import { Visits } from './visits.ts';

/** Beyond this the oldest ended ones are forgotten. */
const MAX_INVITES = 500;

export interface SharingService {
  readonly visits: Visits;
  state(): SharingState;
  /** What a link to this computer pins; null while the door is shut. */
  ownKey(): string | null;
  start(): Promise<void>;
  stop(): Promise<void>;
  invite(
    wanted: Params<'sharing.invite'>,
  ): Promise<{ invite: Invite; link: string; browserLink: string | null }>;
  revoke(wanted: Params<'sharing.revoke'>): Promise<void>;
  setBrowsers(areAllowed: boolean): Promise<void>;
  /** Opens the door again if it was open when the host last ended. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export function createSharingService(
  context: HostContext,
  store: SharingStore,
  connect: (socket: HostSocket, viewer: Viewer) => HostConnection,
): SharingService {
  const { options } = context;
  let door: SharingDoor | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const changed = () => context.tell('sharing.changed', {});
  const visits = new Visits({
    store,
    currentWorkspace: () => context.current()?.manifest.id ?? null,
    async endedAt(id) {
      const { clock } = await context.interviews().get(id);
      return clock.kind === 'ended' ? clock.endedAtEpochMs : null;
    },
    now: () => context.now(),
    onChange: changed,
  });

  /** One after the other: a door that is being opened cannot be closed yet. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = turn.then(task);
    turn = result.catch(() => undefined); // told to the caller; the next one goes on
    return result;
  }

  async function open(): Promise<void> {
    if (door) return;
    if (!options.openSharingDoor) throw new AppError('not-allowed', 'this Earshot has no door to others');
    door = await options.openSharingDoor({
      userFolder: options.userFolder,
      port: store.data.port,
      log: options.log,
      desk: {
        areBrowsersAllowed: () => store.data.areBrowsersAllowed,
        admit: (token, visitorKey) => visits.admit(token, visitorKey),
        connect,
      },
    });
    options.log.info('sharing-started', { port: door.port });
  }

  async function shut(): Promise<void> {
    visits.endAll(new AppError('connection-lost', 'sharing was stopped', { retryable: true }));
    const closing = door;
    door = null;
    await closing?.close();
  }

  function describe(invite: InviteRecord): Invite {
    const people = store.data.visitors.filter((visitor) => visitor.inviteId === invite.id);
    const { id, kind, interviewId, role, lifetime, createdAt, expiresAt, isRevoked, isClosed } = invite;
    return {
      ...{ id, kind, interviewId, role, lifetime, createdAt, expiresAt, isRevoked, isClosed },
      people: people.map(({ personId, name, role, lastSeenAt, isRevoked, keyHash }) => ({
        ...{ personId, name, role, lastSeenAt, isRevoked },
        isHere: visits.here.some((visit) => visit.inviteId === id && visit.visitorHash === keyHash),
      })),
    };
  }

  return {
    visits,
    ownKey: () => door?.key ?? null,
    state() {
      const workspaceId = context.current()?.manifest.id;
      return {
        isOn: door !== null,
        canShare: options.openSharingDoor !== undefined,
        addresses: door?.addresses() ?? [],
        checkWords: door ? checkWordsOf(door.key) : [],
        areBrowsersAllowed: store.data.areBrowsersAllowed,
        invites: store.data.invites
          .filter((invite) => invite.workspaceId === workspaceId)
          .map(describe)
          .reverse(),
        guestsHere: visits.here.filter((visit) => visit.person() !== null).length,
      };
    },
    start: () =>
      inTurn(async () => {
        await open();
        const port = door?.port ?? 0;
        await store.update((sharing) => Object.assign(sharing, { isOn: true, port }));
        changed();
      }),
    stop: () =>
      inTurn(async () => {
        await shut();
        await store.update((sharing) => void Object.assign(sharing, { isOn: false }));
        changed();
      }),
    async invite({ kind, interviewId, role, lifetime }) {
      const workspace = context.workspace();
      if (!door) throw new AppError('sharing-failed', 'sharing is off: start it first');
      if (!rolesOf({ kind, role }).includes(role))
        throw new AppError('invalid-input', 'a viewer reads: their role is observer');
      if (
        (kind === 'teammate') !== (interviewId === null) ||
        (interviewId === null && lifetime === 'interview')
      )
        throw new AppError('invalid-input', 'a guest is invited to one interview, a teammate to all');
      if (kind !== 'viewer' && role === 'observer')
        throw new AppError('invalid-input', 'an observer is invited as a viewer');
      if (interviewId !== null)
        found(
          workspace.facts().interviews.find(({ id }) => id === interviewId),
          'interview',
        );
      const secret = newSecret();
      const now = context.now();
      const record: InviteRecord = {
        id: InviteId.parse(randomBytes(9).toString('base64url')),
        workspaceId: workspace.manifest.id,
        ...{ kind, interviewId, role, lifetime },
        createdAt: now.toISOString(),
        expiresAt: expiryOf(lifetime, now),
        secretHash: hashOf(secret),
        isRevoked: false,
        isClosed: false,
      };
      await store.update((sharing) => {
        sharing.invites.push(record);
        while (sharing.invites.length > MAX_INVITES) {
          const ended = sharing.invites.findIndex((one) => one.isRevoked);
          const [gone] = sharing.invites.splice(Math.max(0, ended), 1);
          sharing.visitors = sharing.visitors.filter((visitor) => visitor.inviteId !== gone?.id);
        }
      });
      options.log.info('invited', { invite: record.id, kind });
      changed();
      const link = { addresses: door.addresses(), key: door.key, inviteId: record.id, secret };
      return {
        invite: describe(record),
        link: formatInviteLink(link),
        browserLink: store.data.areBrowsersAllowed && kind !== 'teammate' ? formatBrowserLink(link) : null,
      };
    },
    async revoke({ inviteId, personId }) {
      found(
        store.data.invites.find(({ id }) => id === inviteId),
        'invite',
      );
      await store.update((sharing) => {
        for (const invite of sharing.invites) {
          if (invite.id !== inviteId) continue;
          // With the link they still have, who was shown out would come in again under another name.
          if (personId === null) invite.isRevoked = true;
          else invite.isClosed = true;
        }
        for (const visitor of sharing.visitors)
          if (visitor.inviteId === inviteId && visitor.personId === personId) visitor.isRevoked = true;
      });
      options.log.info('revoked', { invite: inviteId });
      visits.endOver();
      changed();
    },
    async setBrowsers(areAllowed) {
      await store.update((sharing) => void Object.assign(sharing, { areBrowsersAllowed: areAllowed }));
      changed();
    },
    resume: () =>
      inTurn(async () => {
        if (!store.data.isOn || !options.openSharingDoor) return;
        try {
          await open();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          options.log.warn('sharing-not-resumed', { code: error.code });
        }
      }),
    close: () => inTurn(shut),
  };
}
