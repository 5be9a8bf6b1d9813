// Which columns of a wide board are drawn: those in view and one on each side. All columns are of one width.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** As in board.module.css. */
export const COLUMN_PX = 266;
/** What a window of 1280 px shows, until the real one has been measured. */
const USUAL_COLUMNS = 5;

export interface ColumnWindow {
  readonly boardRef: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly from: number;
  readonly to: number;
}

/** Keeps the column `current` in view. */
export function useColumnWindow(count: number, current: number): ColumnWindow {
  const boardRef = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, columns: USUAL_COLUMNS });
  const measure = useCallback(() => {
    const board = boardRef.current;
    if (board === null || board.clientWidth === 0) return;
    const first = Math.floor(board.scrollLeft / COLUMN_PX);
    const columns = Math.ceil(board.clientWidth / COLUMN_PX) + 1;
    setSeen((was) => (was.first === first && was.columns === columns ? was : { first, columns }));
  }, []);
  useLayoutEffect(() => {
    const board = boardRef.current;
    if (board !== null && board.clientWidth > 0 && current >= 0) {
      const start = current * COLUMN_PX;
      const { scrollLeft, clientWidth } = board;
      if (start < scrollLeft) board.scrollLeft = start;
      else if (start + COLUMN_PX > scrollLeft + clientWidth)
        board.scrollLeft = start + COLUMN_PX - clientWidth;
    }
    measure();
  }, [current, measure]);
  const from = Math.max(0, Math.min(seen.first - 1, count));
  return { boardRef, onScroll: measure, from, to: Math.min(count, seen.first + seen.columns + 1) };
}
