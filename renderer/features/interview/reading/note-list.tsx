// The notes as they were kept, in call time: the PM's mark left of the time, everyone else's right. They are written in
// the live view; here they are read, and one's own deleted ones can be brought back.
import { useEffect, useRef, useState } from 'react';
import type { NoteId, PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useListKeys } from '../../../ui/list-keys.ts';
import { roleNames } from '../../../ui/role.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import { CallTime } from '../../../ui/time.tsx';
import { count } from './interview-facts.ts';
import { NoteText } from './note-text.tsx';
import styles from './reading.module.css';

export interface NoteListProps {
  readonly notes: readonly Note[];
  readonly deleted: readonly Note[];
  /** The note to begin at. */
  readonly noteId?: NoteId | undefined;
  readonly people: readonly Person[];
  readonly me: PersonId | null;
  readonly onWrite: () => void;
  /** Undefined for those who may only read. */
  readonly onRestore: ((id: NoteId) => void) | undefined;
  /** Undefined when the words are there. */
  readonly importWords: (() => void) | undefined;
}

export function NoteList(props: NoteListProps) {
  const { notes, deleted, noteId, people, me, onWrite, onRestore, importWords } = props;
  const [current, setCurrent] = useState(() => notes.findIndex((note) => note.id === noteId));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (noteId === undefined) return;
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [noteId]);
  const keys = useListKeys({
    count: notes.length,
    current: Math.min(current, notes.length - 1),
    onMove: setCurrent,
  });
  if (notes.length === 0 && deleted.length === 0) {
    return (
      <EmptyState
        title="No notes yet."
        actions={
          <>
            {importWords === undefined ? null : (
              <Button keys="I" onClick={importWords}>
                Import transcript
              </Button>
            )}
            <Button onClick={onWrite}>Write notes</Button>
          </>
        }
      >
        {importWords === undefined
          ? 'Nobody took notes. The words are under Transcript.'
          : 'Listen and write, or add the words of a call that is over.'}
      </EmptyState>
    );
  }
  return (
    <div className={styles.page} ref={list}>
      <SectionHead
        title={count(notes.length, 'note')}
        end={
          <button type="button" className={styles.link} onClick={onWrite}>
            Write more notes
          </button>
        }
        isLined
      />
      <ol className={styles.notes} ref={keys.listRef}>
        {notes.map((note, index) => (
          <li key={note.id} {...keys.rowProps(index)} className={styles.note}>
            <KeptNote note={note} people={people} />
          </li>
        ))}
      </ol>
      {deleted.length === 0 ? null : (
        <section aria-labelledby="deleted-notes">
          <SectionHead id="deleted-notes" title="History" detail={`${deleted.length} deleted`} isLined />
          <ul className={styles.notes}>
            {deleted.map((note) => (
              <li key={note.id} className={classNames(styles.note, styles.deleted)}>
                <KeptNote note={note} people={people} />
                {note.author === me && onRestore !== undefined ? (
                  <Button size="small" onClick={() => onRestore(note.id)}>
                    Bring back
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function KeptNote({ note, people }: { readonly note: Note; readonly people: readonly Person[] }) {
  const name = nameOf(note.author, people);
  const avatar = <Avatar name={name} role={note.role} isDecorative />;
  return (
    <>
      <span className={styles.side}>{note.role === 'pm' ? avatar : null}</span>
      <CallTime className={styles.noteTime} text={formatCallTime(note.atMs)} ms={note.atMs} />
      <span className={styles.side}>{note.role === 'pm' ? null : avatar}</span>
      <div className={classNames(styles.noteBody, note.markedBy.length > 0 && styles.marked)}>
        <p className={styles.noteWords}>
          <NoteText note={note} />
        </p>
        <p className={styles.meta}>
          <span>
            {name} · {roleNames[note.role]}
          </span>
          {note.kind === 'follow-up' ? <span>{followUpText(note, people)}</span> : null}
          {note.markedBy.length > 0 ? (
            <span>marked by {note.markedBy.map((id) => nameOf(id, people)).join(' and ')}</span>
          ) : null}
        </p>
      </div>
    </>
  );
}

/** What became of a question to ask. */
function followUpText(note: Note, people: readonly Person[]): string {
  if (note.asked !== null) {
    const at = note.asked.atMs === null ? '' : ` at ${formatCallTime(note.asked.atMs)}`;
    return `asked by ${nameOf(note.asked.by, people)}${at}`;
  }
  return note.takenBy === null ? 'not asked' : `${nameOf(note.takenBy, people)} takes it`;
}

function nameOf(id: PersonId, people: readonly Person[]): string {
  return people.find((one) => one.id === id)?.name ?? 'Somebody';
}
