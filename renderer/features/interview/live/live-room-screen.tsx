// The live screen's behaviour: who has the focus, which note and question are current, what each act does and says. The
// regions themselves are components beside this file and know no store.
import { useEffect, useRef, useState } from 'react';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId, NoteId } from '../../../../shared/ids.ts';
import { type CallClock, endClock } from '../../../../shared/interviews/call-clock.ts';
import { lastOwnNote, noteToTag } from '../../../../shared/interviews/follow-ups.ts';
import { type Note, setClockRecord } from '../../../../shared/interviews/interview-document.ts';
import type { Role } from '../../../../shared/workspace/people.ts';
import { useHost, useSessionStore } from '../../../state/host-context.tsx';
import { overlayStore } from '../../../state/overlay-store.ts';
import { useNavigation } from '../../../state/use-place.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { DigitTag } from './digit-tags.ts';
import { LiveLayout } from './live-layout.tsx';
import { NoteEditor } from './note-editor.tsx';
import { noteEntries } from './note-entries.ts';
import type { StreamHandle } from './note-stream.tsx';
import { tagByDigit } from './tag-by-digit.ts';
import { useHeardHint } from './use-heard-hint.ts';
import { useLiveKeys } from './use-live-keys.ts';
import { useLiveRoom } from './use-live-room.ts';
import { useQuestions } from './use-questions.ts';

export interface LiveRoomScreenProps {
  readonly interviewId: InterviewId;
  readonly session: SessionState;
}

