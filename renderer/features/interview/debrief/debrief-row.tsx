// One row of the debrief: the PM's words left of the clock, everyone else's right, and a line through the time where
// both heard it. Only the current row offers acts, and the empty side only to whom it belongs.
import type { ReactNode } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import type { DebriefRow as Row } from '../../../../shared/interviews/debrief.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime, spokenCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { ListRowProps } from '../../../ui/list-keys.ts';
import { roleWords } from '../../../ui/role.ts';
import { CallTime } from '../../../ui/time.tsx';
import { NoteWords } from '../live/note-words.tsx';
import type { Voice, VoiceOf } from '../live/people-here.ts';
import styles from './debrief.module.css';

export interface DebriefRowProps {
  readonly row: Row;
  readonly me: PersonId;
  /** Whether the one who looks has the PM's side. */
  readonly isMyLeft: boolean;
  readonly myName: string;
  readonly voiceOf: VoiceOf;
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  /** It was current for a second, here or on another's screen. */
  readonly isRead: boolean;
  /** Others whose current row this is. */
  readonly readers: readonly Voice[];
  readonly isMarkedByMe: boolean;
  /** Nobody is here who could mark it too. */
  readonly isOtherAway: boolean;
  /** Later than what is here of the other's notes: their side may still fill. */
  readonly isBeyond: boolean;
  /** Written after the call had ended. */
  readonly isLate: (note: Note) => boolean;
  readonly rowProps: ListRowProps;
  readonly onHeard: () => void;
  readonly onAdd: () => void;
  readonly onMark: () => void;
  readonly onFollowUp: () => void;
  readonly onLink: () => void;
  readonly onPart: () => void;
  /** To the words of this moment; null without a transcript. */
  readonly onWords: (() => void) | null;
}

export function DebriefRow(props: DebriefRowProps) {
  const { row, voiceOf, isCurrent } = props;
  const heard = row.heardBy.map(voiceOf);
  return (
    <li
      {...props.rowProps}
      className={classNames(
        styles.row,
        row.viewpoint === 'both' && styles.both,
        row.pair === 'guess' && styles.guess,
        isMarked(row.left, row) && styles.markedLeft,
        isMarked(row.right, row) && styles.markedRight,
        isCurrent && styles.current,
        props.isRead && !isCurrent && styles.read,
        props.isBeyond && (props.isMyLeft ? styles.beyondRight : styles.beyondLeft),
      )}
      aria-label={rowLabel(row, voiceOf, props.readers)}
    >
      <Side {...props} note={row.left} isLeft />
      <span className={styles.mark}>
        <MarkOf note={row.left} voiceOf={voiceOf} heard={heard.find((voice) => voice.role === 'pm')} />
      </span>
      <span className={styles.time}>
        {props.onWords === null ? (
          <CallTime text={formatCallTime(row.atMs)} ms={row.atMs} />
        ) : (
          <button
            type="button"
            tabIndex={isCurrent ? 0 : -1}
            aria-label={`To the words at ${formatCallTime(row.atMs)}`}
            onClick={props.onWords}
          >
            <CallTime text={formatCallTime(row.atMs)} ms={row.atMs} />
          </button>
        )}
      </span>
      <span className={styles.mark}>
        <MarkOf note={row.right} voiceOf={voiceOf} heard={heard.find((voice) => voice.role !== 'pm')} />
      </span>
      <Side {...props} note={row.right} isLeft={false} />
      {props.readers.length === 0 ? null : (
        <span className={styles.readers}>
          {props.readers.map((voice) => (
            <Avatar
              key={voice.id}
              name={voice.name}
              role={voice.role}
              initials={voice.initials}
              isDecorative
            />
          ))}
        </span>
      )}
    </li>
  );
}

function MarkOf(props: {
  readonly note: Note | null;
  readonly voiceOf: VoiceOf;
  readonly heard: ReturnType<VoiceOf> | undefined;
}) {
  const voice = props.note === null ? props.heard : props.voiceOf(props.note.author);
  if (voice === undefined) return null;
  return (
    <Avatar name={voice.name} role={props.note?.role ?? voice.role} initials={voice.initials} isDecorative />
  );
}

