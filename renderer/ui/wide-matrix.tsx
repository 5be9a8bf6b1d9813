// The matrix for many people and many needs: of both only what is in view is drawn, the first columns and the heads stay.
// It knows counts and names only; what opening a cell means belongs to the screen.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import { type MatrixColumn, matrixColumns, startsOf } from './matrix-columns.ts';
import type { MatrixNeed, MatrixPerson, MatrixPlace, MatrixSegment } from './matrix-model.ts';
import { useMatrixFocus } from './use-matrix-focus.ts';
import { COLUMN_PX, ROW_PX, STICKY_LEFT_PX, useMatrixWindow } from './use-matrix-window.ts';
import { WideMatrixHead } from './wide-matrix-head.tsx';
import { WideMatrixRow } from './wide-matrix-row.tsx';
import { PeoplePerSegment, WideMatrixWay } from './wide-matrix-way.tsx';

export interface WideMatrixProps {
  /** In the order of their segments. */
  readonly people: readonly MatrixPerson[];
  readonly segments: readonly MatrixSegment[];
  readonly needs: readonly MatrixNeed[];
  readonly place: MatrixPlace;
  readonly onMove: (place: MatrixPlace) => void;
  readonly onOpen: (place: MatrixPlace) => void;
}

/** From thirteen people on. Columns of `place` are people, also while a segment is folded. */
export function WideMatrix({ people, segments, needs, place, onMove, onOpen }: WideMatrixProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => matrixColumns(segments, folded), [segments, folded]);
  const at = Math.max(
    -1,
    columns.findIndex((column) => column.first <= place.column && place.column < column.end),
  );
  const view = useMatrixWindow({ rows: needs.length, columns: columns.length, row: place.row, column: at });
  const placeOf = (row: number, column: number): MatrixPlace => ({
    row,
    column: columns[column]?.first ?? -1,
  });
  const starts = useMemo(() => startsOf(columns), [columns]);
  const size = { rows: needs.length, columns: columns.length, segmentStarts: starts, page: view.page };
  const { tableRef, handlers } = useMatrixFocus({
    place: { row: place.row, column: at },
    size,
    onMove: (next) => onMove(placeOf(next.row, next.column)),
    onOpen: (next) => onOpen(placeOf(next.row, next.column)),
  });
  useAnnouncedSegment(segments, columns[at]);
  const fold = (name: string) => {
    const next = new Set(folded);
    if (!next.delete(name)) next.add(name);
    setFolded(next);
  };
  const shown = columns.slice(view.fromColumn, view.toColumn);
  return (
    <div className={styles.frame}>
      <div ref={view.scrollerRef} className={styles.scroller} onScroll={view.onScroll} data-scrolls="matrix">
        <table
          ref={tableRef}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is the grid of the ARIA pattern; its cells take the focus
          role="grid"
          className={classNames(styles.matrix, styles.wide)}
          // Widths that are all known: else every cell would be measured with each row that comes into view.
          style={{ width: STICKY_LEFT_PX + columns.length * COLUMN_PX }}
          aria-label="Needs and people"
          aria-rowcount={needs.length + 2}
          aria-colcount={columns.length + 3}
          {...handlers}
        >
          <colgroup>
            <col style={{ width: 44 }} />
            <col style={{ width: 300 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: view.fromColumn * COLUMN_PX }} />
            {shown.map((column) => (
              <col key={column.first} style={{ width: COLUMN_PX }} />
            ))}
            <col style={{ width: (columns.length - view.toColumn) * COLUMN_PX }} />
          </colgroup>
          <thead>
            <tr className={styles.segments}>
              <th scope="col" colSpan={3} rowSpan={2} className={styles.corner}>
                <WideMatrixWay people={people} segments={segments} part={view.part} onGo={view.goTo} />
              </th>
              <td className={styles.spacer} />
              {segmentHeads(shown).map(({ column, span }) => (
                <th key={column.segment} scope="colgroup" colSpan={span} className={styles.segmentHead}>
                  <button
                    type="button"
                    tabIndex={-1}
                    className={styles.fold}
                    aria-expanded={column.kind === 'person'}
                    onClick={() => fold(column.segment)}
                  >
                    {column.segment || 'No segment'} {column.size}
                  </button>
                </th>
              ))}
              <td className={styles.spacer} />
            </tr>
            <tr className={styles.names}>
              <td className={styles.spacer} />
              {shown.map((column, index) => (
                <WideMatrixHead
                  key={column.first}
                  column={column}
                  index={view.fromColumn + index}
                  person={column.kind === 'person' ? people[column.first] : undefined}
                  isCurrent={view.fromColumn + index === at}
                />
              ))}
              <td className={styles.spacer} />
            </tr>
          </thead>
          <tbody>
            <tr>
              <td colSpan={3} className={styles.spacer} style={{ height: view.fromRow * ROW_PX }} />
            </tr>
            {needs.slice(view.fromRow, view.toRow).map((need, index) => (
              <WideMatrixRow
                key={need.id}
                need={need}
                row={view.fromRow + index}
                people={people}
                columns={columns}
                fromColumn={view.fromColumn}
                toColumn={view.toColumn}
                currentColumn={view.fromRow + index === place.row ? at : null}
              />
            ))}
            <tr>
              <td
                colSpan={3}
                className={styles.spacer}
                style={{ height: (needs.length - view.toRow) * ROW_PX }}
              />
            </tr>
          </tbody>
        </table>
      </div>
      <PeoplePerSegment need={needs[place.row]} segments={segments} people={people.length} />
    </div>
  );
}

/** The heads of the segments of these columns, with how many of the columns are theirs. */
function segmentHeads(shown: readonly MatrixColumn[]) {
  const heads: { column: MatrixColumn; span: number }[] = [];
  for (const column of shown) {
    const last = heads.at(-1);
    if (last?.column.segment === column.segment) last.span += 1;
    else heads.push({ column, span: 1 });
  }
  return heads;
}

/** “Hotels, 6 people”, when the current cell is in another segment than before. */
function useAnnouncedSegment(segments: readonly MatrixSegment[], column: MatrixColumn | undefined): void {
  const announce = useAnnounce();
  const name = column?.segment;
  const before = useRef(name);
  useEffect(() => {
    if (name === before.current || name === undefined) return;
    before.current = name;
    const segment = segments.find((one) => one.name === name);
    if (segment !== undefined) announce(`${name || 'No segment'}, ${segment.people} people`);
  }, [announce, name, segments]);
}
