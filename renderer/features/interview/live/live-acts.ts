// What a person can do to notes, follow-ups and the guide while they listen. Writes into the interview's document through
// their own undo; knows no screen.
import { ulid } from 'ulid';
import type * as Y from 'yjs';
import { NoteId } from '../../../../shared/ids.ts';
import { currentNames } from '../../../../shared/interviews/current-tags.ts';
import { type TickedLine, tickQuestion, untickQuestion } from '../../../../shared/interviews/guide.ts';
import {
  type Note,
  noteMap,
  setFollowUpAsked,
  setFollowUpTaken,
  setNoteDeleted,
  setNoteMark,
  setNoteTag,
} from '../../../../shared/interviews/interview-document.ts';
import { type NoteLine, readNoteLine } from '../../../../shared/interviews/note-line.ts';
import { editNoteText } from '../../../../shared/interviews/note-words.ts';
import type { OwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { resolveTag, type Tag } from '../../../../shared/workspace/tags.ts';

export interface LiveActsParts {
  readonly document: Y.Doc;
  readonly own: OwnNotes;
  readonly me: Person;
  readonly tags: readonly Tag[];
  readonly now: () => Date;
  /** Told of tags that the codebook does not have yet. */
  readonly onNewTags: (names: readonly string[]) => void;
}

export interface Typed {
  readonly text: string;
  readonly atMs: number;
  readonly plainAt: readonly number[];
  /** Ctrl Enter. */
  readonly isMarked: boolean;
}

export type LiveActs = ReturnType<typeof liveActs>;

export function liveActs({ document, own, me, tags, now, onNewTags }: LiveActsParts) {
  const stamp = () => now().toISOString();

  /** The line with its tags as the codebook writes them; those it lacks are reported. */
  function read(text: string, plainAt: readonly number[]): NoteLine {
    const line = readNoteLine(text, new Set(plainAt));
    const unknown = line.tags.filter((name) => resolveTag(tags, name) === undefined);
    if (unknown.length > 0) onNewTags(unknown);
    return { ...line, tags: currentNames(line.tags, tags) };
  }

  return {
    /** Keeps what was typed as a note; null when there is nothing to keep. Only signs or tags mark the moment. */
    keep(typed: Typed): NoteId | null {
      const line = read(typed.text, typed.plainAt);
      const isMarked = typed.isMarked || line.isMarked || (line.text === '' && line.tags.length > 0);
      if (line.text === '' && (line.isFollowUp || !isMarked)) return null;
      const id = NoteId.parse(ulid().toLowerCase());
      const kind = line.isFollowUp ? 'follow-up' : 'note';
      own.add(
        id,
        { author: me.id, role: me.role, atMs: typed.atMs, createdAt: stamp(), kind },
        { text: line.text, tags: line.tags, isMarked },
      );
      return id;
    },
    /** Taking a tag off also takes off the names it had before. */
    setTag(id: NoteId, tag: string, isSet: boolean): void {
      const written = noteTags(document, id).filter((name) => resolveTag(tags, name)?.name === tag);
      const names = isSet ? [tag] : [tag, ...written];
      own.act(() => {
        for (const name of names) setNoteTag(document, id, name, isSet);
      });
    },
    /** One's own mark; another's stays. */
    toggleMark(note: Note): void {
      own.act(() =>
        setNoteMark(document, note.id, { by: me.id, at: stamp() }, !note.markedBy.includes(me.id)),
      );
    },
    remove(id: NoteId): void {
      own.act(() => setNoteDeleted(document, id, stamp()));
    },
    restore(id: NoteId): void {
      own.act(() => setNoteDeleted(document, id, null));
    },
    /** Puts one's mark on a follow-up, or takes it off again. */
    take(note: Note): void {
      const taken = note.takenBy === me.id ? null : { by: me.id, at: stamp() };
      own.act(() => setFollowUpTaken(document, note.id, taken));
    },
    markAsked(note: Note, atMs: number): void {
      own.act(() => setFollowUpAsked(document, note.id, note.asked === null ? { by: me.id, atMs } : null));
    },
    /** Letter by letter; `seen` is what stood in the field before. */
    typeText(id: NoteId, seen: string, text: string): void {
      own.type(() => editNoteText(document, id, seen, text));
    },
    /** The end of an edit: signs and tags that were typed into the words are read as in a new note. False: it is empty. */
    finishEdit(note: Note, text: string, plainAt: readonly number[]): boolean {
      const line = read(text, plainAt);
      const isEmpty = line.text === '' && line.tags.length === 0 && note.tags.length === 0;
      if (isEmpty && !line.isMarked && note.markedBy.length === 0) return false;
      const isUnchanged = line.text === text && line.tags.every((tag) => note.tags.includes(tag));
      if (isUnchanged && !line.isMarked) return true;
      own.act(() => {
        editNoteText(document, note.id, text, line.text);
        for (const tag of line.tags) setNoteTag(document, note.id, tag, true);
        if (line.isMarked) setNoteMark(document, note.id, { by: me.id, at: stamp() }, true);
      });
      return true;
    },
    toggleTick(line: TickedLine, atMs: number | null): void {
      own.act(() => {
        if (line.tick !== null) untickQuestion(document, line.tick.id);
        else tickQuestion(document, line, { id: ulid().toLowerCase(), atMs, by: me.id });
      });
    },
    undo: () => own.undo(),
    redo: () => own.redo(),
  };
}

/** The tags of a note as they are written in it. */
function noteTags(document: Y.Doc, id: NoteId): string[] {
  const keys = [...(noteMap(document, id)?.keys() ?? [])];
  return keys.flatMap((key) => (key.startsWith('#') ? [key.slice(1)] : []));
}
