// A note beside the words: who, what, when. Read-only; it is changed where it was written.
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { roleNames } from '../../../ui/role.ts';
import { CallTime } from '../../../ui/time.tsx';
import { NoteText } from './note-text.tsx';
import styles from './reading.module.css';

export interface MarginNoteProps {
  readonly note: Note;
  readonly people: readonly Person[];
  /** Begins to look for the words it belongs to. Undefined for those who may only read. */
  readonly onMove?: ((note: Note) => void) | undefined;
  /** Only the current row's notes are stops of the Tab key. */
  readonly isCurrent?: boolean | undefined;
}

export function MarginNote({ note, people, onMove, isCurrent = false }: MarginNoteProps) {
  const author = people.find((one) => one.id === note.author)?.name ?? 'Somebody';
  return (
    <li className={classNames(styles.marginNote, note.markedBy.length > 0 && styles.marked)}>
      <Avatar name={author} role={note.role} isDecorative />
      <div>
        <p className={styles.noteWords}>
          <NoteText note={note} />
        </p>
        <p className={styles.meta}>
          <span>
            {author} · {roleNames[note.role]}
          </span>
          <CallTime text={formatCallTime(note.atMs)} ms={note.atMs} />
          {onMove === undefined ? null : (
            <button
              type="button"
              className={styles.moveNote}
              tabIndex={isCurrent ? 0 : -1}
              onClick={() => onMove(note)}
            >
              Belongs elsewhere<span className="visually-hidden">: {note.text.slice(0, 60)}</span>
            </button>
          )}
          {note.asked?.atMs == null ? null : <span>asked at {formatCallTime(note.asked.atMs)}</span>}
        </p>
      </div>
    </li>
  );
}
