// Ties a name to whoever came by an invite. From then on the name is theirs by the secret of their own computer: with the
// same link somebody else cannot become them.
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { PersonId } from '../../../shared/ids.ts';
import { putRecord, WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import type { HostContext } from '../host-context.ts';
import { refusal, rolesOf } from './invite-rules.ts';
import type { SharingStore } from './sharing-store.ts';
import type { Visit } from './visit.ts';
import type { Visits } from './visits.ts';

/** People who may ever come by one link; far more than fit into a room, far fewer than fill a disk. */
const MAX_PEOPLE_AN_INVITE = 200;

/** Rejects with AppError `not-allowed` for a role beyond the invite or a person who is somebody else. */
export async function introduce(
  context: HostContext,
  store: SharingStore,
  visits: Visits,
  visit: Visit,
  wanted: Params<'visit.introduce'>,
): Promise<void> {
  const invite = visits.invite(visit);
  const before = visits.visitor(visit);
  const role = wanted.role ?? before?.role ?? invite.role;
  if (!rolesOf(invite).includes(role))
    throw new AppError('not-allowed', `this invite is not for a ${role}`, { details: { reason: 'role' } });
  const people = store.data.visitors.filter(({ inviteId }) => inviteId === invite.id);
  if (!before && people.length >= MAX_PEOPLE_AN_INVITE) throw refusal('full');
  const personId = before?.personId ?? personIdFor(context, store, visit, wanted.personId);
  const workspace = context.workspace();
  if (workspace.readOnlyBecause === null) {
    const known = workspace.facts().people.find(({ id }) => id === personId);
    if (known?.name !== wanted.name || known.role !== role)
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) =>
        putRecord(document, 'people', personId, { id: personId, name: wanted.name, role }),
      );
  }
  const lastSeenAt = context.now().toISOString();
  await store.update((sharing) => {
    sharing.visitors = sharing.visitors.filter(
      (one) => one.inviteId !== invite.id || one.keyHash !== visit.visitorHash,
    );
    sharing.visitors.push({
      inviteId: invite.id,
      workspaceId: visit.workspaceId,
      keyHash: visit.visitorHash,
      ...{ personId, name: wanted.name, role, lastSeenAt },
      isRevoked: before?.isRevoked ?? false,
      clients: before?.clients ?? [],
    });
  });
  context.tell('sharing.changed', {});
  context.tell('visit.changed', {});
}

/** Who comes back with their own secret is who they were; who is new is nobody that is known here. */
function personIdFor(
  context: HostContext,
  store: SharingStore,
  visit: Visit,
  claimed: PersonId | undefined,
): PersonId {
  const here = store.data.visitors.filter(({ workspaceId }) => workspaceId === visit.workspaceId);
  const same = here.find(({ keyHash }) => keyHash === visit.visitorHash);
  if (same) return same.personId;
  if (claimed === undefined) return PersonId.parse(context.newId());
  const isOurs = claimed === context.settings.value.me.id;
  const isVisitors = here.some(({ personId }) => personId === claimed);
  // A teammate whose name came here in the workspace itself may be who they are; a guest is new by nature.
  const isKnown = context
    .workspace()
    .facts()
    .people.some(({ id }) => id === claimed);
  if (isOurs || isVisitors || (isKnown && visit.kind !== 'teammate'))
    throw new AppError('not-allowed', 'somebody else is this person here', { details: { reason: 'person' } });
  return claimed;
}
