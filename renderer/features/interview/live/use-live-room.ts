// What the live screen knows of its interview: facts, people, connection and acts, gathered from the stores in one place.
import { useEffect, useMemo } from 'react';
import type { Peer } from '../../../../shared/contract/peers.ts';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import { callTimeMs } from '../../../../shared/interviews/call-clock.ts';
import { currentNames } from '../../../../shared/interviews/current-tags.ts';
import { followUpsToAsk } from '../../../../shared/interviews/follow-ups.ts';
import { readTickedGuide } from '../../../../shared/interviews/guide.ts';
import { recordAttendance } from '../../../../shared/interviews/interview-document.ts';
import { workspaceKey } from '../../../../shared/workspace/workspace-key.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useCall } from '../../../state/use-call.ts';
import { useInterview, useWorkspace } from '../../../state/use-document.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { liveActs } from './live-acts.ts';
import { voicesOf } from './people-here.ts';
import { useDraft } from './use-draft.ts';
import { useLiveConnection } from './use-live-connection.ts';
import { useOwnAttendance } from './use-own-attendance.ts';
import { useOwnNotes } from './use-own-notes.ts';
import { usePresence } from './use-presence.ts';

const NOBODY: readonly Peer[] = [];

export type LiveRoom = ReturnType<typeof useLiveRoom>;

export function useLiveRoom(interviewId: InterviewId, session: SessionState) {
  const { client } = useHost();
  const { me, workspace } = session;
  const facts = useWorkspace();
  const { handle, document, state, facts: interview } = useInterview(interviewId);
  const { clock } = interview;
  const notes = useMemo(
    () => interview.notes.map((note) => ({ ...note, tags: currentNames(note.tags, facts.tags) })),
    [interview.notes, facts.tags],
  );
  const toasts = useToasts();
  const own = useOwnNotes(document);
  const isLoaded = state.kind !== 'loading';

  const timeAt = (epochMs: number) => (isLoaded ? callTimeMs(clock, epochMs) : null);
  const now = () => callTimeMs(clock, Date.now());
  const { others, gone, setTyping, setRow } = usePresence(handle?.awareness ?? null, me, now);
  const peers = useCall('peers.state', {}, { refetchOn: ['peers.changed', 'workspace.changed'] });
  const connection = useLiveConnection(
    handle,
    state,
    others.length + gone.length > 0,
    now,
    peers.status === 'ready' ? peers.value.peers : NOBODY,
    peers.renew,
  );
  const draft = useDraft(
    workspace === null ? null : `earshot.draft ${workspaceKey(workspace)} ${interviewId} ${me.id}`,
    timeAt,
  );
  const isTyping = draft.draft !== null;
  useEffect(() => setTyping(isTyping), [isTyping, setTyping]);

  const isHere = clock.kind === 'running' && state.kind === 'live' && !state.isReadOnly;
  const isRecorded = interview.attendance.includes(me.id) && !interview.saidThere.has(me.id);
  useEffect(() => {
    if (isHere && !isRecorded && document) recordAttendance(document, me.id, new Date().toISOString());
  }, [isHere, isRecorded, document, me.id]);

  useOwnAttendance({
    document,
    me: me.id,
    clock,
    isOpen: (state.kind === 'live' || state.kind === 'waiting') && !state.isReadOnly,
    isLinked: !connection.isLinkDown,
  });

  const addToCodebook = async (name: string) => {
    try {
      await client.call('tags.create', { name, definition: '' });
    } catch {
      // The note carries the tag in any case; only its line in the codebook is missing.
      toasts.show({ text: `#${name} is on the note, but could not be put in the codebook.` });
    }
  };
  const acts =
    document === null || own === null
      ? null
      : liveActs({
          document,
          own,
          me,
          tags: facts.tags,
          now: () => new Date(),
          onNewTags: (names) => {
            for (const name of names) void addToCodebook(name);
          },
        });

  const present = others.map((person) => ({ id: person.personId, name: person.name, role: person.role }));
  const left = gone.map((person) => ({ id: person.personId, name: person.name, role: person.role }));
  const voiceOf = voicesOf([me], present, left, facts.people);
  const authors = [
    ...new Set([me.id, ...others.map((person) => person.personId), ...notes.map((note) => note.author)]),
  ];
  const voices = authors.map(voiceOf).sort((a, b) => Number(b.role === 'pm') - Number(a.role === 'pm'));

  const entry = facts.interviews.find((candidate) => candidate.id === interviewId);
  const participant = facts.participants.find((candidate) => candidate.id === entry?.participantId);
  const isReadOnly = state.isReadOnly || (workspace?.readOnlyBecause ?? null) !== null;
  const tags = useMemo(() => facts.tags.filter((tag) => !tag.isArchived), [facts.tags]);

  return {
    me,
    document,
    own,
    acts,
    state,
    isReadOnly,
    isLoaded,
    clock,
    hasTranscript: interview.transcripts.length > 0,
    notes,
    room: interview.room,
    now,
    tags,
    /** The codebook with archived tags, whose names are not new. */
    allTags: facts.tags,
    participant: participant?.pseudonym ?? '',
    description: participant?.description ?? '',
    questions: document === null ? [] : readTickedGuide(document).filter((line) => line.kind === 'question'),
    followUps: followUpsToAsk(notes, me.id, voices.length <= 1),
    voices,
    voiceOf,
    others,
    /** Tells the others which row of the debrief is the current one here. */
    setRow,
    here: [me.id, ...others.map((person) => person.personId)].map(voiceOf),
    gone: gone.map((person) => ({ voice: voiceOf(person.personId), atMs: person.atMs })),
    connection,
    /** Other computers that hold this workspace. */
    peers: peers.status === 'ready' ? peers.value.peers : NOBODY,
    draft,
    tryNow: () => client.tryNow(),
    addToCodebook,
  };
}
