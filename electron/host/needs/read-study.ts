// What needs are counted over: every interview with its people, its notes and, where there are any, its words.
import type { InterviewId } from '../../../shared/ids.ts';
import type { HeardInterview } from '../../../shared/needs/study.ts';
import type { HostContext } from '../host-context.ts';
import type { IndexedInterview } from '../interviews/interview-index.ts';
import { peopleInRoom } from '../interviews/summarise-interview.ts';
import { type HeardEntry, heardEntries, type InterviewWithWords, leftOut } from './heard-interviews.ts';

/**
 * In the order of their dates. `words` are the interviews whose words could be read; quotes of the others are shown as
 * they were stored, and as broken. Without `words` no quote is checked, which is enough for counting.
 */
export async function readStudy(
  context: HostContext,
  inRun: ReadonlySet<InterviewId>,
  words: readonly InterviewWithWords[] | null,
): Promise<HeardInterview[]> {
  const readable = new Map(words?.map((interview) => [interview.id, interview]));
  const heard = await Promise.all(
    (await heardEntries(context)).map(async (entry): Promise<HeardInterview> => {
      const read = readable.get(entry.id);
      return {
        ...(await basics(context, entry)),
        isInRun: inRun.has(entry.id),
        hasWords: true,
        offsetMs: entry.ref.offsetMs,
        cut: (statement) => {
          if (words === null) return statement.text;
          return read?.original === statement.original
            ? read.text.slice(statement.start, statement.end)
            : null;
        },
      };
    }),
  );
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
      cut: () => null,
    });
  }
  return found;
}

async function basics(context: HostContext, { id, participantId, participant, inRoom }: HeardEntry) {
  const facts: IndexedInterview | null = await leftOut(context, id, () => context.interviews().get(id));
  return { id, participantId, participant, inRoom, notes: facts?.notes ?? [] };
}
