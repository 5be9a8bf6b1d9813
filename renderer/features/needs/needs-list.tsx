// The ranked list: recurring needs by people, weaker signals below and never hidden, dismissed ones behind a line.
import { Pin } from 'lucide-react';
import { memo } from 'react';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { rankReason } from '../../../shared/needs/rank-reason.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ListKeys, ListRowProps } from '../../ui/list-keys.ts';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import table from '../../ui/table.module.css';
import { askedForText } from './asked-for-text.ts';
import { LongNeedsList, type NeedsListProps } from './long-needs-list.tsx';
import styles from './needs.module.css';
import { SegmentCounts } from './segment-counts.tsx';

/** More than these are shown one line each. */
export const LONG_FROM = 40;
/** A strip of more people is wider than its column. */
const STRIP_PEOPLE = 60;

export function NeedsList(props: NeedsListProps) {
  return props.needs.length < LONG_FROM ? <ShortList {...props} /> : <LongNeedsList {...props} />;
}

function ShortList(props: NeedsListProps) {
  return (
    <NeedsTable rows={props.needs.length} listRef={props.keys.listRef}>
      {props.needs.map((need, index) => (
        <NeedRows
          key={need.id}
          {...rowOf(props, index)}
          need={need}
          index={index}
          isTall={index < props.recurring}
        />
      ))}
    </NeedsTable>
  );
}

/** What a row is drawn from, each by itself, so that one that did not change is known by it. */
function rowOf(
  { needs, recurring, peopleForRecurring, segmentOf, onOpen, keys }: NeedsListProps,
  index: number,
) {
  return { needs, recurring, peopleForRecurring, segmentOf, onOpen, ...keys.rowProps(index) };
}

function NeedsTable(props: {
  readonly rows: number;
  readonly listRef: ListKeys['listRef'];
  readonly children: React.ReactNode;
}) {
  return (
    <table className={table.table} aria-label="Needs by people" aria-rowcount={props.rows + 1}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Need</th>
          <th scope="col">Who</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody ref={props.listRef}>{props.children}</tbody>
    </table>
  );
}

interface NeedRowsProps
  extends ListRowProps,
    Pick<NeedsListProps, 'needs' | 'recurring' | 'peopleForRecurring' | 'segmentOf' | 'onOpen'> {
  readonly need: Need;
  readonly index: number;
  readonly isTall: boolean;
}

/** Drawn again only when something of the need changes, however much is scrolled. */
const NeedRows = memo(function NeedRows(props: NeedRowsProps) {
  const { need, needs, index, recurring, isTall, peopleForRecurring, segmentOf, onOpen, ...row } = props;
  const isWeak = index >= recurring;
  return (
    <>
      {index === recurring ? (
        <tr className={table.group}>
          <td colSpan={4}>
            <b>Weaker signals</b> {weakerText(peopleForRecurring)} They move up by themselves when someone
            else says it.
          </td>
        </tr>
      ) : null}
      <tr
        {...row}
        aria-rowindex={index + 2}
        className={`${table.row} ${isTall ? table.tall : ''} ${styles.row}`}
        onDoubleClick={() => onOpen(need)}
      >
        <td className={styles.rank} title={rankReason(needs, index, peopleForRecurring)}>
          {isWeak ? '' : index + 1}
        </td>
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
            {need.newSince.length === 0 ? null : <Badge>{need.newSince.length} new</Badge>}
            {need.isInLastRun ? null : <Badge>Not found in the last run</Badge>}
          </span>
          {isTall ? <span className={styles.second}>{askedForText(need)}</span> : null}
        </td>
        <td className={styles.strip}>
          {need.stances.length > STRIP_PEOPLE ? (
            <SegmentCounts stances={need.stances} segmentOf={segmentOf} />
          ) : (
            <PeopleStrip
              cells={need.stances.map((cell) => cell.stance)}
              names={need.stances.map((cell) => cell.participant)}
            />
          )}
        </td>
        <td className={styles.people}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.count}
            onClick={() => onOpen(need)}
            aria-label={`${need.people} ${need.people === 1 ? 'person' : 'people'}: open their quotes`}
          >
            {need.people}
          </button>
          {isTall ? <span className={table.second}>{peopleText(need)}</span> : null}
        </td>
      </tr>
    </>
  );
});

/** “One or two people.” */
export function weakerText(peopleForRecurring: number): string {
  return peopleForRecurring === 2 ? 'One person.' : 'One or two people.';
}

function peopleText(need: Need): string {
  return need.peopleAgainst > 0 ? `${need.peopleAgainst} against` : `of ${need.stances.length} people`;
}
