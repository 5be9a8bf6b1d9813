// The contract's part that visitors call: where they are, who they are, and a question from somebody who may only read.
import type { VisitState } from '../../../shared/contract/sharing.ts';
import { AppError } from '../../../shared/errors.ts';
import { NoteId } from '../../../shared/ids.ts';
import { callTimeMs } from '../../../shared/interviews/call-clock.ts';
import {
  addNote,
  interviewDocumentName,
  readInterview,
} from '../../../shared/interviews/interview-document.ts';
import { visitorsKey } from '../../../shared/workspace/workspace-key.ts';
import type { Viewer } from '../door.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { introduce } from './introduce.ts';
import { rolesOf } from './invite-rules.ts';
import type { SharingService } from './sharing-service.ts';
import type { SharingStore } from './sharing-store.ts';
import type { Visit } from './visit.ts';

type Covered = Extract<keyof Handlers, `visit.${string}`>;

export function visitHandlers(
  context: HostContext,
  store: SharingStore,
  sharing: () => SharingService,
): Pick<Handlers, Covered> {
  function stateOf(visit: Visit): VisitState {
    const workspace = context.workspace();
    const facts = workspace.facts();
    const person = visit.person();
    const entry = facts.interviews.find(({ id }) => id === visit.interviewId);
    const participant = facts.participants.find(({ id }) => id === entry?.participantId);
    return {
      kind: visit.kind,
      person,
      roles: rolesOf(sharing().visits.invite(visit)),
      workspaceId: visit.workspaceId,
      workspaceName: facts.name || workspace.manifest.name,
      workspaceKey: visitorsKey(visit.workspaceId),
      hostName: context.settings.value.me.name,
      // The name the team gave them, never the real one.
      interview:
        (entry && {
          id: entry.id,
          participant: participant?.pseudonym ?? '',
          description: participant?.description ?? '',
          plannedAt: entry.plannedAt,
        }) ||
        null,
      people: person ? facts.people : [],
      tags: person ? facts.tags.filter((tag) => !tag.isArchived) : [],
      readOnlyBecause: workspace.readOnlyBecause,
    };
  }

  return {
    'visit.state': async (_nothing, viewer) => stateOf(visitOf(viewer)),
    async 'visit.introduce'(wanted, viewer) {
      const visit = visitOf(viewer);
      await introduce(context, store, sharing().visits, visit, wanted);
      return stateOf(visit);
    },
    async 'visit.ask'({ text }, viewer) {
      const { interviewId, person } = visitOf(viewer);
      const by = person();
      if (interviewId === null || by === null)
        throw new AppError('not-allowed', 'questions are asked in an interview');
      const now = context.now();
      await context.workspace().documents.edit(interviewDocumentName(interviewId), (document) => {
        const atMs = callTimeMs(readInterview(document).clock, now.getTime());
        const origin = {
          author: by.id,
          role: by.role,
          atMs,
          createdAt: now.toISOString(),
          kind: 'follow-up',
        } as const;
        addNote(document, NoteId.parse(context.newId()), origin, { text, tags: [], isMarked: false });
      });
      return null;
    },
  };
}

function visitOf({ visit }: Viewer): Visit {
  if (!visit) throw new AppError('not-allowed', 'only somebody who came by an invite is on a visit');
  return visit;
}
