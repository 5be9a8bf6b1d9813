import { memo } from 'react';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixPerson } from './matrix-model.ts';
import { RoomMark } from './role-mark.tsx';

export interface WideMatrixHeadProps {
  readonly column: MatrixColumn;
  /** Its place among all columns. */
  readonly index: number;
  /** Left out for a segment that is folded. */
  readonly person: MatrixPerson | undefined;
  readonly isCurrent: boolean;
}

/** The name over a column, turned upright. */
export const WideMatrixHead = memo(function WideMatrixHead(props: WideMatrixHeadProps) {
  const { column, index, person, isCurrent } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells below take the focus
    // biome-ignore lint/a11y/useSemanticElements: heads of a table are laid out anew with each that comes into view
    <div
      role="columnheader"
      aria-colindex={index + 4}
      className={classNames(
        styles.upright,
        isCurrent && styles.strong,
        column.isStart && styles.segmentStart,
      )}
    >
      <span>{column.kind === 'person' ? person?.name : 'folded'}</span>
      {column.kind === 'person' ? <RoomMark people={person?.room ?? []} /> : null}
    </div>
  );
});
