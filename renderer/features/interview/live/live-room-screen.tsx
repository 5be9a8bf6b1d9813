// The live screen's behaviour: keeping notes, the clock, the end of the call, and what is said aloud. The regions
// themselves are components beside this file and know no store.
import { useEffect, useRef, useState } from 'react';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId, NoteId } from '../../../../shared/ids.ts';
import { type CallClock, endClock } from '../../../../shared/interviews/call-clock.ts';
import { type Note, setClockRecord } from '../../../../shared/interviews/interview-document.ts';
import type { Role } from '../../../../shared/workspace/people.ts';
import { useHost, useSessionStore } from '../../../state/host-context.tsx';
import { overlayStore } from '../../../state/overlay-store.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { LiveLayout } from './live-layout.tsx';
import { useHeardHint } from './use-heard-hint.ts';
import { useLiveRoom } from './use-live-room.ts';
import { useTakingNotes } from './use-taking-notes.tsx';

export interface LiveRoomScreenProps {
  readonly interviewId: InterviewId;
  readonly session: SessionState;
}

export function LiveRoomScreen({ interviewId, session }: LiveRoomScreenProps) {
  const { client } = useHost();
  const { accept } = useSessionStore();
  const { go } = useNavigation();
  const announce = useAnnounce();
  const room = useLiveRoom(interviewId, session);
  const { acts, draft, notes, me } = room;
  const [isEnding, setEnding] = useState(false);
  const heard = useHeardHint({
    interviewId,
    draft: draft.draft?.text ?? '',
    notes,
    openFollowUps: room.followUps.length,
    isReadOnly: room.isReadOnly,
  });
  const taking = useTakingNotes(room, {
    isReadOnly: room.isReadOnly,
    offeredTags: room.allTags,
    onNewTag: (name) => void room.addToCodebook(name),
    onLook: () => {
      if (heard.hint === null) return false;
      heard.look();
      return true;
    },
  });

  const keep = (isMarked: boolean) => {
    const typed = draft.draft;
    if (acts === null || (typed === null && !isMarked)) return;
    const text = typed === null ? '//' : typed.text;
    const atMs = typed?.atMs ?? room.now();
    if (acts.keep({ text, atMs, plainAt: typed?.plainAt ?? [], isMarked }) === null) return;
    draft.clear();
    taking.streamRef.current?.toEnd();
  };
  // Enter before the clock was known waits for it, so that the note gets its true time.
  const [isKeeping, setKeeping] = useState<{ isMarked: boolean } | null>(null);
  const canKeep = room.isLoaded && acts !== null;
  useEffect(() => {
    if (isKeeping === null || !canKeep || (draft.draft !== null && draft.draft.atMs === null)) return;
    setKeeping(null);
    keep(isKeeping.isMarked);
  });

  useAskedAloud(
    room.followUps,
    (note) => announce(`${room.voiceOf(note.author).name} asks: ${note.text}`),
    me.id,
  );
  const setClock = (clock: CallClock) => {
    if (room.document) setClockRecord(room.document, clock);
  };
  const nameMe = async (name: string, role: Role) => {
    accept(await client.call('session.setMe', { name, role }));
    taking.toField();
  };

  return (
    <LiveLayout
      room={room}
      taking={taking}
      heard={heard}
      isEnding={isEnding}
      isUnnamed={!session.isNamed && notes.some((note) => note.author === me.id)}
      onName={(name, role) => void nameMe(name, role)}
      onKeep={(isMarked) => (canKeep ? keep(isMarked) : setKeeping({ isMarked }))}
      onAddQuestions={() => go({ place: 'prepare', interviewId })}
      onClock={setClock}
      onAskEnd={setEnding}
      onEnd={() => {
        setClock(endClock(room.clock, Date.now()));
        go({ place: 'debrief', interviewId });
      }}
      onShare={() => overlayStore.getState().open({ kind: 'share', interviewId })}
      onDebrief={() => go({ place: 'debrief', interviewId })}
      onInterviews={() => go({ place: 'interviews' })}
    />
  );
}

/** A follow-up that comes in while one listens is said, so that it is not only seen. */
function useAskedAloud(followUps: readonly Note[], say: (note: Note) => void, me: string): void {
  const known = useRef<Set<NoteId> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set([...(before ?? []), ...followUps.map((note) => note.id)]);
    if (before === null) return;
    for (const note of followUps) if (note.author !== me && !before.has(note.id)) say(note);
  });
}
