import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import type { MatrixCell } from './matrix-model.ts';

/** Nothing was said: the cell's own background draws the dot, so that a thousand empty cells are a thousand elements. */
export function isEmptyCell({ quotes, against, isPending }: MatrixCell): boolean {
  return quotes === 0 && against === 0 && !isPending;
}

/** One person's quotes for one need: fuller the more there are, with the cut corner where they speak against it. */
export function CellMark({ cell }: { readonly cell: MatrixCell }) {
  if (cell.isPending) return <span className={classNames(styles.mark, styles.pending)} aria-hidden="true" />;
  const isAgainst = cell.quotes === 0;
  const strength = isAgainst
    ? styles.against
    : cell.quotes >= 3
      ? styles.many
      : cell.quotes === 2
        ? styles.some
        : styles.one;
  return (
    <span className={classNames(styles.mark, strength)} aria-hidden="true">
      {isAgainst ? cell.against : cell.quotes}
      {!isAgainst && cell.against > 0 ? <span className={styles.also} /> : null}
    </span>
  );
}
