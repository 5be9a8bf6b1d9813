// The ranked list: recurring needs by people, weaker signals below and never hidden, dismissed ones behind a line.
import { Pin } from 'lucide-react';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ListKeys } from '../../ui/list-keys.ts';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import table from '../../ui/table.module.css';
import { askedForText } from './asked-for-text.ts';
import styles from './needs.module.css';

export interface NeedsListProps {
  /** In rank, recurring ones first. */
  readonly needs: readonly Need[];
  /** How many of them are recurring. */
  readonly recurring: number;
  readonly peopleForRecurring: number;
  readonly keys: ListKeys;
  readonly onOpen: (need: Need) => void;
}

export function NeedsList({ needs, recurring, peopleForRecurring, keys, onOpen }: NeedsListProps) {
  return (
    <table className={table.table} aria-label="Needs by people">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Need</th>
          <th scope="col">Who</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody ref={keys.listRef}>
        {needs.map((need, index) => (
          <NeedRows
            key={need.id}
            need={need}
            index={index}
            isFirstWeak={index === recurring && recurring < needs.length}
            isWeak={index >= recurring}
            peopleForRecurring={peopleForRecurring}
            keys={keys}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

interface NeedRowsProps {
  readonly need: Need;
  readonly index: number;
  readonly isFirstWeak: boolean;
  readonly isWeak: boolean;
  readonly peopleForRecurring: number;
  readonly keys: ListKeys;
  readonly onOpen: (need: Need) => void;
}

function NeedRows({ need, index, isFirstWeak, isWeak, peopleForRecurring, keys, onOpen }: NeedRowsProps) {
  return (
    <>
      {isFirstWeak ? (
        <tr className={table.group}>
          <td colSpan={4}>
            <b>Weaker signals</b> {peopleForRecurring === 2 ? 'One person.' : 'One or two people.'} They move
            up by themselves when someone else says it.
          </td>
        </tr>
      ) : null}
      <tr
        {...keys.rowProps(index)}
        className={`${table.row} ${isWeak ? '' : table.tall} ${styles.row}`}
        onDoubleClick={() => onOpen(need)}
      >
        <td className={styles.rank}>{isWeak ? '' : index + 1}</td>
        <td>
          <span className={styles.head}>
            <button type="button" tabIndex={-1} className={styles.label} onClick={() => onOpen(need)}>
              {labelParts(need.label).words}
            </button>
            {need.isRenamed ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
            {need.status === 'suggested' && !isWeak ? (
              <Badge tone="ok" isOutlined>
                Suggested
              </Badge>
            ) : null}
            {need.isInLastRun ? null : <Badge>Not found in the last run</Badge>}
          </span>
          {isWeak ? null : <span className={styles.second}>{askedForText(need)}</span>}
        </td>
        <td className={styles.strip}>
          <PeopleStrip
            cells={need.stances.map((cell) => cell.stance)}
            names={need.stances.map((cell) => cell.participant)}
          />
        </td>
        <td className={styles.people}>
          <b>{need.people}</b>
          {isWeak ? null : <span className={table.second}>of {need.stances.length} people</span>}
        </td>
      </tr>
    </>
  );
}

