import { Pin } from 'lucide-react';
import { memo } from 'react';
import { Icon } from './icon.tsx';
import styles from './matrix.module.css';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixNeed, MatrixPerson } from './matrix-model.ts';
import { STEP } from './use-matrix-window.ts';
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
}

/** One need of a wide matrix; drawn again only when something of it changes, however much is scrolled. */
export const WideMatrixRow = memo(function WideMatrixRow(props: WideMatrixRowProps) {
  const { need, row, people, columns, fromColumn, toColumn, currentColumn } = props;
  return (
    <tr aria-rowindex={row + 3} className={currentColumn === null ? undefined : styles.current}>
      <td className={styles.rank} title={need.reason}>
        {need.rank ?? ''}
      </td>
      <th
        scope="row"
        className={styles.need}
        data-place={`${row} -1`}
        tabIndex={currentColumn === -1 ? 0 : -1}
      >
        <span className={styles.label}>{need.label}</span>
        {need.isPinned ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
      </th>
      <td className={styles.people}>
        <b>{need.people}</b>
        {need.against > 0 ? <span className={styles.againstText}>{need.against} against</span> : null}
      </td>
      <td className={styles.spacer} />
      {chunksOf(fromColumn, toColumn).map(({ from, to }) => (
        <WideMatrixCells
          key={Math.floor(from / STEP)}
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
      <td className={styles.spacer} />
    </tr>
  );
});

/** The columns in steps, cut where the window begins and ends. */
function chunksOf(fromColumn: number, toColumn: number) {
  const chunks: { from: number; to: number }[] = [];
  for (let from = fromColumn; from < toColumn; ) {
    const to = Math.min(toColumn, (Math.floor(from / STEP) + 1) * STEP);
    chunks.push({ from, to });
    from = to;
  }
  return chunks;
}
