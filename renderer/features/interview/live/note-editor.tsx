// A kept note while its author edits it. Every letter goes into the document at once; letters that come from elsewhere
// (another window, undo) appear here without moving what is being typed.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { type Note, noteMap } from '../../../../shared/interviews/interview-document.ts';
import { placeAfter } from '../../../../shared/interviews/note-words.ts';
import type { OwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { NoteField } from './note-field.tsx';
import styles from './stream.module.css';
import { movePlaces } from './tag-completion.ts';

export interface NoteEditorProps {
  readonly note: Note;
  readonly document: Y.Doc;
  readonly own: OwnNotes;
  readonly tags: readonly Tag[];
  /** `seen` is what stood in the field before: the note may have grown elsewhere since it was drawn. */
  readonly onType: (seen: string, text: string) => void;
  readonly onNewTag: (name: string) => void;
  /** Enter, Escape, or leaving the field: the words stay. */
  readonly onDone: (text: string, plainAt: readonly number[]) => void;
}

export function NoteEditor({ note, document, own, tags, onType, onNewTag, onDone }: NoteEditorProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  /** Where the caret belongs once letters from elsewhere are drawn: setting a field's words puts it at their end. */
  const selection = useRef<readonly [number, number] | null>(null);
  const [text, setText] = useState(note.text);
  const [plainAt, setPlainAt] = useState<readonly number[]>([]);

  useEffect(() => {
    const field = ref.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret goes back after every change of the words
  useLayoutEffect(() => {
    if (selection.current !== null) ref.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [text]);

  useEffect(() => {
    const map = noteMap(document, note.id);
    const onChange = (_events: unknown, transaction: Y.Transaction) => {
      if (own.isTyping(transaction.origin)) return;
      const next = String(map?.get('text') ?? '');
      const field = ref.current;
      if (field !== null) selection.current = caretAfter(field, next);
      setText(next);
    };
    map?.observeDeep(onChange);
    return () => map?.unobserveDeep(onChange);
  }, [document, note.id, own]);

  const done = () => {
    // Once: taking the field away also takes its focus.
    if (isDone.current) return;
    isDone.current = true;
    onDone(text, plainAt);
  };

  return (
    <div className={styles.editor}>
      <NoteField
        ref={ref}
        label="Words of this note"
        value={text}
        tags={tags}
        plainAt={plainAt}
        onChange={(next) => {
          setPlainAt((before) => movePlaces(before, text, next));
          onType(text, next);
          // More than was typed, when letters from elsewhere came in that were not drawn yet.
          const merged = String(noteMap(document, note.id)?.get('text') ?? next);
          if (merged !== next && ref.current !== null) selection.current = caretAfter(ref.current, merged);
          setText(merged);
        }}
        onLeavePlain={(at) => setPlainAt((before) => [...before, at])}
        onNewTag={onNewTag}
        onBlur={done}
        onKeyDown={(event) => {
          const isEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
          if (!isEnter && event.key !== 'Escape') return;
          event.preventDefault();
          done();
        }}
      />
    </div>
  );
}

function caretAfter(field: HTMLTextAreaElement, next: string): readonly [number, number] {
  const { value, selectionStart, selectionEnd } = field;
  return [placeAfter(value, next, selectionStart), placeAfter(value, next, selectionEnd)];
}
