// A kept note while its author edits it. Every letter goes into the document at once; letters that come from elsewhere
// (another window, undo) appear here without moving what is being typed.
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { type Note, noteMap } from '../../../../shared/interviews/interview-document.ts';
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
  readonly onType: (text: string) => void;
  readonly onNewTag: (name: string) => void;
  /** Enter, Escape, or leaving the field: the words stay. */
  readonly onDone: (text: string, plainAt: readonly number[]) => void;
}

export function NoteEditor({ note, document, own, tags, onType, onNewTag, onDone }: NoteEditorProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const [text, setText] = useState(note.text);
  const [plainAt, setPlainAt] = useState<readonly number[]>([]);

  useEffect(() => {
    const field = ref.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  useEffect(() => {
    const map = noteMap(document, note.id);
    const onChange = (_events: unknown, transaction: Y.Transaction) => {
      const shared: unknown = map?.get('text');
      if (!own.isTyping(transaction.origin)) setText(String(shared ?? ''));
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
          setText(next);
          onType(next);
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
