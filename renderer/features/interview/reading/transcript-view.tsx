// Words and notes side by side. It holds what a person does while reading: the current turn, what is looked for, what is
// folded. Whose words they are, what was found in them and where the notes are, it is told.
import { FoldVertical } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { TranscriptReading } from '../../../../shared/contract.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import type { InterviewFacts } from '../../../../shared/interviews/interview-document.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { turnOffsets } from '../../../../shared/transcripts/transcript.ts';
import type { Focus } from '../../../state/navigation.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { callLengthMs, statementTimes, viewportOf } from './call-times.ts';
import { estimateHeights } from './estimate-heights.ts';
import { FindBar } from './find-bar.tsx';
import { count } from './interview-facts.ts';
import { nameSpeaker, type WhoIsWho } from './name-speaker.ts';
import { Overview, SHIFT_STEP_MS } from './overview.tsx';
import { placeNotes } from './place-notes.ts';
import styles from './reading.module.css';
import { allTurns, foldQuietTurns, type ReadingRow } from './reading-rows.ts';
import { searchTurns } from './search-turns.ts';
import { type Statement, statementsByTurn, turnAt } from './statements.ts';
import { type GoTo, TranscriptList } from './transcript-list.tsx';
import { FoldRow, TurnRow } from './turn-row.tsx';
import { useOffset } from './use-offset.ts';

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
  readonly onDetails: (() => void) | undefined;
}

export function TranscriptView(props: TranscriptViewProps) {
  const { reading, facts, who, statements, focus, onOpenNeed, onSetOffset } = props;
  const { turns } = reading;
  const offset = useOffset(props.storedOffsetMs, onSetOffset ?? (() => Promise.resolve(false)));
  const { offsetMs } = offset;
  const [current, setCurrent] = useState<number | null>(null);
  const [inView, setInView] = useState({ from: 0, to: 0 });
  const [folding, setFolding] = useState<{ id: number; isFolded: boolean; opened: ReadonlySet<number> }>({
    id: 0,
    isFolded: false,
    opened: new Set(),
  });
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const [flashing, setFlashing] = useState<number | null>(null);
  const [wanted, setWanted] = useState('');
  const [foundAt, setFoundAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);

  const offsets = useMemo(() => turnOffsets(turns), [turns]);
  const notesAt = useMemo(() => placeNotes(turns, facts.notes, offsetMs), [turns, facts.notes, offsetMs]);
  const statementsAt = useMemo(
    () => statementsByTurn(turns, offsets, statements),
    [turns, offsets, statements],
  );
  const rows = useMemo(
    () =>
      folding.isFolded
        ? foldQuietTurns(turns, {
            hasStatement: (turn) => statementsAt.has(turn),
            isKept: (turn) => notesAt.has(turn),
            opened: folding.opened,
          })
        : allTurns(turns),
    [folding, turns, statementsAt, notesAt],
  );
  const heights = useMemo(
    () => estimateHeights(rows, turns, (turn) => notesAt.get(turn)?.length ?? 0),
    [rows, turns, notesAt],
  );
  const search = useDeferredValue(wanted);
  const found = useMemo(() => searchTurns(turns, search), [turns, search]);
  const hit = found[Math.min(foundAt, found.length - 1)];

  /** Opens what hides a turn, then goes there. */
  function show(turn: number, takesFocus: boolean): void {
    const fold = rows.find((row) => row.kind === 'fold' && turn >= row.from && turn < row.to);
    if (fold?.kind === 'fold') openFold(fold.from);
    setCurrent(turn);
    setGoTo({ turn, takesFocus });
  }

  function openFold(from: number): void {
    setFolding(({ id, isFolded, opened }) => ({
      id: id + 1,
      isFolded,
      opened: new Set([...opened, from]),
    }));
  }

  function toggleFolds(): void {
    setFolding(({ id, isFolded }) => ({ id: id + 1, isFolded: !isFolded, opened: new Set() }));
  }

  function step(by: 1 | -1): void {
    if (found.length === 0) return;
    const next = (foundAt + by + found.length) % found.length;
    setFoundAt(next);
    show(found[next]?.turn ?? 0, false);
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
  // The first place with the words comes into view while they are typed.
  const showFound = useRef((_: number) => {});
  useEffect(() => {
    showFound.current = (turn) => show(turn, false);
  });
  useEffect(() => {
    setFoundAt(0);
    const first = found[0];
    if (first !== undefined) showFound.current(first.turn);
  }, [found]);

  useKeys({
    '/': () => field.current?.focus(),
    f: () => (statementsAt.size === 0 ? false : toggleFolds()),
    n: () => (found.length === 0 ? false : step(1)),
    p: () => (found.length === 0 ? false : step(-1)),
    // Notes earlier along the words is the same as words later in the call.
    '-': () => (onSetOffset === undefined ? false : offset.shift(SHIFT_STEP_MS)),
    '+': () => (onSetOffset === undefined ? false : offset.shift(-SHIFT_STEP_MS)),
  });

  function openRow(row: ReadingRow): void {
    if (row.kind === 'fold') {
      openFold(row.from);
      setGoTo({ turn: row.from, takesFocus: true });
      return;
    }
    const first = statementsAt.get(row.turn)?.[0];
    if (first !== undefined) onOpenNeed(first.statement.needId);
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
      {focus !== undefined && focus.original !== reading.original ? (
        <Callout tone="warn" announce="status">
          These words are from an earlier import. This is the transcript that was imported last.
        </Callout>
      ) : null}
      <div className={styles.head}>
        <FindBar
          wanted={wanted}
          onWant={setWanted}
          found={found.length}
          at={Math.min(foundAt, Math.max(0, found.length - 1))}
          onStep={step}
          onLeave={() => {
            setWanted('');
            setGoTo({ turn: current ?? inView.from, takesFocus: true });
          }}
          field={field}
        />
        <Button
          size="small"
          icon={FoldVertical}
          variant="ghost"
          keys="F"
          aria-pressed={folding.isFolded}
          disabled={statementsAt.size === 0}
          onClick={toggleFolds}
        >
          Fold quiet turns
        </Button>
        <div className={styles.marginHead}>
          <b>
            {count(facts.notes.length, 'note')}, {count(statements.length, 'statement')}
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
        foldingId={folding.id}
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
              hits={found
                .filter((one) => one.turn === row.turn)
                .map((one) => ({ from: one.from, to: one.to, isCurrent: one === hit }))}
              isCurrent={isCurrent}
              isFlashing={flashing === row.turn}
              onOpenNeed={onOpenNeed}
            />
          );
        }}
      />
    </div>
  );
}
