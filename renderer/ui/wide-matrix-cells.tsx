import { memo } from 'react';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import { CellMark, isEmptyCell } from './matrix-cell.tsx';
import type { MatrixColumn } from './matrix-columns.ts';
import { cellSentence, type MatrixCell, type MatrixNeed, type MatrixPerson } from './matrix-model.ts';

export interface WideMatrixCellsProps {
  readonly need: MatrixNeed;
  readonly row: number;
  readonly people: readonly MatrixPerson[];
  readonly columns: readonly MatrixColumn[];
  /** The columns that are drawn here; end exclusive. */
  readonly from: number;
  readonly to: number;
  /** The current cell's column when it is one of these. */
  readonly currentColumn: number | null;
}

/** Some neighbouring cells of one need. Scrolling sideways draws only those that come into view. */
export const WideMatrixCells = memo(function WideMatrixCells(props: WideMatrixCellsProps) {
  const { need, row, people, columns, from, to, currentColumn } = props;
  return columns.slice(from, to).map((column, index) => {
    const cell = need.cells[column.first];
    if (cell === undefined) return null;
    const isPerson = column.kind === 'person';
    const isCurrent = from + index === currentColumn;
    const voiced = isPerson ? 0 : voicedIn(need, column);
    // Cells where nothing was said are the many: their head names them, and they say no more until they are current.
    const isSilent = isPerson && isEmptyCell(cell) && !isCurrent;
    return (
      // biome-ignore lint/a11y/useSemanticElements: cells of a table are laid out anew with each that comes into view
      <div
        key={column.first}
        role="gridcell"
        aria-colindex={from + index + 4}
        aria-label={
          isSilent ? undefined : sentence(isPerson, people[column.first]?.name ?? '', cell, column, voiced)
        }
        className={isPerson ? styles.wideCell : classNames(styles.wideCell, styles.folded)}
        data-place={isCurrent ? `${row} ${from + index}` : undefined}
        tabIndex={isCurrent ? 0 : -1}
      >
        {content(isPerson, cell, voiced)}
      </div>
    );
  });
});

function sentence(
  isPerson: boolean,
  name: string,
  cell: MatrixCell,
  { segment, size }: MatrixColumn,
  voiced: number,
): string {
  return isPerson ? cellSentence(name, cell) : `${segment || 'No segment'}, ${voiced} of ${size} people`;
}

function content(isPerson: boolean, cell: MatrixCell, voiced: number) {
  if (!isPerson) return voiced || '';
  return isEmptyCell(cell) ? null : <CellMark cell={cell} />;
}

function voicedIn({ cells }: MatrixNeed, { first, end }: MatrixColumn): number {
  return cells.slice(first, end).filter((cell) => cell.quotes > 0).length;
}