function Side(props: DebriefRowProps & { readonly note: Note | null; readonly isLeft: boolean }) {
  const { row, note, isLeft, voiceOf, isCurrent, isReadOnly } = props;
  if (note === null) return <EmptySide {...props} />;
  // The acts stand once a row: on the side with words, the left one first.
  const hasActs = isCurrent && !isReadOnly && (isLeft || row.left === null);
  return (
    <div className={styles.note}>
      <NoteWords
        note={note}
        takenBy={note.takenBy === null ? null : voiceOf(note.takenBy)}
        askedBy={note.asked === null ? null : voiceOf(note.asked.by)}
      />
      {props.isLate(note) ? <span className={styles.late}>debrief</span> : null}
      {row.isTogether && isLeft === (row.left !== null) ? <Together /> : null}
      {row.isPairedTwice ? <span className={styles.late}>Paired twice, choose</span> : null}
      {hasActs ? (
        <Acts>
          <Button size="small" keys="M" onClick={props.onMark}>
            {props.isMarkedByMe ? 'Take the mark off' : props.isOtherAway ? 'Mark' : 'Mark together'}
          </Button>
          {note.kind === 'note' ? (
            <Button size="small" variant="ghost" keys="F" onClick={props.onFollowUp}>
              Follow up
            </Button>
          ) : null}
          {row.pair === 'guess' ? (
            <>
              <Button size="small" variant="ghost" keys="L" onClick={props.onLink}>
                Same moment
              </Button>
              <Button size="small" variant="ghost" onClick={props.onPart}>
                Not the same
              </Button>
            </>
          ) : (
            <Button size="small" variant="ghost" keys="L" onClick={props.onLink}>
              {row.pair === 'said' ? 'Part them' : 'Link'}
            </Button>
          )}
        </Acts>
      ) : null}
    </div>
  );
}

function EmptySide(props: DebriefRowProps & { readonly isLeft: boolean }) {
  const { row, isLeft, voiceOf, isCurrent } = props;
  const heard = row.heardBy.map(voiceOf).filter((voice) => (voice.role === 'pm') === isLeft);
  const isMine = isCurrent && !props.isReadOnly && props.isMyLeft === isLeft;
  return (
    <div className={styles.note}>
      {heard.length > 0 ? (
        <span className={styles.quiet}>
          {heard.map((voice) => voice.name).join(' and ')} heard it too
          {row.isTogether ? ' · ' : null}
          {row.isTogether ? <Together /> : null}
        </span>
      ) : isMine ? (
        <span className={styles.quiet}>Nothing from {props.myName} here.</span>
      ) : null}
      {isMine ? (
        <Acts>
          <Button size="small" keys="H" onClick={props.onHeard}>
            {row.heardBy.includes(props.me) ? 'Did not hear it' : 'Heard it too'}
          </Button>
          <Button size="small" variant="ghost" keys="Enter" onClick={props.onAdd}>
            Add mine
          </Button>
        </Acts>
      ) : null}
    </div>
  );
}

function Acts({ children }: { readonly children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}

function Together() {
  return <span className={styles.together}>together</span>;
}

/** A rail beside a marked note; beside both sides of what was marked together. */
function isMarked(note: Note | null, row: Row): boolean {
  return row.isTogether || (note?.markedBy.length ?? 0) > 0;
}

/** “26 minutes 40, only Tomas, engineer: …, marked by Tomas” or “7 minutes 35, both: Ines …; Tomas …”. */
function rowLabel(row: Row, voiceOf: VoiceOf, readers: readonly Voice[]): string {
  const notes = [row.left, row.right].flatMap((note) => note ?? []);
  const marks = [...new Set(notes.flatMap((note) => note.markedBy))].map((id) => voiceOf(id).name);
  const words = (note: Note) => (note.text === '' ? 'a marked moment' : note.text);
  const [first] = notes;
  const said =
    first === undefined
      ? ''
      : notes.length === 2
        ? `both: ${notes.map((note) => `${voiceOf(note.author).name} ${words(note)}`).join('; ')}`
        : `${row.viewpoint === 'both' ? '' : 'only '}${voiceOf(first.author).name}, ${roleWords[first.role]}: ${words(first)}`;
  const parts = [`${spokenCallTime(row.atMs)}, ${said}`];
  if (row.pair === 'guess') parts.push('a guess');
  if (row.heardBy.length > 0)
    parts.push(`${row.heardBy.map((id) => voiceOf(id).name).join(' and ')} heard it too`);
  if (marks.length > 0) parts.push(row.isTogether ? 'marked together' : `marked by ${marks.join(' and ')}`);
  if (readers.length > 0)
    parts.push(
      `${readers.map((voice) => voice.name).join(' and ')} ${readers.length === 1 ? 'is' : 'are'} here`,
    );
  return parts.join(', ');
}
