import { Pin } from 'lucide-react';
import { memo } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './matrix.module.css';
import { CellMark, isEmptyCell } from './matrix-cell.tsx';
import type { MatrixColumn } from './matrix-columns.ts';
import { cellSentence, type MatrixCell, type MatrixNeed, type MatrixPerson } from './matrix-model.ts';

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
  const cellProps = (column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: column === currentColumn ? 0 : -1,
  });
  return (
    <tr aria-rowindex={row + 3} className={currentColumn === null ? undefined : styles.current}>
      <td className={styles.rank} title={need.reason}>
        {need.rank ?? ''}
      </td>
      <th scope="row" className={styles.need} {...cellProps(-1)}>
        <span className={styles.label}>{need.label}</span>
        {need.isPinned ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
      </th>
      <td className={styles.people}>
        <b>{need.people}</b>
        {need.against > 0 ? <span className={styles.againstText}>{need.against} against</span> : null}
      </td>
      <td className={styles.spacer} />
      {columns.slice(fromColumn, toColumn).map((column, index) => {
        const cell = need.cells[column.first];
        if (cell === undefined) return null;
        const isPerson = column.kind === 'person';
        const voiced = isPerson ? 0 : voicedIn(need, column);
        return (
          <td
            key={column.first}
            aria-colindex={fromColumn + index + 4}
            aria-label={
              isPerson
                ? cellSentence(people[column.first]?.name ?? '', cell)
                : `${column.segment || 'No segment'}, ${voiced} of ${column.size} people`
            }
            className={classNames(
              styles.cell,
              column.isStart && styles.segmentStart,
              !isPerson && styles.folded,
              isPerson && isEmptyCell(cell) && styles.empty,
            )}
            {...cellProps(fromColumn + index)}
          >
            {content(isPerson, cell, voiced)}
          </td>
        );
      })}
      <td className={styles.spacer} />
    </tr>
  );
});

function content(isPerson: boolean, cell: MatrixCell, voiced: number) {
  if (!isPerson) return voiced || '';
  return isEmptyCell(cell) ? null : <CellMark cell={cell} />;
}

function voicedIn({ cells }: MatrixNeed, { first, end }: MatrixColumn): number {
  return cells.slice(first, end).filter((cell) => cell.quotes > 0).length;
}
