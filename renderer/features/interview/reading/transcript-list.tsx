// The rows of a transcript, of which only those in view exist. It moves, focuses and measures; what a row shows, the
// view above it says.
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { type ItemProps, type ListRange, Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useListKeys } from '../../../ui/list-keys.ts';
import styles from './reading.module.css';
import { type ReadingRow, rowOfTurn } from './reading-rows.ts';

/** A turn to bring into view. A new object goes there anew. */
export interface GoTo {
  readonly turn: number;
  /** The keys move on from there. */
  readonly takesFocus: boolean;
}

export interface TranscriptListProps {
  readonly rows: readonly ReadingRow[];
  /** In CSS px, one for each row. */
  readonly heights: number[];
  /** Another number when rows are folded or opened: heights measured before belong to other rows then. */
  readonly foldingId: number;
  /** The current turn, or null before there is one. */
  readonly current: number | null;
  readonly onCurrent: (turn: number) => void;
  readonly goTo: GoTo | null;
  /** Enter on a row. */
  readonly onOpen: (row: ReadingRow) => void;
  /** Rows in view have changed. */
  readonly onRange: (first: ReadingRow, last: ReadingRow) => void;
  readonly render: (row: ReadingRow, isCurrent: boolean) => ReactNode;
}

export function TranscriptList(props: TranscriptListProps) {
  const { rows, current, onCurrent, goTo } = props;
  const virtuoso = useRef<VirtuosoHandle>(null);
  const box = useRef<HTMLElement>(null);
  const [range, setRange] = useState<ListRange>({ startIndex: 0, endIndex: 0 });
  const went = useRef<GoTo | null>(null);
  const focusTurn = useRef<number | null>(null);
  const topTurn = useRef(0);

  const currentRow = current === null ? null : rowOfTurn(rows, current);
  const keys = useListKeys({
    count: rows.length,
    // Before there is a current turn, the keys begin at what is in view.
    current: currentRow ?? range.startIndex - 1,
    onMove(index) {
      const row = rows[index];
      if (row === undefined) return;
      onCurrent(firstTurn(row));
      virtuoso.current?.scrollIntoView({ index });
    },
    onOpen(index) {
      const row = rows[index];
      if (row !== undefined) props.onOpen(row);
    },
  });

  const latestRows = useRef(rows);
  useEffect(() => {
    latestRows.current = rows;
  });
  useEffect(() => {
    if (goTo === null || went.current === goTo) return;
    went.current = goTo;
    focusTurn.current = goTo.takesFocus ? goTo.turn : null;
    virtuoso.current?.scrollToIndex({ index: rowOfTurn(latestRows.current, goTo.turn), align: 'center' });
  }, [goTo]);

  // The row may be drawn only after the list has scrolled to it, so every render looks once more.
  useEffect(() => {
    if (focusTurn.current === null) return;
    const index = rowOfTurn(rows, focusTurn.current);
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    focusTurn.current = null;
    row.focus({ preventScroll: true });
  });

  const isCurrentInView =
    currentRow !== null && currentRow >= range.startIndex && currentRow <= range.endIndex;
  const stop = isCurrentInView ? currentRow : range.startIndex;
  const isNew = goTo !== null && went.current !== goTo;
  return (
    <section
      className={styles.list}
      aria-label="Transcript"
      ref={(element) => {
        box.current = element;
        keys.listRef(element);
      }}
    >
      <Virtuoso<ReadingRow, ListContext>
        key={props.foldingId}
        ref={virtuoso}
        className={styles.scroller}
        scrollerRef={tellScrollbar}
        // The rows take the focus; a stop of its own would come before them.
        tabIndex={-1}
        data={rows}
        heightEstimates={props.heights}
        increaseViewportBy={200}
        components={components}
        initialTopMostItemIndex={{
          index: rowOfTurn(rows, isNew ? goTo.turn : topTurn.current),
          align: isNew ? 'center' : 'start',
        }}
        context={{
          count: rows.length,
          itemProps: (index) => ({
            ...keys.rowProps(index),
            tabIndex: index === stop ? 0 : -1,
            'aria-current': index === currentRow ? 'true' : undefined,
            onFocus: () => {
              const row = rows[index];
              if (row !== undefined && index !== currentRow) onCurrent(firstTurn(row));
            },
          }),
        }}
        rangeChanged={(next) => {
          setRange(next);
          const first = rows[next.startIndex];
          const last = rows[next.endIndex];
          if (first === undefined || last === undefined) return;
          topTurn.current = firstTurn(first);
          props.onRange(first, last);
        }}
        itemContent={(index, row) => props.render(row, index === currentRow)}
      />
    </section>
  );
}

/** What stands over the rows keeps the scrollbar's place free; only the scroller knows how wide that is. */
function tellScrollbar(scroller: HTMLElement | Window | null): void {
  if (!(scroller instanceof HTMLElement)) return;
  const px = scroller.offsetWidth - scroller.clientWidth;
  scroller.closest<HTMLElement>(`.${styles.transcript}`)?.style.setProperty('--scrollbar', `${px}px`);
}

function firstTurn(row: ReadingRow): number {
  return row.kind === 'turn' ? row.turn : row.from;
}

interface ListContext {
  readonly count: number;
  readonly itemProps: (index: number) => ReturnType<ReturnType<typeof useListKeys>['rowProps']>;
}

interface RowProps extends ItemProps<ReadingRow> {
  readonly context: ListContext;
}

function Row({ item: _, context, ...rest }: RowProps) {
  const index = rest['data-index'];
  return (
    <li {...rest} aria-setsize={context.count} aria-posinset={index + 1} {...context.itemProps(index)} />
  );
}

interface RowsProps {
  readonly context: ListContext;
  readonly ref?: Ref<HTMLUListElement> | undefined;
  readonly children?: ReactNode;
}

function Rows({ context: _, ...rest }: RowsProps) {
  return <ul {...rest} />;
}

const components = { Item: Row, List: Rows };
