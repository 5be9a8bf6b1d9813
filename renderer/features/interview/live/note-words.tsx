import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { TagChip } from '../../../ui/tag-chip.tsx';
import { noteParts } from './note-parts.ts';
import type { Voice } from './people-here.ts';
import styles from './stream.module.css';

export interface NoteWordsProps {
  readonly note: Note;
  readonly takenBy: Voice | null;
  readonly askedBy: Voice | null;
}

/** The words as they were typed, the tags behind them, and what became of a follow-up. */
export function NoteWords({ note, takenBy, askedBy }: NoteWordsProps) {
  const { parts, chips } = noteParts(note.text, note.tags);
  const isMarked = note.markedBy.length > 0;
  return (
    <>
      {isMarked ? <span className={styles.sign}>{'//'}</span> : null}
      {note.text === '' ? (
        <span className={styles.quiet}>{isMarked ? 'Marked moment' : 'No words'} </span>
      ) : null}
      {parts.map((part) =>
        part.kind === 'words' ? (
          <span key={part.from} className={styles.words}>
            {part.text}
          </span>
        ) : (
          <TagChip key={part.from} name={part.name} />
        ),
      )}
      {chips.map((tag) => (
        <span key={tag}>
          {' '}
          <TagChip name={tag} />
        </span>
      ))}
      {note.kind === 'follow-up' ? <FollowUpState note={note} takenBy={takenBy} askedBy={askedBy} /> : null}
    </>
  );
}

function FollowUpState({ note, takenBy, askedBy }: NoteWordsProps) {
  const who = note.asked === null ? takenBy : askedBy;
  const atMs = note.asked?.atMs ?? null;
  const words =
    note.asked === null
      ? who === null
        ? 'to ask'
        : `${who.name} takes it`
      : atMs === null
        ? 'asked'
        : `asked at ${formatCallTime(atMs)}`;
  return (
    <span className={styles.followUp}>
      {who === null ? null : <Avatar name={who.name} role={who.role} initials={who.initials} isDecorative />}
      {words}
    </span>
  );
}
