// The text field of a note, with completion of `#tags`. The composer and the editor of a kept note use it; it keeps
// nothing by itself.
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { tagAtCaret } from '../../../../shared/interviews/note-line.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import styles from './note-field.module.css';
import { tagOptions, takeTag } from './tag-completion.ts';
import { TagList } from './tag-list.tsx';

export interface NoteFieldProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly tags: readonly Tag[];
  /** Places of a `#` that are plain characters. */
  readonly plainAt: readonly number[];
  readonly onChange: (text: string) => void;
  readonly onLeavePlain: (at: number) => void;
  readonly onNewTag: (name: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Keys that completion does not take. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

export function NoteField(props: NoteFieldProps) {
  const {
    ref,
    label,
    value,
    placeholder,
    tags,
    plainAt,
    onChange,
    onLeavePlain,
    onNewTag,
    onBlur,
    onKeyDown,
  } = props;
  const listId = useId();
  const marker = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wantsCaret = useRef<number | null>(null);
  const [caret, setCaret] = useState(0);
  const [choice, setChoice] = useState({ name: '', index: 0, isMoved: false });

  const [isFocused, setFocused] = useState(false);
  const at = isFocused ? tagAtCaret(value, Math.min(caret, value.length)) : null;
  const options = at === null || plainAt.includes(at.from) ? [] : tagOptions(tags, at.name);
  const index = choice.name === at?.name ? Math.min(choice.index, options.length - 1) : 0;
  const isOpen = at !== null && options.length > 0;

  useLayoutEffect(() => {
    if (wantsCaret.current === null) return;
    ref.current?.setSelectionRange(wantsCaret.current, wantsCaret.current);
    wantsCaret.current = null;
  });
  // The list stands over the `#` it belongs to, as far as there is room at the right.
  useLayoutEffect(() => {
    if (!list.current || !marker.current) return;
    const room = (list.current.offsetParent?.clientWidth ?? 0) - list.current.offsetWidth;
    list.current.style.left = `${Math.max(0, Math.min(marker.current.offsetLeft - 12, room))}px`;
  });

  const take = (name: string, isNew: boolean) => {
    if (at === null) return;
    const taken = takeTag(value, { from: at.from, caret: at.from + 1 + at.name.length }, name);
    wantsCaret.current = taken.caret;
    setCaret(taken.caret);
    onChange(taken.text);
    if (isNew) onNewTag(name);
  };

  const completes = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const option = options[index];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (index + step + options.length) % options.length;
      setChoice({ name: at.name, index: next, isMoved: true });
      return true;
    }
    if (event.key === 'Escape') {
      onLeavePlain(at.from);
      return true;
    }
    if ((event.key !== 'Enter' && event.key !== 'Tab') || option === undefined) return false;
    // A name that is typed out needs no completing: Enter keeps the note, and with it a tag that is new.
    const isWhole = option.name.toLowerCase() === at.name.toLowerCase();
    const isChosen = choice.name === at.name && choice.isMoved;
    if (event.key === 'Enter' && isWhole && !isChosen) return false;
    take(option.name, option.kind === 'new');
    return true;
  };

  return (
    <div className={styles.field}>
      <textarea
        ref={ref}
        className={styles.input}
        rows={1}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${index}` : undefined}
        value={value}
        placeholder={placeholder}
        spellCheck
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          onBlur?.();
        }}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (completes(event)) event.preventDefault();
          else onKeyDown(event);
        }}
      />
      {isOpen ? (
        <>
          <div className={styles.mirror} aria-hidden="true">
            {value.slice(0, at.from)}
            <span ref={marker} />
          </div>
          <TagList ref={list} id={listId} options={options} index={index} onTake={take} />
        </>
      ) : null}
    </div>
  );
}
