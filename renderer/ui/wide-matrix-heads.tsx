import styles from './matrix.module.css';
import type { MatrixColumn } from './matrix-columns.ts';
import type { MatrixPerson, MatrixSegment } from './matrix-model.ts';
import { COLUMN_PX } from './use-matrix-window.ts';
import { WideMatrixHead } from './wide-matrix-head.tsx';
import { WideMatrixWay } from './wide-matrix-way.tsx';

export interface WideMatrixHeadsProps {
  readonly people: readonly MatrixPerson[];
  readonly segments: readonly MatrixSegment[];
  /** The columns that are drawn, the first of them at `from`. */
  readonly shown: readonly MatrixColumn[];
  readonly from: number;
  readonly current: number;
  readonly part: { readonly from: number; readonly to: number };
  readonly onGo: (middle: number) => void;
  readonly onFold: (segment: string) => void;
}

/** What stays above the rows: the way through the people, their segments, and their names. */
export function WideMatrixHeads(props: WideMatrixHeadsProps) {
  const { people, segments, shown, from, current, part, onGo, onFold } = props;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: heads of a table are laid out anew with each that comes into view
    // biome-ignore-start lint/a11y/useFocusableInteractive: the cells below take the focus, and the buttons in here
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.segments}>
        <div role="columnheader" aria-colindex={1} aria-colspan={3} className={styles.corner}>
          <WideMatrixWay
            people={people.length}
            segments={segments}
            from={part.from}
            to={part.to}
            onGo={onGo}
          />
        </div>
        <div className={styles.headCells}>
          {segmentHeads(shown).map(({ column, at, span }) => (
            <div
              key={column.segment}
              role="columnheader"
              aria-colindex={from + at + 4}
              aria-colspan={span}
              className={styles.segmentHead}
              style={{ left: (from + at) * COLUMN_PX, width: span * COLUMN_PX }}
            >
              <button
                type="button"
                tabIndex={-1}
                className={styles.fold}
                aria-expanded={column.kind === 'person'}
                onClick={() => onFold(column.segment)}
              >
                {column.segment || 'No segment'} {column.size}
              </button>
            </div>
          ))}
        </div>
      </div>
      <div role="row" aria-rowindex={2} className={styles.names} style={{ paddingLeft: from * COLUMN_PX }}>
        {shown.map((column, index) => (
          <WideMatrixHead
            key={column.first}
            column={column}
            index={from + index}
            person={column.kind === 'person' ? people[column.first] : undefined}
            isCurrent={from + index === current}
          />
        ))}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}

/** The heads of the segments of these columns: where each begins among them, and how many of them are its. */
function segmentHeads(shown: readonly MatrixColumn[]) {
  const heads: { column: MatrixColumn; at: number; span: number }[] = [];
  for (const [at, column] of shown.entries()) {
    const last = heads.at(-1);
    if (last?.column.segment === column.segment) last.span += 1;
    else heads.push({ column, at, span: 1 });
  }
  return heads;
}
