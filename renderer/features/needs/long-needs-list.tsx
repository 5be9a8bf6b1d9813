// The ranked list of many needs: one line each, and only those in view are drawn. Each line has its place from the start, so
// that what comes into view moves and measures nothing else.
import { Pin } from 'lucide-react';
import { memo, useEffect } from 'react';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { rankReason } from '../../../shared/needs/rank-reason.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ListKeys, ListRowProps } from '../../ui/list-keys.ts';
import { PeopleStrip } from '../../ui/people-strip.tsx';
import { askedForText } from './asked-for-text.ts';
import styles from './long-needs-list.module.css';
import type { Rows } from './rows-in-view.tsx';
import { SegmentCounts } from './segment-counts.tsx';
import { useRowWindow } from './use-row-window.ts';

export interface NeedsListProps {
  /** In rank, recurring ones first. */
  readonly needs: readonly Need[];
  /** How many of them are recurring. */
  readonly recurring: number;
  readonly peopleForRecurring: number;
  readonly current: number;
  readonly keys: ListKeys;
  readonly segmentOf: (participantId: string) => string;
  readonly onOpen: (need: Need) => void;
  /** A long list tells which of its rows are in view. */
  readonly onView: (rows: Rows) => void;
}

const ROW_PX = 36;
/** A strip of more people is wider than its column. */
const STRIP_PEOPLE = 60;

export function LongNeedsList(props: NeedsListProps) {
  const { needs, recurring, peopleForRecurring, keys, current, segmentOf, onOpen, onView } = props;
  const { scrollerRef, onScroll, from, to, first, last } = useRowWindow(needs.length, ROW_PX, current);
  useEffect(() => onView({ first, last }), [onView, first, last]);
  const people = needs[0]?.stances.length ?? 0;
  const bySegment = people > STRIP_PEOPLE ? ', by segment' : '';
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: a table is laid out anew with each row that comes into view
    <div
      role="table"
      className={styles.list}
      aria-label="Needs by people"
      aria-rowcount={needs.length + 1}
      aria-colcount={6}
    >
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the rows below take the focus */}
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <span role="columnheader">
            <span className="visually-hidden">Rank</span>
          </span>
          <span role="columnheader">Need</span>
          <span role="columnheader">Asked for</span>
          <span role="columnheader">{`${people} people${bySegment}`}</span>
          <span role="columnheader">People</span>
          <span role="columnheader">New to you</span>
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
      <div
        ref={scrollerRef}
        role="presentation"
        className={styles.scroller}
        onScroll={onScroll}
        data-scrolls="list"
      >
        <div
          ref={keys.listRef}
          role="rowgroup"
          className={styles.rows}
          style={{ height: needs.length * ROW_PX }}
        >
          {needs.slice(from, to).map((need, index) => (
            <NeedLine
              key={need.id}
              {...keys.rowProps(from + index)}
              need={need}
              index={from + index}
              isWeak={from + index >= recurring}
              reason={rankReason(needs, from + index, peopleForRecurring)}
              segmentOf={segmentOf}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}

interface NeedLineProps extends ListRowProps, Pick<NeedsListProps, 'segmentOf' | 'onOpen'> {
  readonly need: Need;
  readonly index: number;
  readonly isWeak: boolean;
  readonly reason: string;
}

/** Drawn again only when something of the need changes, however much is scrolled. */
const NeedLine = memo(function NeedLine(props: NeedLineProps) {
  const { need, index, isWeak, reason, segmentOf, onOpen, ...row } = props;
  const open = () => onOpen(need);
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: a table is laid out anew with each row that comes into view
    <div
      {...row}
      role="row"
      tabIndex={row.tabIndex}
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: index * ROW_PX }}
      onDoubleClick={open}
    >
      <span role="cell" className={styles.rank} title={reason}>
        {isWeak ? '' : index + 1}
      </span>
      <span role="cell" className={styles.need}>
        <button type="button" tabIndex={-1} className={styles.label} onClick={open}>
          {labelParts(need.label).words}
        </button>
        {need.isRenamed ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
        {need.status === 'suggested' && !isWeak ? (
          <Badge tone="ok" isOutlined>
            Suggested
          </Badge>
        ) : null}
        {isWeak ? <span className={styles.weak}>weaker signal</span> : null}
        {need.isInLastRun ? null : <Badge>Not found in the last run</Badge>}
      </span>
      <span role="cell" className={styles.asked}>
        {askedForText(need).replace(/^asked for(?: by)?:? /, '')}
      </span>
      <span role="cell" className={styles.strip}>
        {need.stances.length > STRIP_PEOPLE ? (
          <SegmentCounts stances={need.stances} segmentOf={segmentOf} />
        ) : (
          <PeopleStrip
            cells={need.stances.map((cell) => cell.stance)}
            names={need.stances.map((cell) => cell.participant)}
          />
        )}
      </span>
      <span role="cell" className={styles.people}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.count}
          onClick={open}
          aria-label={`${need.people} ${need.people === 1 ? 'person' : 'people'}: open their quotes`}
        >
          {need.people}
        </button>
        {need.peopleAgainst > 0 ? <span className={styles.against}>{need.peopleAgainst} against</span> : null}
      </span>
      <span role="cell" className={styles.fresh}>
        {need.newSince.length === 0 ? '' : `+${need.newSince.length}`}
      </span>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
});
