// What a person does with notes, follow-ups and the guide while they listen, and where the focus goes after each act: the
// same in the live room and on a guest's page. It knows the room as values and acts, and no layout.
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import type { NoteId } from '../../../../shared/ids.ts';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import { lastOwnNote, noteToTag } from '../../../../shared/interviews/follow-ups.ts';
import type { TickedLine } from '../../../../shared/interviews/guide.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { OwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { DigitTag } from './digit-tags.ts';
import type { LiveActs } from './live-acts.ts';
import { NoteEditor } from './note-editor.tsx';
import { noteEntries } from './note-entries.ts';
import type { StreamHandle } from './note-stream.tsx';
import { tagByDigit } from './tag-by-digit.ts';
import { useLiveKeys } from './use-live-keys.ts';
import { useQuestions } from './use-questions.ts';

export interface RoomForNotes {
  readonly me: Person;
  readonly document: Y.Doc | null;
  readonly own: OwnNotes | null;
  readonly acts: LiveActs | null;
  readonly notes: readonly Note[];
  /** Those with a digit. */
  readonly tags: readonly Tag[];
  readonly followUps: readonly Note[];
  readonly questions: readonly TickedLine[];
  readonly clock: CallClock;
  readonly now: () => number;
}

export interface TakingNotesOptions {
  readonly isReadOnly: boolean;
  /** Tags that the field of a note offers. */
  readonly offeredTags: readonly Tag[];
  readonly onNewTag: (name: string) => void;
  /** `H`: at the hint; false when there is none. */
  readonly onLook: () => boolean;
}

/** What the stream, the guide and the follow-ups of a layout need. */
export interface TakingNotes {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly streamRef: RefObject<StreamHandle | null>;
  /** Where the stream's cursor is. */
  readonly currentId: NoteId | null;
  /** The note whose words are being changed. */
  readonly editingId: NoteId | null;
  /** The question that Alt Enter ticks; -1 where nothing is ticked. */
  readonly currentQuestion: number;
  readonly onMove: (id: NoteId) => void;
  readonly onDigit: (digit: string) => DigitTag | null;
  readonly onTakeBack: (digits: readonly DigitTag[]) => void;
  readonly onEditLast: () => boolean;
  readonly onLeaveField: () => void;
  readonly entriesOf: (note: Note) => readonly MenuEntry[];
  readonly editorOf: (note: Note) => ReactNode;
  readonly onTake: (note: Note) => void;
  readonly onAsked: (note: Note) => void;
  readonly onTick: (index: number) => void;
  readonly toField: () => void;
}

export function useTakingNotes(room: RoomForNotes, options: TakingNotesOptions): TakingNotes {
  const { me, notes, document, own, tags } = room;
  const acts = options.isReadOnly ? null : room.acts;
  const announce = useAnnounce();
  const toasts = useToasts();
  const field = useRef<HTMLTextAreaElement>(null);
  const stream = useRef<StreamHandle>(null);
  const [currentId, setCurrentId] = useState<NoteId | null>(null);
  const [editing, setEditing] = useState<{ id: NoteId; isFromStream: boolean } | null>(null);
  const questions = useQuestions(room.questions);
  useEffect(() => field.current?.focus(), []);

  const toField = () => {
    setCurrentId(null);
    field.current?.focus();
  };
  const byDigit = (digit: string, note: Note | undefined) =>
    tagByDigit(digit, note, { acts, tags, say: announce });
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
  const finishEdit = (note: Note, text: string, plainAt: readonly number[]) => {
    if (acts?.finishEdit(note, text, plainAt) === false) remove(note);
    setEditing(null);
    if (editing?.isFromStream) stream.current?.focusNote(note.id);
    else toField();
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

  const current = notes.find((note) => note.id === currentId) ?? null;
  const followUp = (wanted: (note: Note) => boolean) =>
    current?.kind === 'follow-up' ? current : room.followUps.find(wanted);
  useLiveKeys({
    current: editing === null ? current : null,
    isReadOnly: acts === null,
    onDigit: (digit, note) => byDigit(digit, note) !== null,
    onMark: (note) => acts?.toggleMark(note),
    onEdit: (note) => edit(note, true),
    onDelete: remove,
    onTake: () => take(followUp((note) => note.takenBy === null)),
    onAsked: () => asked(followUp((note) => note.takenBy === me.id) ?? room.followUps[0]),
    onLook: () => {
      if (!options.onLook()) return false;
      toField();
      return true;
    },
    onBack: toField,
    onTick: () => tick(questions.current),
    onQuestion: questions.step,
    onUndo: () => announce(acts?.undo() ? 'Undone' : 'Nothing of yours to undo'),
    onRedo: () => announce(acts?.redo() ? 'Done again' : 'Nothing to do again'),
  });

  return {
    fieldRef: field,
    streamRef: stream,
    currentId,
    editingId: editing?.id ?? null,
    currentQuestion: acts === null ? -1 : questions.current,
    onMove: setCurrentId,
    onDigit: (digit) => byDigit(digit, noteToTag(notes, me.id, Date.now())),
    onTakeBack: (digits) => {
      for (const entry of digits) acts?.setTag(entry.noteId, entry.tag, entry.wasSet);
    },
    onEditLast: () => {
      const last = lastOwnNote(notes, me.id);
      edit(last, false);
      return last !== undefined && acts !== null;
    },
    onLeaveField: () => {
      const last = notes.at(-1);
      if (last) stream.current?.focusNote(last.id);
    },
    entriesOf: (note) =>
      acts === null
        ? []
        : noteEntries(note, me.id, tags, {
            onEdit: (wanted) => edit(wanted, true),
            onMark: acts.toggleMark,
            onTag: (wanted, tag) => acts.setTag(wanted.id, tag, !wanted.tags.includes(tag)),
            onTake: take,
            onAsked: asked,
            onDelete: remove,
          }),
    editorOf: (note) =>
      editing?.id === note.id && document && own && acts !== null ? (
        <NoteEditor
          note={note}
          document={document}
          own={own}
          tags={options.offeredTags}
          onType={(seen, text) => acts.typeText(note.id, seen, text)}
          onNewTag={options.onNewTag}
          onDone={(text, plainAt) => finishEdit(note, text, plainAt)}
        />
      ) : null,
    onTake: take,
    onAsked: asked,
    onTick: (index) => {
      tick(index);
      toField();
    },
    toField,
  };
}
