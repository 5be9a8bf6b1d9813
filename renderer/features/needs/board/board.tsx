// Needs as columns and their quotes as cards, sorted by hand: dragged, or picked up with V and carried by the arrows.
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import { labelParts, type Need, type Quote } from '../../../../shared/needs/need.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useKeys } from '../../../ui/key-bindings.ts';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import styles from './board.module.css';
import { BoardCardView } from './board-card.tsx';
import {
  type BoardCard,
  type BoardMove,
  boardColumns,
  type ColumnId,
  EMPTY_BOARD,
  moveOnBoard,
} from './board-moves.ts';
import { useBoardActs } from './use-board-acts.ts';

export interface BoardProps {
  readonly needs: readonly Need[];
  readonly people: readonly Person[];
  readonly canWrite: boolean;
  readonly onOpenNeed: (need: Need) => void;
  readonly onOpenQuote: (quote: Quote) => void;
}

export function Board({ needs, people, canWrite, onOpenNeed, onOpenQuote }: BoardProps) {
  const [{ carried, moved }, tell] = useReducer(moveOnBoard, EMPTY_BOARD);
  const [at, setAt] = useState({ column: 0, card: 0 });
  const acts = useBoardActs();
  const announce = useAnnounce();
  const board = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const lastDecision = useRef<string | null>(null);
  const columns = boardColumns(needs, moved);
  const ids: readonly ColumnId[] = [...needs.map((need) => need.id), null];
  const here = columns[at.column]?.cards[at.card];

  // What was put down is in what the host says now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the host is what settles the moves
  useEffect(() => {
    tell({ kind: 'settled' });
  }, [needs]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const card = board.current?.querySelector<HTMLElement>('[data-current="true"]');
    card?.focus();
    card?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });

  const nameOf = (id: ColumnId) => needs.find((need) => need.id === id)?.label ?? 'no need';
  const focusOn = (column: number, card: number) => {
    wantsFocus.current = true;
    const inside = Math.min(Math.max(column, 0), columns.length - 1);
    const cards = columns[inside]?.cards.length ?? 0;
    setAt({ column: inside, card: Math.min(Math.max(card, 0), Math.max(0, cards - 1)) });
  };
  const pickUp = (card: BoardCard | undefined, from: Need | undefined) => {
    if (card === undefined || from === undefined || !canWrite) return false;
    tell({ kind: 'pick-up', quoteId: card.quote.id, from: from.id });
    announce(`Picked up. Left and right choose the need, Enter puts it down.`);
    return true;
  };
  const step = (by: 1 | -1) => {
    if (carried === null) return;
    const next = moveOnBoard({ carried, moved }, { kind: 'step', by, columns: ids }).carried;
    tell({ kind: 'step', by, columns: ids });
    announce(`Over ${next === null ? 'no need' : nameOf(next.to)}`);
  };
  const putDown = (move: BoardMove | null) => {
    if (move === null) return;
    tell({ kind: 'over', to: move.to });
    tell({ kind: 'put-down' });
    if (move.to === move.from) return;
    const after = boardColumns(needs, [...moved, move]);
    const target = after.findIndex((column) => column.need.id === move.to);
    if (target >= 0) {
      wantsFocus.current = true;
      setAt({ column: target, card: 0 });
    }
    const need = needs.find((one) => one.id === move.to) ?? null;
    void acts.move(move, need, after[target]?.people ?? 0).then((decision) => {
      lastDecision.current = decision ?? lastDecision.current;
      if (decision === null) tell({ kind: 'settled' });
    });
  };

  useKeys({
    v: () => carried === null && pickUp(here, columns[at.column]?.need),
    'Ctrl+z': () => {
      if (lastDecision.current === null) return false;
      void acts.undo(lastDecision.current);
      lastDecision.current = null;
      return true;
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const run = keyed(event.key);
    if (run === null) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  function keyed(key: string): (() => void) | null {
    if (carried !== null) {
      const carrying: Readonly<Record<string, () => void>> = {
        ArrowLeft: () => step(-1),
        ArrowRight: () => step(1),
        Enter: () => putDown(carried),
        Escape: () => {
          tell({ kind: 'put-back' });
          announce('Put back.');
        },
      };
      return carrying[key] ?? null;
    }
    const free: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => focusOn(at.column - 1, at.card),
      ArrowRight: () => focusOn(at.column + 1, at.card),
      ArrowUp: () => focusOn(at.column, at.card - 1),
      ArrowDown: () => focusOn(at.column, at.card + 1),
      Enter: () => here && onOpenQuote(here.quote),
    };
    return free[key] ?? null;
  }
  const dropProps = (to: ColumnId) => ({
    'data-over': carried !== null && carried.to === to && carried.from !== to ? '' : undefined,
    onDragOver: (event: { preventDefault(): void }) => {
      if (carried === null) return;
      event.preventDefault();
      if (carried.to !== to) tell({ kind: 'over', to });
    },
    onDrop: (event: { preventDefault(): void }) => {
      event.preventDefault();
      putDown(carried && { ...carried, to });
    },
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside take the focus; keys of theirs are heard here
    <div ref={board} className={styles.board} onKeyDown={onKeyDown} data-scrolls="board">
      {columns.map(({ need, cards, people: count }, column) => (
        <section key={need.id} className={styles.column} aria-label={need.label} {...dropProps(need.id)}>
          <h2 className={styles.head}>
            <button type="button" tabIndex={-1} className={styles.name} onClick={() => onOpenNeed(need)}>
              {labelParts(need.label).words}
            </button>
          </h2>
          <p className={styles.people}>
            <PeopleStrip cells={need.stances.map((cell) => cell.stance)} isDecorative /> {count}{' '}
            {count === 1 ? 'person' : 'people'}
          </p>
          {carried !== null && carried.to === need.id && carried.from !== need.id ? <DropHere /> : null}
          <ul className={styles.cards}>
            {cards.map((card, index) => {
              const isCurrent = column === at.column && index === at.card;
              return (
                <BoardCardView
                  key={`${card.verdict}-${card.quote.id}`}
                  card={card}
                  people={people}
                  isCurrent={isCurrent}
                  isCarried={carried?.quoteId === card.quote.id && carried.from === need.id}
                  isMovable={canWrite}
                  onFocus={() => (isCurrent ? undefined : setAt({ column, card: index }))}
                  onOpen={() => onOpenQuote(card.quote)}
                  onPickUp={() => void pickUp(card, need)}
                  onPutBack={() => tell({ kind: 'put-back' })}
                />
              );
            })}
          </ul>
        </section>
      ))}
      <section
        className={classNames(styles.column, styles.unplaced)}
        aria-label="Not placed"
        {...dropProps(null)}
      >
        <h2 className={styles.head}>Not placed</h2>
        <p className={styles.people}>What fits no need goes here. It stays in its transcript.</p>
        {carried !== null && carried.to === null ? <DropHere /> : null}
      </section>
    </div>
  );
}

function DropHere() {
  return <p className={styles.drop}>Drop here, or press Enter</p>;
}
