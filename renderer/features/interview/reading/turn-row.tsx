// One row of the transcript: who spoke and when, their words, and beside them the notes of that time.
import { NotebookPen, UnfoldVertical } from 'lucide-react';
import type { NeedId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { TurnCorrection } from '../../../../shared/interviews/marked-turns.ts';
import type { NamedSpeaker } from '../../../../shared/interviews/name-speaker.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { TagChip } from '../../../ui/tag-chip.tsx';
import { CallTime } from '../../../ui/time.tsx';
import { MarginNote } from './margin-note.tsx';
import { PlayButton } from './play-button.tsx';
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
  /** What people laid over the words, and what can be done with the row. */
  readonly over?: TurnOver | undefined;
}

export interface TurnOver {
  /** The index of the turn, by which a selection finds its place. */
  readonly turn: number;
  readonly corrections: readonly TurnCorrection[];
  readonly tags: readonly TagOnWords[];
  /** Undefined for those who may only read. */
  readonly onUntag: ((id: string) => void) | undefined;
  /** Who else speaks here; only the current row has it. */
  readonly speakerEntries: readonly MenuEntry[] | undefined;
  readonly onMoveNote: ((note: Note) => void) | undefined;
  /** Plays the recording from this turn on, where there is one. */
  readonly onPlay?: (() => void) | undefined;
  /** Writes a note at this turn's time. */
  readonly onNote?: (() => void) | undefined;
  /** While a note looks for its place. */
  readonly onPlaceNote: (() => void) | undefined;
}

export interface TagOnWords {
  readonly id: string;
  readonly tag: string;
  /** Offsets into the turn's text. */
  readonly from: number;
  readonly to: number;
}

export function TurnRow(props: TurnRowProps) {
  const { turn, speaker, offsetMs, notes, statements, isCurrent, over } = props;
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
        {over?.speakerEntries === undefined ? (
          <span className={styles.name}>
            {speaker.name}
            <span className="visually-hidden">, </span>
          </span>
        ) : (
          <Menu
            align="end"
            opener={
              <button
                type="button"
                className={styles.nameButton}
                aria-label={`${speaker.name} speaks here. Change it`}
              >
                {speaker.name}
              </button>
            }
            entries={over.speakerEntries}
          />
        )}
        {atMs === null ? null : (
          <PlayButton onPlay={over?.onPlay} at={formatCallTime(atMs)} isCurrent={isCurrent}>
            <CallTime text={formatCallTime(atMs)} ms={atMs} isApproximate={props.isApproximate} />
          </PlayButton>
        )}
      </div>
      <p
        className={isParticipant ? `voice ${styles.words}` : styles.words}
        data-turn={over?.turn}
        data-from={0}
      >
        <TurnWords
          text={turn.text}
          statements={statements}
          hits={props.hits}
          corrections={over?.corrections}
          tagged={over?.tags}
          isCurrent={isCurrent}
          onOpenNeed={props.onOpenNeed}
        />
      </p>
      <div className={styles.margin}>
        {isCurrent && over?.onNote !== undefined ? (
          <IconButton
            icon={NotebookPen}
            label="Note at this time"
            // Where a statement was found, Enter opens its need.
            keys={statements.length === 0 ? 'Enter' : undefined}
            size="small"
            className={styles.noteHere}
            onClick={over.onNote}
          />
        ) : null}
        {notes.length === 0 ? null : (
          <ul className={styles.marginNotes} aria-label="Notes at this time">
            {notes.map((note) => (
              <MarginNote
                key={note.id}
                note={note}
                people={props.people}
                onMove={over?.onMoveNote}
                isCurrent={isCurrent}
              />
            ))}
          </ul>
        )}
        {over === undefined || over.tags.length === 0 ? null : (
          <ul className={styles.wordTags} aria-label="Tags on these words">
            {over.tags.map(({ id, tag, from, to }) => (
              <li key={id}>
                <TagChip name={tag} onRemove={over.onUntag && (() => over.onUntag?.(id))} />
                <span className={isParticipant ? 'voice' : undefined}>
                  {shortened(turn.text.slice(from, to))}
                </span>
              </li>
            ))}
          </ul>
        )}
        {over?.onPlaceNote === undefined ? null : (
          <Button size="small" onClick={over.onPlaceNote}>
            It belongs here
          </Button>
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

function shortened(words: string): string {
  return words.length > 60 ? `“${words.slice(0, 59).trimEnd()}…”` : `“${words}”`;
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
