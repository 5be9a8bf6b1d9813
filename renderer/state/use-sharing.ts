// Who can hear this computer, kept fresh: the door for others, and the teammates' computers on the line.
import type { PeerConnection } from '../../shared/contract/peers.ts';
import type { InvitedPerson, SharingState } from '../../shared/contract/sharing.ts';
import type { Role } from '../../shared/workspace/people.ts';
import { useSession } from './host-context.tsx';
import { type Call, useCall } from './use-call.ts';
import { useWorkspace } from './use-document.ts';

/** The state of the door to others, asked for again as it changes. */
export function useSharing(): Call<SharingState> {
  return useCall('sharing.state', {}, { refetchOn: ['sharing.changed', 'workspace.changed'] });
}

export interface Listener {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Whoever sits at this computer. */
  readonly isHere: boolean;
}

/** Everybody who hears this computer now, its own person first; empty while nobody else does. */
export function useWithinEarshot(): readonly Listener[] {
  const session = useSession();
  const sharing = useSharing();
  const peers = useCall('peers.state', {}, { refetchOn: ['peers.changed', 'workspace.changed'] });
  const { people } = useWorkspace();
  const others = new Map<string, Listener>();
  const invites = sharing.status === 'loading' ? [] : (sharing.value?.invites ?? []);
  for (const person of invites.flatMap((invite) => invite.people)) {
    if (isListening(person)) others.set(person.personId, listener(person.personId, person.name, person.role));
  }
  for (const peer of peers.status === 'loading' ? [] : (peers.value?.peers ?? [])) {
    // Whoever comes to us came by an invite, and is among its people.
    if (peer.direction !== 'joined' || !isConnected(peer.connection)) continue;
    const known = people.find((person) => person.name === peer.name);
    others.set(known?.id ?? peer.id, listener(known?.id ?? peer.id, peer.name, known?.role ?? 'observer'));
  }
  if (others.size === 0 || session === null) return [];
  const { id, name, role } = session.me;
  return [{ id, name, role, isHere: true }, ...others.values()];
}

function listener(id: string, name: string, role: Role): Listener {
  return { id, name, role, isHere: false };
}

function isListening(person: InvitedPerson): boolean {
  return person.isHere && !person.isRevoked;
}

function isConnected(connection: PeerConnection): boolean {
  return connection.kind === 'connected';
}
