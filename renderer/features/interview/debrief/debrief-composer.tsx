// What neither wrote, kept at the time of the current row. It is the live composer's field and its draft, so that words
// begun in the call are still there.
import type { RefObject } from 'react';
import { Keycap } from '../../../ui/keycap.tsx';
import { NoteField } from '../live/note-field.tsx';
import type { LiveRoom } from '../live/use-live-room.ts';
import styles from './debrief.module.css';

export interface DebriefComposerProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly room: LiveRoom;
  /** Of the current row; null while none is. */
  readonly atMs: number | null;
  readonly onKept: () => void;
  readonly onLeave: () => void;
}

const KEYS = [
  [['J', 'K'], 'move'],
  [['H'], 'heard it too'],
  [['M'], 'mark together'],
  [['F'], 'follow up'],
  [['L'], 'link, part a pair'],
  [['1', '2', '3'], 'show only'],
  [['0'], 'all'],
] as const;

export function DebriefComposer({ ref, room, atMs, onKept, onLeave }: DebriefComposerProps) {
  const { draft } = room.draft;
  const keep = () => {
    if (draft === null || room.acts === null || !room.isLoaded) return;
    const kept = room.acts.keep({
      text: draft.text,
      atMs: atMs ?? draft.atMs ?? room.now(),
      plainAt: draft.plainAt,
      isMarked: false,
    });
    if (kept === null) return;
    room.draft.clear();
    onKept();
  };
  return (
    <>
      <section className={styles.composer} aria-label="What neither of you wrote">
        <NoteField
          ref={ref}
          label="Note"
          placeholder="Add what neither of you wrote. ? at the start asks a follow-up."
          value={draft?.text ?? ''}
          tags={room.allTags}
          plainAt={draft?.plainAt ?? []}
          onChange={(text) => room.draft.change(text)}
          onLeavePlain={room.draft.leavePlain}
          onNewTag={(name) => void room.addToCodebook(name)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onLeave();
            if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
              return;
            event.preventDefault();
            keep();
          }}
        />
        <span className={styles.keep}>
          <Keycap keys="Enter" /> keep
        </span>
      </section>
      <div className={styles.keys} aria-hidden="true">
        {KEYS.map(([keys, words]) => (
          <span key={words}>
            {keys.map((key) => (
              <Keycap key={key} keys={key} />
            ))}{' '}
            {words}
          </span>
        ))}
      </div>
    </>
  );
}