export function LiveRoomScreen({ interviewId, session }: LiveRoomScreenProps) {
  const { client } = useHost();
  const { accept } = useSessionStore();
  const { go } = useNavigation();
  const toasts = useToasts();
  const announce = useAnnounce();
  const room = useLiveRoom(interviewId, session);
  const { acts, draft, notes, me } = room;
  const field = useRef<HTMLTextAreaElement>(null);
  const stream = useRef<StreamHandle>(null);
  const [currentId, setCurrentId] = useState<NoteId | null>(null);
  const [editing, setEditing] = useState<{ id: NoteId; isFromStream: boolean } | null>(null);
  const [isEnding, setEnding] = useState(false);
  const questions = useQuestions(room.questions);
  const heard = useHeardHint({
    interviewId,
    draft: draft.draft?.text ?? '',
    notes,
    openFollowUps: room.followUps.length,
    isReadOnly: room.isReadOnly,
  });

  const toField = () => {
    setCurrentId(null);
    field.current?.focus();
  };
  useEffect(() => field.current?.focus(), []);

  const keep = (isMarked: boolean) => {
    const typed = draft.draft;
    if (acts === null || (typed === null && !isMarked)) return;
    const text = typed === null ? '//' : typed.text;
    const atMs = typed?.atMs ?? room.now();
    if (acts.keep({ text, atMs, plainAt: typed?.plainAt ?? [], isMarked }) === null) return;
    draft.clear();
    stream.current?.toEnd();
  };
  // Enter before the clock was known waits for it, so that the note gets its true time.
  const [isKeeping, setKeeping] = useState<{ isMarked: boolean } | null>(null);
  const canKeep = room.isLoaded && acts !== null;
  useEffect(() => {
    if (isKeeping === null || !canKeep || (draft.draft !== null && draft.draft.atMs === null)) return;
    setKeeping(null);
    keep(isKeeping.isMarked);
  });

  const byDigit = (digit: string, note: Note | undefined): DigitTag | null =>
    tagByDigit(digit, note, { acts, tags: room.tags, say: announce });
  const lastNote = () => noteToTag(notes, me.id, Date.now());

  const remove = (note: Note) => {
    if (acts === null || note.author !== me.id) return;
    acts.remove(note.id);
    toasts.show({ text: 'Note deleted.', undo: () => acts.restore(note.id) });
    const index = notes.findIndex((candidate) => candidate.id === note.id);
    const next = notes[index + 1] ?? notes[index - 1];
    if (next === undefined || currentId === null) toField();
    else stream.current?.focusNote(next.id);
  };
  const edit = (id: NoteId, isFromStream: boolean) => {
    const note = notes.find((candidate) => candidate.id === id);
    if (note?.author === me.id && !room.isReadOnly) setEditing({ id, isFromStream });
  };
  const finishEdit = (note: Note, text: string, plainAt: readonly number[]) => {
    if (acts?.finishEdit(note, text, plainAt) === false) remove(note);
    setEditing(null);
    if (editing?.isFromStream) stream.current?.focusNote(note.id);
    else toField();
  };

  const current = notes.find((note) => note.id === currentId) ?? null;
  const followUp = (wanted: (note: Note) => boolean) =>
    current?.kind === 'follow-up' ? current : room.followUps.find(wanted);
  const take = (note: Note | undefined) => {
    if (note) acts?.take(note);
    toField();
  };
  const asked = (note: Note | undefined) => {
    if (note) acts?.markAsked(note, room.now());
    toField();
  };
  const tick = (index: number) => {
    const line = room.questions[index];
    if (line === undefined) return;
    acts?.toggleTick(line, room.clock.kind === 'ready' ? null : room.now());
    questions.goOn(index);
  };

  useLiveKeys({
    current: editing === null ? current : null,
    isReadOnly: room.isReadOnly,
    onDigit: (digit, note) => byDigit(digit, note) !== null,
    onMark: (note) => acts?.toggleMark(note),
    onEdit: (id) => edit(id, true),
    onDelete: remove,
    onTake: () => take(followUp((note) => note.takenBy === null)),
    onAsked: () => asked(followUp((note) => note.takenBy === me.id) ?? room.followUps[0]),
    onLook: () => {
      if (heard.hint === null) return false;
      heard.look();
      toField();
      return true;
    },
    onBack: toField,
    onTick: () => tick(questions.current),
    onQuestion: questions.step,
    onUndo: () => announce(acts?.undo() ? 'Undone' : 'Nothing of yours to undo'),
    onRedo: () => announce(acts?.redo() ? 'Done again' : 'Nothing to do again'),
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
    toField();
  };

  return (
    <LiveLayout
      room={room}
      heard={heard}
      fieldRef={field}
      streamRef={stream}
      currentId={currentId}
      editingId={editing?.id ?? null}
      currentQuestion={questions.current}
      isEnding={isEnding}
      isUnnamed={!session.isNamed && notes.some((note) => note.author === me.id)}
      onName={(name, role) => void nameMe(name, role)}
      onMove={setCurrentId}
      onKeep={(isMarked) => (canKeep ? keep(isMarked) : setKeeping({ isMarked }))}
      onDigit={(digit) => byDigit(digit, lastNote())}
      onTakeBack={(digits) => {
        for (const entry of digits) acts?.setTag(entry.noteId, entry.tag, entry.wasSet);
      }}
      onEditLast={() => {
        const last = lastOwnNote(notes, me.id);
        if (last) edit(last.id, false);
        return last !== undefined;
      }}
      onLeaveField={() => {
        const last = notes.at(-1);
        if (last) stream.current?.focusNote(last.id);
      }}
      entriesOf={(note) =>
        noteEntries(note, me.id, room.tags, {
          onEdit: (wanted) => edit(wanted.id, true),
          onMark: (wanted) => acts?.toggleMark(wanted),
          onTag: (wanted, tag) => acts?.setTag(wanted.id, tag, !wanted.tags.includes(tag)),
          onTake: take,
          onAsked: asked,
          onDelete: remove,
        })
      }
      editorOf={(note) =>
        editing?.id === note.id && room.document && room.own ? (
          <NoteEditor
            note={note}
            document={room.document}
            own={room.own}
            tags={room.allTags}
            onType={(seen, text) => acts?.typeText(note.id, seen, text)}
            onNewTag={(name) => void room.addToCodebook(name)}
            onDone={(text, plainAt) => finishEdit(note, text, plainAt)}
          />
        ) : null
      }
      onTake={take}
      onAsked={asked}
      onToggleQuestion={(index) => {
        tick(index);
        toField();
      }}
      onAddQuestions={() => go({ place: 'prepare', interviewId })}
      onClock={setClock}
      onTyping={toField}
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
