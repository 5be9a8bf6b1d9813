// What somebody who came by an invite may send into a document, beyond what the guard asks of everybody: only under their
// own name and their own Yjs client, only on top of what is here, and nothing at all when they may only read.
import type { beforeSyncPayload } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { Viewer } from '../door.ts';
import type { Visit } from '../sharing/visit.ts';
import type { DocumentContext } from './document-context.ts';
import type { UpdateFacts } from './inspect-update.ts';
import { refuse } from './refuse.ts';

/** Windows of one visitor in one document. */
const MAX_PRESENCES = 8;

type Sync = Pick<beforeSyncPayload<DocumentContext>, 'document' | 'connection' | 'payload'>;

export async function requireVisitorsUpdate(viewer: Viewer, facts: UpdateFacts, sync: Sync): Promise<void> {
  const { visit } = viewer;
  if (!visit) return;
  if (viewer.access === 'guest') {
    // What they were given and send back is no edit.
    if (Y.snapshotContainsUpdate(Y.snapshot(sync.document), sync.payload)) return;
    throw refuse(4403, 'read-only');
  }
  if (!facts.isComplete) throw refuse(4400, 'gap');
  // A teammate's host brings what others wrote; what is here already under a client and clock Yjs does not take twice.
  if (visit.kind === 'teammate') return;
  for (const client of facts.newClients)
    if (!(await mayWriteAs(visit, client, sync))) throw refuse(4403, 'client-of-another');
}

/** A client is whose it was first; one that wrote here before or shows a presence now is somebody else's already. */
async function mayWriteAs(visit: Visit, client: number, { document, connection }: Sync): Promise<boolean> {
  if (visit.owns(client)) return true;
  if (Y.getState(document.store, client) > 0) return false;
  const isShownByAnother =
    document.awareness.getStates().has(client) && !document.getClients(connection).has(client);
  return !isShownByAnother && (await visit.claim(client));
}

/** Presence says who somebody is: for a guest that is who the host knows them to be, whatever they send. */
export function requireVisitorsPresence(
  visit: Visit,
  states: Map<number, Record<string, unknown>>,
  document: Sync['document'],
  connection: Sync['connection'] | undefined,
): void {
  if (visit.kind === 'teammate') return;
  const own = connection ? document.getClients(connection) : new Set<number>();
  const person = visit.person();
  for (const [client, state] of states) {
    const isAnothers = document.awareness.getStates().has(client) && !own.has(client) && !visit.owns(client);
    if (isAnothers || person === null || visit.isOthers(client)) {
      states.delete(client);
      continue;
    }
    const { id: personId, name, role } = person;
    states.set(client, {
      ...state,
      ...{ personId, name, role },
      ...(state.user === undefined ? {} : { user: { personId, name, role } }),
    });
  }
  if (new Set([...own, ...states.keys()]).size > MAX_PRESENCES) throw refuse(4400, 'too-many-presences');
}
