// Words and notes side by side. It holds what a person does while reading: the current turn, what is looked for, what is
// folded. Whose words they are, what was found in them and where the notes are, it is told.
import { FoldVertical } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TranscriptReading } from '../../../../shared/contract/transcripts.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import type { InterviewFacts } from '../../../../shared/interviews/interview-document.ts';
import { withMarkedSpeakers } from '../../../../shared/interviews/marked-turns.ts';
import { nameSpeaker, type WhoIsWho } from '../../../../shared/interviews/name-speaker.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import type { OffsetProposal } from '../../../../shared/transcripts/propose-offset.ts';
import { turnOffsets } from '../../../../shared/transcripts/transcript.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import type { Focus } from '../../../state/navigation.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { callLengthMs, statementTimes, viewportOf } from './call-times.ts';
import { estimateHeights } from './estimate-heights.ts';
import { FindBar } from './find-bar.tsx';
import { count } from './interview-facts.ts';
import { Lost } from './lost-marks.tsx';
import { OffsetLine } from './offset-proposal.tsx';
import { Overview, SHIFT_STEP_MS } from './overview.tsx';
import { placeNotes } from './place-notes.ts';
import { saidAtMs } from './play-times.ts';
import styles from './reading.module.css';
import type { ReadingRow } from './reading-rows.ts';
import { RecordingRow } from './recording-row.tsx';
import { type Statement, statementsByTurn, turnAt } from './statements.ts';
import { type GoTo, TranscriptList } from './transcript-list.tsx';
import { FoldRow, TurnRow } from './turn-row.tsx';
import { useFind } from './use-find.ts';
import { useFolding } from './use-folding.ts';
import type { AskWhichNeed } from './use-need-evidence.tsx';
import type { NoteWriting } from './use-note-writing.ts';
import { useOffset } from './use-offset.ts';
import { usePlacing } from './use-placing.ts';
import type { InterviewRecording } from './use-recording.ts';
import { useTurnNote } from './use-turn-note.tsx';
import { useWordClicks } from './use-word-clicks.ts';
import type { WordMarks } from './use-word-marks.ts';
import { useWordsOver } from './use-words-over.tsx';

export interface TranscriptViewProps {
  readonly reading: TranscriptReading;
  readonly storedOffsetMs: number;
  readonly facts: InterviewFacts;
  readonly who: WhoIsWho;
  readonly statements: readonly Statement[];
  readonly needs: readonly Need[];
  readonly focus: Focus | undefined;
  readonly onOpenNeed: (id: NeedId) => void;
  readonly onSetOffset: ((offsetMs: number) => Promise<boolean>) | undefined;
  readonly over: WordMarks;
  readonly tags: readonly Tag[];
  readonly proposal: OffsetProposal | null;
  readonly onDetails: (() => void) | undefined;
  readonly onEvidence: AskWhichNeed | undefined;
  readonly writing: NoteWriting | undefined;
  readonly recording: InterviewRecording;
  readonly onFindRecording: () => void;
}

