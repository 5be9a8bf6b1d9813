// Interviews: made, listed, updated. Notes, guide and clock are not here: people edit them in the document itself.
import type * as Y from 'yjs';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import { InterviewId, ParticipantId, type PersonId } from '../../../shared/ids.ts';
import { addGuideQuestion, removeGuideQuestion } from '../../../shared/interviews/guide.ts';
import {
  INTERVIEW_SCHEMA,
  interviewDocumentName,
  type SpeakerIdentity,
  type TranscriptRef,
} from '../../../shared/interviews/interview-document.ts';
import { InterviewEntry, Participant } from '../../../shared/workspace/people.ts';
import {
  appendEvent,
  putRecord,
  readWorkspace,
  WORKSPACE_DOCUMENT,
  type WorkspaceEvent,
} from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import type { OpenedWorkspace } from '../workspace/opened-workspace.ts';
import type { IndexedInterview } from './interview-index.ts';
import { summariseInterview } from './summarise-interview.ts';

type Covered =
  | 'interviews.create'
  | 'interviews.list'
  | 'interviews.update'
  | 'interviews.addQuestion'
  | 'interviews.removeQuestion';

export function interviewHandlers(context: HostContext): Pick<Handlers, Covered> {
  return {
    async 'interviews.create'(input) {
      const workspace = context.workspace();
      const by = await actingPerson(context);
      const made = await createInterview(workspace, {
        ...input,
        by: by.id,
        at: context.now().toISOString(),
        newId: () => context.newId(),
      });
      context.tell('interviews.changed', { ids: [made.id] });
      return made;
    },
    async 'interviews.list'() {
      const workspace = context.workspace();
      const facts = workspace.facts();
      const run = await context.needs().lastRun();
      const participants = new Map(facts.participants.map((participant) => [participant.id, participant]));
      const needsOf = await context.needs().countByParticipant();
      const rows = await Promise.all(
        facts.interviews.map(async (entry): Promise<InterviewSummary> => {
          const indexed = await readIndexed(context, entry.id);
          return summariseInterview({
            entry,
            participant: participants.get(entry.participantId),
            ...indexed,
            isInRun: run?.interviews.includes(entry.id) ?? false,
            needs: run ? (needsOf.get(entry.participantId) ?? 0) : null,
          });
        }),
      );
      return rows.sort(newestFirst);
    },
    async 'interviews.update'({ id, plannedAt, isArchived, isNotRecorded }) {
      const workspace = context.workspace();
      const by = await actingPerson(context);
      // Read inside the edit: of two changes at once, the second must not put back what the first has changed.
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
        const before = found(
          readWorkspace(document).interviews.find((entry) => entry.id === id),
          'interview',
        );
        const after = InterviewEntry.parse({
          ...before,
          plannedAt: plannedAt === undefined ? before.plannedAt : plannedAt,
          isArchived: isArchived ?? before.isArchived,
          isNotRecorded: isNotRecorded ?? before.isNotRecorded,
        });
        putRecord(document, 'interviews', id, after);
        appendEvent(document, {
          at: context.now().toISOString(),
          by: by.id,
          kind: 'interview.updated',
          ref: id,
        });
      });
      context.tell('interviews.changed', { ids: [id] });
      return null;
    },
    async 'interviews.addQuestion'({ id, question }) {
      return editInterview(context, id, (document) => addGuideQuestion(document, question));
    },
    async 'interviews.removeQuestion'({ id, question }) {
      return editInterview(context, id, (document) => ({
        isRemoved: removeGuideQuestion(document, question),
      }));
    },
  };
}

function editInterview<T>(context: HostContext, id: InterviewId, edit: (document: Y.Doc) => T): Promise<T> {
  const workspace = context.workspace();
  found(
    workspace.facts().interviews.find((entry) => entry.id === id),
    'interview',
  );
  return workspace.documents.edit(interviewDocumentName(id), edit);
}

export interface NewInterview {
  readonly participant: {
    readonly pseudonym: string;
    readonly description: string;
    readonly realName: string;
  };
  readonly plannedAt: string | null;
  readonly guide: string;
  readonly by: PersonId;
  readonly at: string;
  readonly newId: () => string;
  /** The words that come with it, where it is made by importing them. */
  readonly transcript?: NewTranscript;
}

/** A transcript whose original is stored, and who its speakers are. */
export interface NewTranscript {
  readonly ref: TranscriptRef;
  readonly speakers: Readonly<Record<string, SpeakerIdentity>>;
}

/** Writes the interview's document first and its index entry last, so a crash between leaves nothing half there. */
export async function createInterview(
  workspace: OpenedWorkspace,
  wanted: NewInterview,
): Promise<{ id: InterviewId; participantId: ParticipantId }> {
  const facts = workspace.facts();
  const id = InterviewId.parse(wanted.newId());
  const participant = Participant.parse({
    id: ParticipantId.parse(wanted.newId()),
    pseudonym: wanted.participant.pseudonym || `Participant ${facts.participants.length + 1}`,
    realName: wanted.participant.realName,
    description: wanted.participant.description,
    fields: {},
    consent: { state: 'not-asked', note: '' },
    isNameExported: false,
  });
  await workspace.documents.edit(interviewDocumentName(id), (document) => {
    document.getMap('meta').set('schema', INTERVIEW_SCHEMA);
    document.getMap('meta').set('id', id);
    if (wanted.guide !== '') document.getText('guide').insert(0, wanted.guide);
    if (wanted.transcript) attachTranscript(document, wanted.transcript);
  });
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
    putRecord(document, 'participants', participant.id, participant);
    putRecord(document, 'interviews', id, {
      id,
      participantId: participant.id,
      plannedAt: wanted.plannedAt,
      createdAt: wanted.at,
      createdBy: wanted.by,
      isArchived: false,
      isNotRecorded: false,
    });
    appendEvent(document, { at: wanted.at, by: wanted.by, kind: 'interview.created', ref: id });
    if (wanted.transcript) appendEvent(document, importedEvent(id, wanted.transcript.ref));
  });
  return { id, participantId: participant.id };
}

/** Call it on the interview's document. */
export function attachTranscript(document: Y.Doc, { ref, speakers }: NewTranscript): void {
  document.getMap('transcripts').set(ref.original, ref);
  for (const [name, identity] of Object.entries(speakers)) document.getMap('speakers').set(name, identity);
}

export function importedEvent(id: InterviewId, ref: TranscriptRef): WorkspaceEvent {
  return {
    at: ref.importedAt,
    by: ref.importedBy,
    kind: 'transcript.imported',
    ref: `${id}:${ref.original}`,
  };
}

async function readIndexed(
  context: HostContext,
  id: InterviewId,
): Promise<{ facts: IndexedInterview | null; damage: string | null }> {
  try {
    return { facts: await context.interviews().get(id), damage: null };
  } catch (error) {
    context.options.log.warn('interview-unreadable', { interview: id });
    return { facts: null, damage: error instanceof Error ? error.message : 'the file cannot be read' };
  }
}

function newestFirst(a: InterviewSummary, b: InterviewSummary): number {
  const at = (row: InterviewSummary) => row.plannedAt ?? row.createdAt;
  return at(a) === at(b) ? 0 : at(a) < at(b) ? 1 : -1;
}
