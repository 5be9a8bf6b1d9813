// The stream: every note at its call time. Drawn as a whole while it is short, and only what is in view from 300 notes
// on. It stays at the end unless the person has scrolled up, and then counts what came in.
import { ArrowDown } from 'lucide-react';
import { memo, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { NoteId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { Button } from '../../../ui/button.tsx';
import { useListKeys } from '../../../ui/list-keys.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { NoteRow } from './note-row.tsx';
import type { VoiceOf } from './people-here.ts';
import { PlainStream } from './plain-stream.tsx';
import styles from './stream.module.css';
import type { RowsHandle } from './stream-rows.ts';
import { TypingRow } from './typing-row.tsx';
import type { Presence } from './use-presence.ts';
import { VirtualStream } from './virtual-stream.tsx';

export interface StreamHandle {
  toEnd(): void;
  /** Puts the focus on a note, scrolling to it first. */
  focusNote(id: NoteId): void;
}

export interface NoteStreamProps {
  readonly ref: Ref<StreamHandle>;
  readonly notes: readonly Note[];
  readonly codebook: readonly Tag[];
  readonly voiceOf: VoiceOf;
  readonly waiting: ReadonlySet<NoteId>;
  /** Where a note is, in place of “waiting”. */
  readonly stateOf?: ((note: Note) => ReactNode) | undefined;
  readonly typing: readonly Presence[];
  readonly currentId: NoteId | null;
  readonly onMove: (id: NoteId) => void;
  readonly entriesOf: (note: Note) => readonly MenuEntry[];
  readonly editorOf: (note: Note) => ReactNode;
  /** Everything that the rows show or their callbacks look at, besides `notes`: drawn anew when one of these changes. */
  readonly drawnFrom: readonly unknown[];
}

const VIRTUAL_FROM = 300;

/** Typing draws the room anew at every key; thousands of notes are drawn anew only when something of theirs changed. */
export const NoteStream = memo(
  DrawnNoteStream,
  (before, after) =>
    before.notes === after.notes &&
    before.codebook === after.codebook &&
    before.waiting === after.waiting &&
    before.currentId === after.currentId &&
    before.drawnFrom.length === after.drawnFrom.length &&
    before.drawnFrom.every((part, index) => part === after.drawnFrom[index]),
);

function DrawnNoteStream(props: NoteStreamProps) {
  const { ref, notes, voiceOf, waiting, typing, currentId, onMove, entriesOf, editorOf } = props;
  const rows = useRef<RowsHandle>(null);
  const wantsFocus = useRef<NoteId | null>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState<ReadonlySet<NoteId>>(new Set());
  const current = notes.findIndex((note) => note.id === currentId);
  const keys = useListKeys({
    count: notes.length,
    current,
    onMove: (index) => {
      const note = notes[index];
      if (note === undefined) return;
      rows.current?.reveal(index);
      onMove(note.id);
    },
  });

  useImperativeHandle(ref, () => ({
    toEnd: () => rows.current?.toEnd(),
    focusNote(id) {
      const index = notes.findIndex((note) => note.id === id);
      if (index < 0) return;
      wantsFocus.current = id;
      rows.current?.reveal(index);
      onMove(id);
      focusDrawn(id, wantsFocus);
    },
  }));

  // What had been drawn when the person left the end is seen; the rest counts as new.
  const [wasAtEnd, setWasAtEnd] = useState(true);
  if (isAtEnd !== wasAtEnd) {
    setWasAtEnd(isAtEnd);
    if (!isAtEnd) setSeen(new Set(notes.map((note) => note.id)));
  }
  const unseen = isAtEnd ? 0 : notes.filter((note) => !seen.has(note.id)).length;

  const row = (index: number) => {
    const note = notes[index];
    if (note === undefined) return null;
    return (
      <NoteRow
        key={note.id}
        note={note}
        codebook={props.codebook}
        author={voiceOf(note.author)}
        takenBy={note.takenBy === null ? null : voiceOf(note.takenBy)}
        askedBy={note.asked === null ? null : voiceOf(note.asked.by)}
        isWaiting={waiting.has(note.id)}
        state={props.stateOf?.(note)}
        isCurrent={index === current}
        entriesOf={() => entriesOf(note)}
        editor={editorOf(note)}
        rowProps={keys.rowProps(index)}
        onDrawn={(element) => {
          if (element === null || wantsFocus.current !== note.id) return;
          wantsFocus.current = null;
          element.focus();
        }}
      />
    );
  };
  const Rows = notes.length >= VIRTUAL_FROM ? VirtualStream : PlainStream;
  const foot = typing.map((person) => (
    <TypingRow key={person.personId} person={person} initials={voiceOf(person.personId).initials} />
  ));

  return (
    <div className={styles.stream} ref={keys.listRef} role="log" aria-live="off" aria-label="Notes">
      <Rows ref={rows} notes={notes} row={row} foot={foot} onAtEnd={setAtEnd} />
      {unseen > 0 ? (
        <Button size="small" icon={ArrowDown} className={styles.more} onClick={() => rows.current?.toEnd()}>
          {unseen} new {unseen === 1 ? 'note' : 'notes'}
        </Button>
      ) : null}
    </div>
  );
}

/** A row that is drawn already takes the focus at once; one that is not yet takes it when it is. */
function focusDrawn(id: NoteId, wantsFocus: { current: NoteId | null }): void {
  const row = document.querySelector<HTMLElement>(`[data-note="${id}"]`);
  if (row === null) return;
  wantsFocus.current = null;
  row.focus();
}
