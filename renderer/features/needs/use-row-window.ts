// Which rows of a long list are drawn: those in view and some around them. All rows are of one height.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Drawn beyond the view on each side. */
const AROUND = 6;
/** What a window of 800 px shows, until the real one has been measured. */
const USUAL_ROWS = 20;

export interface RowWindow {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly from: number;
  readonly to: number;
  /** The first and the last row that is wholly in view, counted from 1. */
  readonly first: number;
  readonly last: number;
}

/** Keeps the row `current` in view. */
export function useRowWindow(count: number, rowPx: number, current: number): RowWindow {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, rows: USUAL_ROWS, last: USUAL_ROWS });
  const measure = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null || scroller.clientHeight === 0) return;
    // One row at a time: several at once would be too much for one frame.
    const first = Math.floor(scroller.scrollTop / rowPx);
    const rows = Math.ceil(scroller.clientHeight / rowPx) + 1;
    const last = Math.floor((scroller.scrollTop + scroller.clientHeight) / rowPx);
    setSeen((was) =>
      was.first === first && was.rows === rows && was.last === last ? was : { first, rows, last },
    );
  }, [rowPx]);
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller !== null && scroller.clientHeight > 0 && current >= 0) {
      const start = current * rowPx;
      const { scrollTop, clientHeight } = scroller;
      if (start < scrollTop) scroller.scrollTop = start;
      else if (start + rowPx > scrollTop + clientHeight) scroller.scrollTop = start + rowPx - clientHeight;
    }
    measure();
  }, [current, rowPx, measure]);
  return {
    scrollerRef,
    onScroll: measure,
    from: Math.max(0, seen.first - AROUND),
    to: Math.min(count, seen.first + seen.rows + AROUND),
    first: seen.first + 1,
    last: seen.last,
  };
}
