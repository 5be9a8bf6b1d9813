// The matrix for many people and many needs: of both only what is in view is drawn, the first columns and the heads stay.
// Every part has its place and size from the start, so that what comes into view moves and measures nothing else. It knows
// counts and names only; what opening a cell means belongs to the screen.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import { type MatrixColumn, matrixColumns, startsOf } from './matrix-columns.ts';
import type { MatrixNeed, MatrixPerson, MatrixPlace, MatrixSegment } from './matrix-model.ts';
import { useMatrixFocus } from './use-matrix-focus.ts';
import { COLUMN_PX, ROW_PX, STICKY_LEFT_PX, STICKY_TOP_PX, useMatrixWindow } from './use-matrix-window.ts';
import { WideMatrixHeads } from './wide-matrix-heads.tsx';
import { WideMatrixRow, WideMatrixRowHead } from './wide-matrix-row.tsx';
import { PeoplePerSegment } from './wide-matrix-way.tsx';

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
  const id = useId();
  const { tableRef, handlers } = useMatrixFocus<HTMLDivElement>({
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
  const rows = needs.slice(view.fromRow, view.toRow).map((need, index) => {
    const row = view.fromRow + index;
    const ids = ['rank', 'need', 'people'].map((part) => `${id}-${row}-${part}`).join(' ');
    return { need, row, ids, current: row === place.row ? at : null };
  });
  return (
    <div className={styles.frame}>
      <div ref={view.scrollerRef} className={styles.scroller} onScroll={view.onScroll} data-scrolls="matrix">
        <div
          ref={tableRef}
          className={classNames(styles.matrix, styles.wide)}
          style={{
            width: STICKY_LEFT_PX + columns.length * COLUMN_PX,
            height: STICKY_TOP_PX + needs.length * ROW_PX,
          }}
          role="presentation"
          {...handlers}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a table is laid out anew with each row and cell that comes into view */}
          <div
            role="grid"
            tabIndex={-1}
            className={styles.grid}
            aria-label="Needs and people"
            aria-rowcount={needs.length + 2}
            aria-colcount={columns.length + 3}
          >
            <WideMatrixHeads
              people={people}
              segments={segments}
              shown={shown}
              from={view.fromColumn}
              current={at}
              part={view.part}
              onGo={view.goTo}
              onFold={fold}
            />
            {/* biome-ignore lint/a11y/useSemanticElements: as the rows in it */}
            <div role="rowgroup" className={styles.cells}>
              {shown.map((column, index) =>
                column.isStart ? (
                  <div
                    key={column.first}
                    aria-hidden="true"
                    className={styles.segmentLine}
                    style={{ left: (view.fromColumn + index) * COLUMN_PX }}
                  />
                ) : null,
              )}
              {rows.map(({ need, row, ids, current }) => {
                const { from, to } = view.columnsOf(row);
                return (
                  <WideMatrixRow
                    key={need.id}
                    need={need}
                    row={row}
                    people={people}
                    columns={columns}
                    fromColumn={from}
                    toColumn={to}
                    currentColumn={current}
                    headIds={ids}
                  />
                );
              })}
            </div>
          </div>
          <div className={styles.rowHeads}>
            {rows.map(({ need, row, ids, current }) => (
              <WideMatrixRowHead
                key={need.id}
                need={need}
                row={row}
                isCurrent={current !== null}
                isTabStop={current === -1}
                ids={ids}
              />
            ))}
          </div>
        </div>
      </div>
      <PeoplePerSegment need={needs[place.row]} segments={segments} people={people.length} />
    </div>
  );
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
