// A guest's interview: what each act does, and where the focus goes after it. The regions are components beside this
// file and of the live room, and know no store.
import { useEffect, useRef, useState } from 'react';
import type { NoteId } from '../../../../shared/ids.ts';
import { lastOwnNote } from '../../../../shared/interviews/follow-ups.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { readNoteLine } from '../../../../shared/interviews/note-line.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { NoteEditor } from '../live/note-editor.tsx';
import { noteEntries } from '../live/note-entries.ts';
import type { StreamHandle } from '../live/note-stream.tsx';
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
  const [editingId, setEditingId] = useState<NoteId | null>(null);
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
    if (acts === null || !room.isLoaded || typed === null) return;
    const kept = acts.keep({
      text: typed.text,
      atMs: typed.atMs ?? room.now(),
      plainAt: typed.plainAt,
      isMarked,
    });
    if (kept === null) return;
    draft.clear();
    stream.current?.toEnd();
    field.current?.focus();
  };
  const edit = (note: Note | undefined) => {
    if (note?.author === me.id && acts !== null) setEditingId(note.id);
  };
  const remove = (note: Note) => {
    if (acts === null || note.author !== me.id) return;
    acts.remove(note.id);
    toasts.show({ text: 'Note deleted.', undo: () => acts.restore(note.id) });
    toField();
  };
  const take = (note: Note) => {
    acts?.take(note);
    toField();
  };
  const asked = (note: Note) => {
    acts?.markAsked(note, room.now());
    toField();
  };

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
        editingId={editingId}
        isAsking={isAsking}
        onMove={setCurrentId}
        onKeep={keep}
        onTryNow={() => client.tryNow()}
        onLeave={onLeave}
        onCopy={copy}
        onEditLast={() => {
          const last = lastOwnNote(notes, me.id);
          edit(last);
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
                onEdit: edit,
                onMark: acts.toggleMark,
                onTag: (wanted, tag) => acts.setTag(wanted.id, tag, !wanted.tags.includes(tag)),
                onTake: take,
                onAsked: asked,
                onDelete: remove,
              })
        }
        editorOf={(note) =>
          editingId === note.id && room.document && room.own && acts !== null ? (
            <NoteEditor
              note={note}
              document={room.document}
              own={room.own}
              tags={room.tags}
              onType={(before, text) => acts.typeText(note.id, before, text)}
              onNewTag={() => undefined}
              onDone={(text, plainAt) => {
                if (acts.finishEdit(note, text, plainAt) === false) remove(note);
                setEditingId(null);
                toField();
              }}
            />
          ) : null
        }
        onTake={take}
        onAsked={asked}
        onTick={(index) => {
          const line = room.questions[index];
          if (line) acts?.toggleTick(line, room.clock.kind === 'ready' ? null : room.now());
        }}
      />
      {ended === null ? null : <InviteEndedDialog room={room} error={ended} onCopy={copy} />}
    </>
  );
}
