// What somebody who came by an invite may call, hear and open. A list of what is allowed: a new method is for this
// computer alone until it is written here. None of these acts in the name of who sits at this computer.
import type { EventName, Method } from '../../../shared/contract.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import type { Viewer } from '../door.ts';

const FOR_EVERYBODY: ReadonlySet<Method> = new Set([
  'session.state',
  'visit.state',
  'visit.introduce',
  'visit.ask',
]);
const FOR_TEAMMATES: ReadonlySet<Method> = new Set([
  'replicas.open',
  'replicas.list',
  'replicas.pull',
  'replicas.stored',
  'blobs.list',
  'blobs.read',
  'blobs.write',
]);
/** Of a teammate's methods, those that an introduction comes with or before. */
const BEFORE_INTRODUCTION: ReadonlySet<Method> = new Set([
  'session.state',
  'visit.state',
  'visit.introduce',
  'replicas.open',
]);
const EVENTS: ReadonlySet<EventName> = new Set(['visit.changed', 'storage.changed']);
const EVENTS_FOR_TEAMMATES: ReadonlySet<EventName> = new Set(['documents.changed']);

export function mayCall({ visit }: Viewer, method: Method): boolean {
  if (!visit) return true;
  if (visit.person() === null) return BEFORE_INTRODUCTION.has(method) && isListed(visit.kind, method);
  return isListed(visit.kind, method);
}

/** Events of the rest of the house would tell a guest of interviews and folders that are none of theirs. */
export function mayHear({ visit }: Viewer, event: EventName): boolean {
  if (!visit) return true;
  return EVENTS.has(event) || (visit.kind === 'teammate' && EVENTS_FOR_TEAMMATES.has(event));
}

export function mayOpenDocument({ visit }: Viewer, name: string): boolean {
  if (!visit) return true;
  if (visit.person() === null) return false;
  return (
    visit.kind === 'teammate' || name === (visit.interviewId && interviewDocumentName(visit.interviewId))
  );
}

function isListed(kind: 'teammate' | 'editor' | 'viewer', method: Method): boolean {
  return FOR_EVERYBODY.has(method) || (kind === 'teammate' && FOR_TEAMMATES.has(method));
}
