import { Pin } from 'lucide-react';
import { memo } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './matrix.module.css';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixNeed, MatrixPerson } from './matrix-model.ts';
import { MatrixPeople } from './matrix-people.tsx';
import { COLUMN_PX, ROW_PX, STEP } from './use-matrix-window.ts';
import { WideMatrixCells } from './wide-matrix-cells.tsx';

export interface WideMatrixRowProps {
  readonly need: MatrixNeed;
  readonly row: number;
  readonly people: readonly MatrixPerson[];
  readonly columns: readonly MatrixColumn[];
  readonly fromColumn: number;
  readonly toColumn: number;
  /** Null for every row but the current one. */
  readonly currentColumn: number | null;
  /** Ids of what the row begins with, which is drawn beside it. */
  readonly headIds: string;
}

/** The cells of one need in a wide matrix; drawn again only when some of them come into view or go out of it. */
export const WideMatrixRow = memo(function WideMatrixRow(props: WideMatrixRowProps) {
  const { need, row, people, columns, fromColumn, toColumn, currentColumn, headIds } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table are laid out anew with each that comes into view
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={row + 3}
      aria-owns={headIds}
      className={classNames(styles.wideRow, currentColumn !== null && styles.current)}
      style={{ top: row * ROW_PX, paddingLeft: fromColumn * COLUMN_PX }}
    >
      {chunksOf(fromColumn, toColumn, row).map(({ from, to }) => (
        <WideMatrixCells
          key={to}
          need={need}
          row={row}
          people={people}
          columns={columns}
          from={from}
          to={to}
          currentColumn={
            currentColumn !== null && from <= currentColumn && currentColumn < to ? currentColumn : null
          }
        />
      ))}
    </div>
  );
});

/** Rank, need and people of one row, which stay while the people scroll. */
export const WideMatrixRowHead = memo(function WideMatrixRowHead(props: {
  readonly need: MatrixNeed;
  readonly row: number;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly ids: string;
}) {
  const { need, row, isCurrent, isTabStop, ids } = props;
  const [rankId, needId, peopleId] = ids.split(' ');
  return (
    <div
      className={classNames(styles.rowHead, isCurrent && styles.current)}
      style={{ top: row * ROW_PX }}
      role="presentation"
    >
      {/* biome-ignore-start lint/a11y/useSemanticElements: as the cells beside them */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the need takes the focus, the numbers beside it do not */}
      <span id={rankId} role="gridcell" aria-colindex={1} className={styles.rank} title={need.reason}>
        {need.rank ?? ''}
      </span>
      <span
        id={needId}
        role="rowheader"
        aria-colindex={2}
        className={styles.need}
        data-place={`${row} -1`}
        tabIndex={isTabStop ? 0 : -1}
      >
        <span className={styles.label}>{need.label}</span>
        {need.isPinned ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
        {need.isSuggested && need.rank !== null ? <span className={styles.suggested}>Suggested</span> : null}
      </span>
      <span id={peopleId} role="gridcell" aria-colindex={3} className={styles.people}>
        <MatrixPeople row={row} people={need.people} />
        {need.against > 0 ? <span className={styles.againstText}>{need.against} against</span> : null}
      </span>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
    </div>
  );
});

/** The columns in steps that begin at another column in each row, cut only where the people end. */
function chunksOf(fromColumn: number, toColumn: number, row: number) {
  const chunks: { from: number; to: number }[] = [];
  const phase = row % STEP;
  for (let from = fromColumn; from < toColumn; ) {
    const to = Math.min(toColumn, (Math.floor((from - phase) / STEP) + 1) * STEP + phase);
    chunks.push({ from, to });
    from = to;
  }
  return chunks;
}
