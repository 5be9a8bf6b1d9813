import { memo, useState } from 'react';
import { labelParts, type Need, type Quote } from '../../../../shared/needs/need.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import styles from './board.module.css';
import { BoardCardView } from './board-card.tsx';
import type { BoardCard, BoardColumn, ColumnId } from './board-moves.ts';
import { DropHere } from './drop-here.tsx';

/** What cards and columns tell the board; the same object for as long as the board is there. */
export interface BoardTells {
  readonly openNeed: (need: Need) => void;
  readonly openQuote: (quote: Quote) => void;
  readonly focus: (column: number, card: number) => void;
  readonly pickUp: (card: BoardCard, from: Need) => void;
  readonly putBack: () => void;
  /** True when something is carried that may be put down here. `index`: below so many cards, when it is over one. */
  readonly over: (to: ColumnId, index?: number) => boolean;
  readonly drop: (to: ColumnId) => void;
}

export interface BoardColumnViewProps {
  readonly column: BoardColumn;
  readonly index: number;
  readonly people: readonly Person[];
  readonly isMovable: boolean;
  /** The card that keys act on, when it is in this column. */
  readonly currentCard: number | null;
  readonly carriedId: string | null;
  /** What is carried would be put down here, below so many other cards. */
  readonly overIndex: number | null;
  readonly tells: BoardTells;
}

/** Cards drawn at first, and added when the last ones come into view. */
const CARDS_AT_ONCE = 12;
const NEARLY_PX = 600;

/** One need and its quotes; drawn again only when something of it changes, however much is scrolled. */
export const BoardColumnView = memo(function BoardColumnView(props: BoardColumnViewProps) {
  const { column, index, people, isMovable, currentCard, carriedId, overIndex, tells } = props;
  const { need, cards, people: count } = column;
  const [drawn, setDrawn] = useState(CARDS_AT_ONCE);
  const shown = Math.max(drawn, (currentCard ?? 0) + CARDS_AT_ONCE / 2, (overIndex ?? 0) + CARDS_AT_ONCE / 2);
  // Places are counted without the card in the hand, which stays where it was until it is put down.
  const held = cards.findIndex(({ quote }) => quote.id === carriedId);
  const indexAmongOthers = (at: number) => (held >= 0 && held < at ? at - 1 : at);
  const dropAt = overIndex === null || held < 0 || overIndex < held ? overIndex : overIndex + 1;
  return (
    <section
      className={styles.column}
      aria-label={need.label}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (shown < cards.length && scrollTop + clientHeight > scrollHeight - NEARLY_PX)
          setDrawn(shown + CARDS_AT_ONCE);
      }}
      {...dropProps(need.id, overIndex !== null, tells)}
    >
      <h2 className={styles.head}>
        <button type="button" className={styles.name} onClick={() => tells.openNeed(need)}>
          {labelParts(need.label).words}
        </button>
      </h2>
      <p className={styles.people}>
        {need.stances.length > STRIP_PEOPLE ? null : (
          <PeopleStrip cells={need.stances.map((cell) => cell.stance)} isDecorative />
        )}{' '}
        {count} {count === 1 ? 'person' : 'people'}
      </p>
      <ul className={styles.cards} aria-label={`${cards.length} ${cards.length === 1 ? 'quote' : 'quotes'}`}>
        {cards.slice(0, shown).map((card, at) => (
          <BoardCardView
            key={`${card.verdict}-${card.quote.id}`}
            card={card}
            dropBefore={dropAt === at}
            onOver={(isLowerHalf) => tells.over(need.id, indexAmongOthers(isLowerHalf ? at + 1 : at))}
            people={people}
            isCurrent={at === currentCard}
            isCarried={carriedId === card.quote.id}
            isMovable={isMovable}
            onFocus={() => (at === currentCard ? undefined : tells.focus(index, at))}
            onOpen={() => tells.openQuote(card.quote)}
            onPickUp={() => tells.pickUp(card, need)}
            onPutBack={tells.putBack}
          />
        ))}
        {dropAt !== null && dropAt >= cards.length ? <DropHere isInList /> : null}
      </ul>
    </section>
  );
});

/** A strip of more people is wider than a column. */
const STRIP_PEOPLE = 40;

/** What makes a column a place to put a card down. */
export function dropProps(to: ColumnId, isOver: boolean, tells: BoardTells) {
  return {
    'data-over': isOver ? '' : undefined,
    onDragOver: (event: { preventDefault(): void }) => {
      if (tells.over(to)) event.preventDefault();
    },
    onDrop: (event: { preventDefault(): void }) => {
      event.preventDefault();
      tells.drop(to);
    },
  };
}
