// A guest's interview: what each act does, and where the focus goes after it. The regions are components beside this
// file and of the live room, and know no store.
import { useEffect, useRef, useState } from 'react';
import type { NoteId } from '../../../../shared/ids.ts';
import { lastOwnNote, noteToTag } from '../../../../shared/interviews/follow-ups.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { readNoteLine } from '../../../../shared/interviews/note-line.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { NoteEditor } from '../live/note-editor.tsx';
import { noteEntries } from '../live/note-entries.ts';
import type { StreamHandle } from '../live/note-stream.tsx';
import { tagByDigit } from '../live/tag-by-digit.ts';
import { useLiveKeys } from '../live/use-live-keys.ts';
import { useQuestions } from '../live/use-questions.ts';
import { GuestLayout } from './guest-layout.tsx';
import { InviteEndedDialog } from './invite-ended-dialog.tsx';
import { type GuestVisit, useGuestRoom } from './use-guest-room.ts';

export interface GuestLiveProps extends GuestVisit {
  /** Back to one's own; null where there is none, as in a browser. */
  readonly onLeave: (() => void) | null;
}

export function GuestLive({ onLeave, ...visit }: GuestLiveProps) {
  const { client } = useHost();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const toasts = useToasts();
  const room = useGuestRoom(visit);
  const { acts, draft, notes, me, ended } = room;
  const field = useRef<HTMLTextAreaElement>(null);
  const stream = useRef<StreamHandle>(null);
  const [currentId, setCurrentId] = useState<NoteId | null>(null);
  const [editing, setEditing] = useState<{ id: NoteId; isFromStream: boolean } | null>(null);
  const questions = useQuestions(room.questions);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => field.current?.focus(), []);

  const toField = () => {
    setCurrentId(null);
    field.current?.focus();
  };
  const ask = () => {
    const text = readNoteLine(draft.draft?.text ?? '').text.trim();
    if (text === '' || isAsking) return;
    setAsking(true);
    attempt(async () => {
      try {
        await client.call('visit.ask', { text });
        draft.clear();
        announce('Asked');
        field.current?.focus();
        stream.current?.toEnd();
      } finally {
        setAsking(false);
      }
    });
  };
  const keep = (isMarked: boolean) => {
    if (room.mayAsk) ask();
    const typed = draft.draft;
    if (acts === null || !room.isLoaded || (typed === null && !isMarked)) return;
    const kept = acts.keep({
      text: typed?.text ?? '//',
      atMs: typed?.atMs ?? room.now(),
      plainAt: typed?.plainAt ?? [],
      isMarked,
    });
    if (kept === null) return;
    draft.clear();
    stream.current?.toEnd();
    field.current?.focus();
  };
  const edit = (note: Note | undefined, isFromStream: boolean) => {
    if (note?.author === me.id && acts !== null) setEditing({ id: note.id, isFromStream });
  };
  const remove = (note: Note) => {
    if (acts === null || note.author !== me.id) return;
    acts.remove(note.id);
    toasts.show({ text: 'Note deleted.', undo: () => acts.restore(note.id) });
    const index = notes.findIndex((candidate) => candidate.id === note.id);
    const next = notes[index + 1] ?? notes[index - 1];
    if (next === undefined || currentId === null) toField();
    else stream.current?.focusNote(next.id);
  };
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
  const byDigit = (digit: string, note: Note | undefined) =>
    tagByDigit(digit, note, { acts, tags: room.tags, say: announce });
  const current = notes.find((note) => note.id === currentId) ?? null;
  const followUp = (wanted: (note: Note) => boolean) =>
    current?.kind === 'follow-up' ? current : room.followUps.find(wanted);
  useLiveKeys({
    current: editing === null ? current : null,
    isReadOnly: acts === null,
    onDigit: (digit, note) => byDigit(digit, note) !== null,
    onMark: (note) => acts?.toggleMark(note),
    onEdit: (id) =>
      edit(
        notes.find((note) => note.id === id),
        true,
      ),
    onDelete: remove,
    onTake: () => take(followUp((note) => note.takenBy === null)),
    onAsked: () => asked(followUp((note) => note.takenBy === me.id) ?? room.followUps[0]),
    onLook: () => false,
    onBack: toField,
    onTick: () => tick(questions.current),
    onQuestion: questions.step,
    onUndo: () => announce(acts?.undo() ? 'Undone' : 'Nothing of yours to undo'),
    onRedo: () => announce(acts?.redo() ? 'Done again' : 'Nothing to do again'),
  });

  const copy = (words: string) => {
    attempt(async () => {
      await navigator.clipboard.writeText(words);
      announce('Copied');
      toasts.show({ text: 'Copied.' });
    });
  };

  return (
    <>
      <GuestLayout
        room={room}
        fieldRef={field}
        streamRef={stream}
        currentId={currentId}
        editingId={editing?.id ?? null}
        currentQuestion={acts === null ? -1 : questions.current}
        onDigit={(digit) => byDigit(digit, noteToTag(notes, me.id, Date.now()))}
        onTakeBack={(digits) => {
          for (const entry of digits) acts?.setTag(entry.noteId, entry.tag, entry.wasSet);
        }}
        isAsking={isAsking}
        onMove={setCurrentId}
        onKeep={keep}
        onTryNow={() => client.tryNow()}
        onLeave={onLeave}
        onCopy={copy}
        onEditLast={() => {
          const last = lastOwnNote(notes, me.id);
          edit(last, false);
          return last !== undefined && acts !== null;
        }}
        onLeaveField={() => {
          const last = notes.at(-1);
          if (last) stream.current?.focusNote(last.id);
        }}
        entriesOf={(note) =>
          acts === null
            ? []
            : noteEntries(note, me.id, room.tags, {
                onEdit: (wanted) => edit(wanted, true),
                onMark: acts.toggleMark,
                onTag: (wanted, tag) => acts.setTag(wanted.id, tag, !wanted.tags.includes(tag)),
                onTake: take,
                onAsked: asked,
                onDelete: remove,
              })
        }
        editorOf={(note) =>
          editing?.id === note.id && room.document && room.own && acts !== null ? (
            <NoteEditor
              note={note}
              document={room.document}
              own={room.own}
              tags={room.tags}
              onType={(before, text) => acts.typeText(note.id, before, text)}
              onNewTag={() => undefined}
              onDone={(text, plainAt) => {
                if (acts.finishEdit(note, text, plainAt) === false) remove(note);
                setEditing(null);
                if (editing.isFromStream) stream.current?.focusNote(note.id);
                else toField();
              }}
            />
          ) : null
        }
        onTake={take}
        onAsked={asked}
        onTick={(index) => {
          tick(index);
          toField();
        }}
      />
      {ended === null ? null : <InviteEndedDialog room={room} error={ended} onCopy={copy} />}
    </>
  );
}
