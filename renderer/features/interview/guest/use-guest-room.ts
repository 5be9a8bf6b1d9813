// What a guest's page knows of the one interview it was let into. The host tells people and tags; the rest is in the
// interview's document. It never opens the workspace, and a reader's page writes nothing into the document.
import { useEffect, useMemo } from 'react';
import type { VisitState } from '../../../../shared/contract/sharing.ts';
import type { AppErrorData } from '../../../../shared/errors.ts';
import { callTimeMs } from '../../../../shared/interviews/call-clock.ts';
import { currentNames } from '../../../../shared/interviews/current-tags.ts';
import { followUpsToAsk } from '../../../../shared/interviews/follow-ups.ts';
import { readTickedGuide } from '../../../../shared/interviews/guide.ts';
import { recordAttendance } from '../../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { useInterview } from '../../../state/use-document.ts';
import { liveActs } from '../live/live-acts.ts';
import { voicesOf } from '../live/people-here.ts';
import { useDraft } from '../live/use-draft.ts';
import { useLiveConnection } from '../live/use-live-connection.ts';
import { useOwnNotes } from '../live/use-own-notes.ts';
import { usePresence } from '../live/use-presence.ts';

export type GuestRoom = ReturnType<typeof useGuestRoom>;

/** What somebody has said who they are is let into. */
export interface GuestVisit {
  readonly visit: VisitState;
  readonly person: Person;
  readonly interview: NonNullable<VisitState['interview']>;
  /** In somebody's own Earshot rather than in a browser: what is not sent outlives the window. */
  readonly isInEarshot: boolean;
  /** Why the host let go of this page for good; null while it has not. */
  readonly ended: AppErrorData | null;
}

export function useGuestRoom({ visit, person: me, interview, isInEarshot, ended }: GuestVisit) {
  const { id, participant, description } = interview;
  const { handle, document, state, facts } = useInterview(id);
  const { clock } = facts;
  const notes = useMemo(
    () => facts.notes.map((note) => ({ ...note, tags: currentNames(note.tags, visit.tags) })),
    [facts.notes, visit.tags],
  );
  const own = useOwnNotes(document);
  const isLoaded = state.kind !== 'loading';
  const now = () => callTimeMs(clock, Date.now());
  const { others, gone, setTyping } = usePresence(handle?.awareness ?? null, me, now);
  const connection = useLiveConnection(handle, state, true, now, NOBODY, askNobody);
  const draft = useDraft(`earshot.draft ${visit.workspaceId} ${id} ${me.id}`, (epochMs) =>
    isLoaded ? callTimeMs(clock, epochMs) : null,
  );
  const isTyping = draft.draft !== null;
  useEffect(() => setTyping(isTyping), [isTyping, setTyping]);

  const mayWrite =
    ended === null && visit.kind === 'editor' && !state.isReadOnly && visit.readOnlyBecause === null;
  const isHere = mayWrite && clock.kind === 'running' && state.kind === 'live';
  const isRecorded = facts.attendance.includes(me.id) && !facts.saidThere.has(me.id);
  useEffect(() => {
    if (isHere && !isRecorded && document) recordAttendance(document, me.id, new Date().toISOString());
  }, [isHere, isRecorded, document, me.id]);

  const acts =
    document === null || own === null || !mayWrite
      ? null
      : liveActs({
          document,
          own,
          me,
          tags: visit.tags,
          now: () => new Date(),
          // The codebook is the team's: a new tag stands on the guest's note and waits there for somebody to take it in.
          onNewTags: () => undefined,
        });

  const seen = [...others, ...gone].map(({ personId, name, role }) => ({ id: personId, name, role }));
  const voiceOf = voicesOf([me], seen, visit.people);
  const isAlone = others.length === 0 && notes.every((note) => note.author === me.id);
  return {
    me,
    participant,
    description,
    document,
    own,
    acts,
    isLoaded,
    mayWrite,
    /** Asks through the host instead of writing. */
    mayAsk: ended === null && !mayWrite && visit.readOnlyBecause === null,
    ended,
    isInEarshot,
    readOnlyBecause: visit.readOnlyBecause,
    hostName: visit.hostName,
    clock,
    notes,
    now,
    tags: visit.tags,
    questions: document === null ? [] : readTickedGuide(document).filter((line) => line.kind === 'question'),
    followUps: followUpsToAsk(notes, me.id, isAlone),
    others,
    here: others.map((other) => voiceOf(other.personId)),
    voiceOf,
    connection,
    draft,
  };
}

const askNobody = () => Promise.resolve();
const NOBODY: readonly never[] = [];