export function TranscriptView(props: TranscriptViewProps) {
  const { reading, facts, who, statements, focus, onOpenNeed, onSetOffset, over, recording } = props;
  const inFile = reading.turns;
  const turns = useMemo(() => withMarkedSpeakers(inFile, over.marks), [inFile, over.marks]);
  const offset = useOffset(props.storedOffsetMs, onSetOffset ?? (() => Promise.resolve(false)));
  const { offsetMs } = offset;
  const [current, setCurrent] = useState<number | null>(null);
  const [inView, setInView] = useState({ from: 0, to: 0 });
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const [flashing, setFlashing] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const offsets = useMemo(() => turnOffsets(turns), [turns]);
  const notesAt = useMemo(() => placeNotes(turns, facts.notes, offsetMs), [turns, facts.notes, offsetMs]);
  const statementsAt = useMemo(
    () => statementsByTurn(turns, offsets, statements),
    [turns, offsets, statements],
  );
  const note = useTurnNote(props.writing, turns, offsetMs, (turn) => setGoTo({ turn, takesFocus: true }));
  const words = useWordsOver({
    turns,
    inFile,
    offsets,
    over,
    tags: props.tags,
    who,
    current,
    onEvidence: props.onEvidence,
    onNote: note.begin,
  });
  const placing = usePlacing(onSetOffset === undefined ? undefined : offset.set);
  const folds = useFolding(turns, statementsAt, notesAt);
  const { rows } = folds;
  const heights = useMemo(
    () => estimateHeights(rows, turns, (turn) => notesAt.get(turn)?.length ?? 0),
    [rows, turns, notesAt],
  );
  const find = useFind(turns, words.corrections, (turn) => show(turn, false));

  /** Opens what hides a turn, then goes there. */
  function show(turn: number, takesFocus: boolean): void {
    folds.reveal(turn);
    setCurrent(turn);
    setGoTo({ turn, takesFocus });
  }

  // The place comes from the address; it is gone to once for each time it is asked for.
  const showFocus = useRef((_: Focus) => {});
  useEffect(() => {
    showFocus.current = ({ start }) => {
      const turn = turnAt(offsets, start);
      show(turn, true);
      setFlashing(turn);
    };
  });
  useEffect(() => {
    if (focus?.original === reading.original) showFocus.current(focus);
  }, [focus, reading.original]);

  const isHeard = recording.state.kind === 'here';
  /** The words at character `at` of a turn, from the recording; false when there is nothing to hear. */
  function play(turn: number | null, at = 0): boolean {
    const said = turn === null ? undefined : turns[turn];
    const fileMs = said === undefined ? null : saidAtMs(said, at);
    if (!isHeard || fileMs === null) return false;
    recording.playFrom(fileMs);
    return true;
  }
  useWordClicks(isHeard && placing.note === null ? play : undefined);

  useKeys({
    ...words.keys,
    l: () => recording.pause() || play(current ?? inView.from),
    '/': () => field.current?.focus(),
    f: () => (statementsAt.size === 0 ? false : folds.toggle()),
    n: () => (find.found.length === 0 ? false : find.step(1)),
    p: () => (find.found.length === 0 ? false : find.step(-1)),
    // Notes earlier along the words is the same as words later in the call.
    '-': () => (onSetOffset === undefined ? false : offset.shift(SHIFT_STEP_MS)),
    '+': () => (onSetOffset === undefined ? false : offset.shift(-SHIFT_STEP_MS)),
  });

  function openRow(row: ReadingRow): void {
    if (row.kind === 'fold') {
      folds.open(row.from);
      setGoTo({ turn: row.from, takesFocus: true });
      return;
    }
    if (placing.note !== null) {
      placing.place(turns[row.turn]);
      return;
    }
    // Enter on a statement opens its need; on other words, and on those that are selected, it begins a note.
    const first = words.selectedTurn === null ? statementsAt.get(row.turn)?.[0] : undefined;
    if (first !== undefined) onOpenNeed(first.statement.needId);
    else note.begin?.(words.selectedTurn ?? row.turn);
  }

  const unplaced = notesAt.size === 0 && facts.notes.length > 0;
  return (
    <div className={styles.transcript} onAnimationEnd={() => setFlashing(null)}>
      <Overview
        lengthMs={callLengthMs(turns, facts.notes, offsetMs)}
        notes={facts.notes.map(({ atMs, role, markedBy }) => ({
          atMs,
          role,
          isMarked: markedBy.length > 0,
        }))}
        statements={statementTimes(statements, offsetMs)}
        viewport={viewportOf(turns, inView.from, inView.to, offsetMs)}
        offsetMs={offsetMs}
        onShiftNotes={onSetOffset && ((byMs) => offset.shift(-byMs))}
      />
      <OffsetLine
        proposal={onSetOffset === undefined || facts.notes.length === 0 ? null : props.proposal}
        offsetMs={offsetMs}
        onTake={offset.set}
      />
      <RecordingRow
        recording={recording}
        currentMs={current === null ? null : (turns[current]?.startMs ?? null)}
        onFind={props.onFindRecording}
      />
      <Lost marks={over.marks} onRemove={over.remove} />
      {placing.note === null ? null : (
        <Callout
          announce="status"
          actions={
            <Button size="small" onClick={placing.stop}>
              Leave it
            </Button>
          }
        >
          Which words does “{placing.note.text.slice(0, 80)}” belong to? All notes move with it.
        </Callout>
      )}
      {focus !== undefined && focus.original !== reading.original ? (
        <Callout tone="warn" announce="status">
          These words are from an earlier import. This is the transcript that was imported last.
        </Callout>
      ) : null}
      <div className={styles.head}>
        <FindBar
          wanted={find.wanted}
          onWant={find.want}
          found={find.found.length}
          at={find.at}
          onStep={find.step}
          onLeave={() => {
            find.want('');
            setGoTo({ turn: current ?? inView.from, takesFocus: true });
          }}
          field={field}
        />
        <Button
          size="small"
          icon={FoldVertical}
          variant="ghost"
          keys="F"
          aria-pressed={folds.isFolded}
          disabled={statementsAt.size === 0}
          onClick={folds.toggle}
        >
          Fold quiet turns
        </Button>
        <div className={styles.marginHead}>
          <b>
            {facts.notes.length === 0 ? 'No notes' : count(facts.notes.length, 'note')}
            {statements.length === 0 ? '' : `, ${count(statements.length, 'statement')}`}
          </b>
          {unplaced ? <span>not placed</span> : null}
          {props.onDetails === undefined ? null : (
            <Button size="small" aria-haspopup="dialog" onClick={props.onDetails}>
              Details
            </Button>
          )}
        </div>
      </div>
      <TranscriptList
        rows={rows}
        heights={heights}
        foldingId={folds.id}
        current={current}
        onCurrent={setCurrent}
        goTo={goTo}
        onOpen={openRow}
        onRange={(first, last) =>
          setInView({
            from: first.kind === 'turn' ? first.turn : first.from,
            to: last.kind === 'turn' ? last.turn : last.to - 1,
          })
        }
        render={(row, isCurrent) => {
          if (row.kind === 'fold')
            return <FoldRow turns={row.to - row.from} lengthMs={row.lengthMs} onOpen={() => openRow(row)} />;
          const turn = turns[row.turn];
          if (turn === undefined) return null;
          return (
            <TurnRow
              turn={turn}
              speaker={nameSpeaker(turn.speaker, who)}
              offsetMs={offsetMs}
              isApproximate={reading.approximate}
              notes={notesAt.get(row.turn) ?? []}
              people={who.people}
              statements={statementsAt.get(row.turn) ?? []}
              needs={props.needs}
              hits={find.hitsIn(row.turn)}
              isCurrent={isCurrent}
              isFlashing={flashing === row.turn}
              onOpenNeed={onOpenNeed}
              over={{
                ...words.at(row.turn, isCurrent),
                onPlay: isHeard && turn.startMs !== null ? () => void play(row.turn) : undefined,
                onNote: note.begin && (() => note.begin?.(row.turn)),
                onMoveNote: onSetOffset === undefined ? undefined : placing.begin,
                onPlaceNote:
                  placing.note === null || turn.startMs === null ? undefined : () => placing.place(turn),
              }}
            />
          );
        }}
      />
      {words.bar}
      {note.form}
    </div>
  );
}
