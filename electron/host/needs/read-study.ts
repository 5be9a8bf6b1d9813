// What needs are counted over: every interview with its people, its notes and, where there are any, its words.
import type { InterviewId } from '../../../shared/ids.ts';
import type { HeardInterview } from '../../../shared/needs/study.ts';
import type { HostContext } from '../host-context.ts';
import { peopleInRoom } from '../interviews/summarise-interview.ts';
import { type HeardEntry, heardEntries, leftOut } from './heard-interviews.ts';

/** In the order of their dates; those with notes alone last. */
export async function readStudy(
  context: HostContext,
  inRun: ReadonlySet<InterviewId>,
  readingOf: (entry: HeardEntry) => Pick<HeardInterview, 'cut' | 'follow' | 'isUnderstood'>,
): Promise<HeardInterview[]> {
  const heard: HeardInterview[] = [];
  for (const entry of await heardEntries(context)) {
    const { id, participantId, participant, inRoom, ref, notes } = entry;
    heard.push({
      ...{ id, participantId, participant, inRoom, notes },
      isInRun: inRun.has(id),
      hasWords: true,
      offsetMs: ref.offsetMs,
      spokenMs: ref.lengthMs === null ? null : { from: ref.offsetMs, to: ref.offsetMs + ref.lengthMs },
      ...readingOf(entry),
    });
  }
  return [...heard, ...(await notesOnly(context, new Set(heard.map(({ id }) => id))))];
}

/** Interviews that were noted and never recorded. */
async function notesOnly(context: HostContext, heard: ReadonlySet<InterviewId>): Promise<HeardInterview[]> {
  const { interviews, participants } = context.workspace().facts();
  const found: HeardInterview[] = [];
  for (const { id, participantId, isArchived } of interviews) {
    if (isArchived || heard.has(id)) continue;
    const facts = await leftOut(context, id, () => context.interviews().get(id));
    if (facts === null || facts.notes.length === 0) continue;
    found.push({
      id,
      participantId,
      participant: participants.find((one) => one.id === participantId)?.pseudonym ?? 'Unknown',
      inRoom: peopleInRoom(facts),
      notes: facts.notes,
      isInRun: false,
      hasWords: false,
      offsetMs: 0,
      isUnderstood: true,
      spokenMs: null,
      cut: () => null,
    });
  }
  return found;
}
