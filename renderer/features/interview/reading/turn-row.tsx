// One row of the transcript: who spoke and when, their words, and beside them the notes of that time.
import { UnfoldVertical } from 'lucide-react';
import type { NeedId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { NamedSpeaker } from '../../../../shared/interviews/name-speaker.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { CallTime } from '../../../ui/time.tsx';
import { MarginNote } from './margin-note.tsx';
import styles from './reading.module.css';
import { StatementCard } from './statement-card.tsx';
import type { TurnStatement } from './statements.ts';
import type { Hit } from './text-pieces.ts';
import { TurnWords } from './turn-words.tsx';

export interface TurnRowProps {
  readonly turn: Turn;
  readonly speaker: NamedSpeaker;
  readonly offsetMs: number;
  readonly isApproximate: boolean;
  readonly notes: readonly Note[];
  readonly people: readonly Person[];
  readonly statements: readonly TurnStatement[];
  readonly needs: readonly Need[];
  readonly hits: readonly Hit[];
  readonly isCurrent: boolean;
  /** Lights up for a moment: the words somebody asked to see. */
  readonly isFlashing: boolean;
  readonly onOpenNeed: (id: NeedId) => void;
}

export function TurnRow(props: TurnRowProps) {
  const { turn, speaker, offsetMs, notes, statements, isCurrent } = props;
  const atMs = turn.startMs === null ? null : turn.startMs + offsetMs;
  const isParticipant = speaker.kind === 'participant';
  return (
    <div
      className={classNames(
        styles.row,
        isCurrent && styles.current,
        props.isFlashing && styles.flash,
        !isParticipant && speaker.kind !== 'unknown' && styles.team,
      )}
    >
      <div className={styles.speaker}>
        <span className={styles.name}>
          {speaker.name}
          <span className="visually-hidden">, </span>
        </span>
        {atMs === null ? null : (
          <CallTime text={formatCallTime(atMs)} ms={atMs} isApproximate={props.isApproximate} />
        )}
      </div>
      <p className={isParticipant ? `voice ${styles.words}` : styles.words}>
        <TurnWords
          text={turn.text}
          statements={statements}
          hits={props.hits}
          isCurrent={isCurrent}
          onOpenNeed={props.onOpenNeed}
        />
      </p>
      <div className={styles.margin}>
        {notes.length === 0 ? null : (
          <ul className={styles.marginNotes} aria-label="Notes at this time">
            {notes.map((note) => (
              <MarginNote key={note.id} note={note} people={props.people} />
            ))}
          </ul>
        )}
        {isCurrent
          ? needsOf(statements, props.needs).map(({ need, kind }) => (
              <StatementCard
                key={`${kind} ${need.id}`}
                need={need}
                kind={kind}
                onOpen={() => props.onOpenNeed(need.id)}
              />
            ))
          : null}
      </div>
    </div>
  );
}

export interface FoldRowProps {
  readonly turns: number;
  readonly lengthMs: number | null;
  readonly onOpen: () => void;
}

/** “9 turns without a statement, 01:08”. */
export function FoldRow({ turns, lengthMs, onOpen }: FoldRowProps) {
  const length = lengthMs === null ? '' : `, ${formatCallTime(lengthMs)}`;
  return (
    <div className={classNames(styles.row, styles.fold)}>
      <button type="button" className={styles.foldButton} tabIndex={-1} onClick={onOpen}>
        <Icon of={UnfoldVertical} size={14} />
        {`${turns} turns without a statement${length}`}
      </button>
      <div className={styles.margin} />
    </div>
  );
}

/** Each need once for each thing that was said about it. */
function needsOf(statements: readonly TurnStatement[], needs: readonly Need[]) {
  const seen = new Set<string>();
  return statements.flatMap(({ statement: { needId, kind } }) => {
    const need = needs.find((one) => one.id === needId);
    if (need === undefined || seen.has(`${kind} ${needId}`)) return [];
    seen.add(`${kind} ${needId}`);
    return [{ need, kind }];
  });
}
