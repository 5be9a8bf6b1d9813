// Which rows and columns of a wide matrix are drawn: those in view and a few around them, so that a small scroll draws
// nothing. Keeps the current cell in view, clear of what sticks.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export const ROW_PX = 33;
export const COLUMN_PX = 28;
/** Rank, need and people; segments and names. */
export const STICKY_LEFT_PX = 432;
export const STICKY_TOP_PX = 112;
/** Rows and columns that are drawn beyond the view on each side. */
const AROUND = 2;
/** So many columns of a row are drawn, and forgotten, at once; each row does it at another column than the next. */
export const STEP = 4;

export interface MatrixWindow {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  /** The columns that a row draws: those, and at most a step more on each side. */
  readonly columnsOf: (row: number) => { readonly from: number; readonly to: number };
  /** Rows that fit into the view. */
  readonly page: number;
  /** The columns in view, from 0 to 1. */
  readonly part: { readonly from: number; readonly to: number };
  /** Brings the middle of this part of the columns into view. */
  readonly goTo: (middle: number) => void;
}

export interface MatrixWindowOptions {
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

interface Seen {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What a window of 1280 by 800 shows, until the real one has been measured. */
const USUAL: Seen = { top: 0, left: 0, width: 632, height: 560 };

export function useMatrixWindow({ rows, columns, row, column }: MatrixWindowOptions): MatrixWindow {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(USUAL);
  const measure = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null || scroller.clientWidth === 0) return;
    const next = seenOf(scroller);
    setSeen((was) => (isSameStep(was, next) ? was : next));
  }, []);

  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [measure]);

  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null || scroller.clientWidth === 0) return;
    const { width, height } = seenOf(scroller);
    scroller.scrollTop = nearestScroll(scroller.scrollTop, row * ROW_PX, ROW_PX, height);
    if (column >= 0)
      scroller.scrollLeft = nearestScroll(scroller.scrollLeft, column * COLUMN_PX, COLUMN_PX, width);
    measure();
  }, [row, column, measure]);

  const range = (start: number, length: number, each: number, count: number) =>
    [
      Math.max(0, Math.floor(start / each) - AROUND),
      Math.min(count, Math.ceil((start + length) / each) + AROUND),
    ] as const;
  const [fromRow, toRow] = range(seen.top, seen.height, ROW_PX, rows);
  const [fromColumn, toColumn] = range(seen.left, seen.width, COLUMN_PX, columns);
  const whole = Math.max(1, columns * COLUMN_PX);
  const goTo = useCallback(
    (middle: number) => {
      const scroller = scrollerRef.current;
      if (scroller !== null) scroller.scrollLeft = middle * whole - seenOf(scroller).width / 2;
    },
    [whole],
  );
  return {
    scrollerRef,
    onScroll: measure,
    fromRow,
    toRow,
    fromColumn,
    toColumn,
    // All rows at once would be too much for one frame: a quarter of them draws four columns while one column passes.
    columnsOf(of) {
      const phase = of % STEP;
      return {
        from: Math.max(0, Math.floor((fromColumn - phase) / STEP) * STEP + phase),
        to: Math.min(columns, Math.ceil((toColumn - phase) / STEP) * STEP + phase),
      };
    },
    page: Math.max(1, Math.floor(seen.height / ROW_PX) - 1),
    part: { from: Math.min(1, seen.left / whole), to: Math.min(1, (seen.left + seen.width) / whole) },
    goTo,
  };
}

function seenOf(scroller: HTMLElement): Seen {
  return {
    top: scroller.scrollTop,
    left: scroller.scrollLeft,
    width: Math.max(COLUMN_PX, scroller.clientWidth - STICKY_LEFT_PX),
    height: Math.max(ROW_PX, scroller.clientHeight - STICKY_TOP_PX),
  };
}

/** Whether the same rows and columns would do for both. */
function isSameStep(a: Seen, b: Seen): boolean {
  const step = (value: number, each: number) => Math.floor(value / each);
  return (
    step(a.top, ROW_PX) === step(b.top, ROW_PX) &&
    step(a.left, COLUMN_PX) === step(b.left, COLUMN_PX) &&
    a.width === b.width &&
    a.height === b.height
  );
}

/** The least scroll that shows a cell wholly. */
function nearestScroll(scroll: number, start: number, length: number, view: number): number {
  if (start < scroll) return start;
  return start + length > scroll + view ? start + length - view : scroll;
}
