// Needs as columns and their quotes as cards, sorted by hand: dragged, or picked up with V and carried by the arrows.
import { type KeyboardEvent, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { placeBelow } from '../../../../shared/needs/hand-order.ts';
import type { Need, Quote } from '../../../../shared/needs/need.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useKeys } from '../../../ui/key-bindings.ts';
import styles from './board.module.css';
import { BoardColumnView, type BoardTells, dropProps } from './board-column.tsx';
import {
  type BoardCard,
  boardColumns,
  type ColumnId,
  EMPTY_BOARD,
  isMoved,
  moveOnBoard,
} from './board-moves.ts';
import { DropHere } from './drop-here.tsx';
import { useBoardActs } from './use-board-acts.ts';
import { COLUMN_PX, useColumnWindow } from './use-column-window.ts';

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
  const wantsFocus = useRef(false);
  const lastDecision = useRef<string | null>(null);
  const columns = useMemo(() => boardColumns(needs, moved), [needs, moved]);
  const ids: readonly ColumnId[] = useMemo(() => [...needs.map((need) => need.id), null], [needs]);
  const { boardRef, onScroll, from, to } = useColumnWindow(
    columns.length,
    carried === null ? at.column : ids.indexOf(carried.to),
  );
  const here = columns[at.column]?.cards[at.card];

  // What was put down is in what the host says now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the host is what settles the moves
  useEffect(() => {
    tell({ kind: 'settled' });
  }, [needs]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    // The column may be drawn only after the board was scrolled to it.
    const card = boardRef.current?.querySelector<HTMLElement>('[data-current="true"]');
    if (!card) return;
    wantsFocus.current = false;
    card.focus();
    card.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
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
    const index = columns.find(({ need }) => need.id === from.id)?.cards.indexOf(card) ?? 0;
    tell({ kind: 'pick-up', quoteId: card.quote.id, from: from.id, index: Math.max(0, index) });
    announce('Picked up. Left and right choose the need, up and down the place, Enter puts it down.');
    return true;
  };
  const step = (by: 1 | -1) => {
    if (carried === null) return;
    const next = moveOnBoard({ carried, moved }, { kind: 'step', by, columns: ids }).carried;
    tell({ kind: 'step', by, columns: ids });
    announce(`Over ${next === null ? 'no need' : nameOf(next.to)}`);
  };
  /** The cards of a column without the one in the hand. */
  const othersIn = (id: ColumnId) =>
    columns
      .find(({ need }) => need.id === id)
      ?.cards.filter(({ quote }) => id !== carried?.from || quote.id !== carried.quoteId) ?? [];
  const place = (by: 1 | -1) => {
    if (carried === null || carried.to === null) return;
    const others = othersIn(carried.to);
    const action = { kind: 'place', by, others: others.length } as const;
    const index = moveOnBoard({ carried, moved }, action).carried?.index ?? 0;
    tell(action);
    const above = others[index - 1];
    announce(above === undefined ? 'On top' : `Below ${above.quote.participant}: ${above.quote.text}`);
  };
  const putDown = (move: typeof carried) => {
    if (move === null) return;
    const below = placeBelow(
      othersIn(move.to).map(({ quote }) => quote.id),
      move.index,
    );
    tell({ kind: 'over', to: move.to, index: move.index });
    tell({ kind: 'put-down' });
    if (!isMoved(move)) return;
    const after = boardColumns(needs, [...moved, move]);
    const target = after.findIndex((column) => column.need.id === move.to);
    if (target >= 0) {
      wantsFocus.current = true;
      setAt({ column: target, card: move.index });
    }
    const need = needs.find((one) => one.id === move.to) ?? null;
    void acts.move(move, below, need, after[target]?.people ?? 0).then((decision) => {
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
    // The name over a column is a button of its own: Enter on it opens the need.
    if (event.target instanceof HTMLButtonElement) return;
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
        ArrowUp: () => place(-1),
        ArrowDown: () => place(1),
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
  // Columns are drawn again only when something of theirs changes, so what they tell goes through one lasting object.
  const latest = useRef({ onOpenNeed, onOpenQuote, pickUp, putDown, carried, setAt });
  useEffect(() => {
    latest.current = { onOpenNeed, onOpenQuote, pickUp, putDown, carried, setAt };
  });
  const tells = useMemo(
    (): BoardTells => ({
      openNeed: (need) => latest.current.onOpenNeed(need),
      openQuote: (quote) => latest.current.onOpenQuote(quote),
      focus: (column, card) => latest.current.setAt({ column, card }),
      pickUp: (card, need) => void latest.current.pickUp(card, need),
      putBack: () => tell({ kind: 'put-back' }),
      over(target, index) {
        const { carried: inHand } = latest.current;
        if (inHand === null) return false;
        // Over the column beside its cards: on top, or where it already is.
        const at = index ?? (inHand.to === target ? inHand.index : 0);
        if (inHand.to !== target || inHand.index !== at) tell({ kind: 'over', to: target, index: at });
        return true;
      },
      drop(target) {
        const { carried: inHand, putDown: put } = latest.current;
        put(inHand && (inHand.to === target ? inHand : { ...inHand, to: target, index: 0 }));
      },
    }),
    [],
  );
  const overIndex = (id: ColumnId) =>
    carried !== null && carried.to === id && isMoved(carried) ? carried.index : null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside take the focus; keys of theirs are heard here
    <div
      ref={boardRef}
      className={styles.board}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      data-scrolls="board"
    >
      <div className={styles.away} style={{ width: from * COLUMN_PX }} />
      {columns.slice(from, to).map((column, index) => (
        <BoardColumnView
          key={column.need.id}
          column={column}
          index={from + index}
          people={people}
          isMovable={canWrite}
          currentCard={from + index === at.column ? at.card : null}
          carriedId={carried?.from === column.need.id ? carried.quoteId : null}
          overIndex={overIndex(column.need.id)}
          tells={tells}
        />
      ))}
      <div className={styles.away} style={{ width: (columns.length - to) * COLUMN_PX }} />
      <section
        className={classNames(styles.column, styles.unplaced)}
        aria-label="Not placed"
        {...dropProps(null, overIndex(null) !== null, tells)}
      >
        <h2 className={styles.head}>Not placed</h2>
        <p className={styles.people}>What fits no need goes here. It stays in its transcript.</p>
        {overIndex(null) === null ? null : <DropHere />}
      </section>
    </div>
  );
}
