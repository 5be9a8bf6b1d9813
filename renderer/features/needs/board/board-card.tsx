import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { classNames } from '../../../ui/class-names.ts';
import { RoomMark } from '../../../ui/role-mark.tsx';
import styles from './board.module.css';
import type { BoardCard } from './board-moves.ts';
import { DropHere } from './drop-here.tsx';

export interface BoardCardViewProps {
  readonly card: BoardCard;
  readonly people: readonly Person[];
  readonly isCurrent: boolean;
  readonly isCarried: boolean;
  readonly isMovable: boolean;
  /** Something is carried that would be put down above this card. */
  readonly dropBefore: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onPickUp: () => void;
  readonly onPutBack: () => void;
  /** Something may be over its upper or lower half. True when something is. */
  readonly onOver: (isLowerHalf: boolean) => boolean;
}

const VERDICT_WORDS = { for: '', request: 'asked for', against: 'against' } as const;

/** One quote on the board. */
export function BoardCardView(props: BoardCardViewProps) {
  const {
    card,
    people,
    isCurrent,
    isCarried,
    isMovable,
    dropBefore,
    onFocus,
    onOpen,
    onPickUp,
    onPutBack,
    onOver,
  } = props;
  const { quote, verdict } = card;
  const time = quote.startMs === null ? '' : formatCallTime(quote.startMs);
  const words = VERDICT_WORDS[verdict];
  return (
    <>
      {dropBefore ? <DropHere isInList /> : null}
      <li
        tabIndex={isCurrent ? 0 : -1}
        data-current={isCurrent}
        className={classNames(styles.card, styles[verdict], isCarried && styles.carried)}
        draggable={isMovable}
        onFocus={onFocus}
        onDoubleClick={onOpen}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', quote.text);
          onPickUp();
        }}
        onDragEnd={onPutBack}
        onDragOver={(event) => {
          const { top, height } = event.currentTarget.getBoundingClientRect();
          if (!onOver(event.clientY > top + height / 2)) return;
          event.preventDefault();
          // The column would take it for its own.
          event.stopPropagation();
        }}
        aria-label={[quote.participant, time, words, quote.text].filter((part) => part !== '').join(', ')}
      >
        <p className={styles.quote}>“{quote.text}”</p>
        <p className={styles.source}>
          <b>{quote.participant}</b> {time}
          <RoomMark
            people={people
              .filter((person) => person.role !== 'observer')
              .map(({ id, name, role }) => ({ name, role, isPresent: quote.inRoom.includes(id) }))}
          />
          {words === '' ? null : <span className={styles.verdict}>{words}</span>}
        </p>
      </li>
    </>
  );
}
