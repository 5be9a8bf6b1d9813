// One Tab stop in a matrix: the current cell. Moving by keys takes the focus along, also to a cell that is drawn only then.
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { type MatrixPlace, type MatrixSize, movedInMatrix } from './matrix-model.ts';

export interface MatrixFocusOptions {
  readonly place: MatrixPlace;
  readonly size: MatrixSize;
  readonly onMove: (place: MatrixPlace) => void;
  readonly onOpen: (place: MatrixPlace) => void;
}

export interface MatrixFocus<E extends HTMLElement> {
  readonly tableRef: RefObject<E | null>;
  /** On the table: cells have no handlers of their own, since there may be thousands. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
  };
}

/** The current cell carries `data-place="row column"`; the others that, or their place in the grid as ARIA counts it. */
export function useMatrixFocus<E extends HTMLElement>({
  place,
  size,
  onMove,
  onOpen,
}: MatrixFocusOptions): MatrixFocus<E> {
  const tableRef = useRef<E>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = tableRef.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`);
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });
  const handlers: MatrixFocus<E>['handlers'] = {
    onFocus({ target }) {
      const at = placeOf(target);
      if (at !== null && (at.row !== place.row || at.column !== place.column)) onMove(at);
    },
    onClick({ target }) {
      const at = placeOf(target);
      if (at !== null) onOpen(at);
    },
    onKeyDown(event) {
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing;
      if (isOther || event.target instanceof HTMLButtonElement) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        onOpen(place);
        return;
      }
      const next = movedInMatrix(place, event.key, event.shiftKey, size);
      if (next === null) return;
      event.preventDefault();
      wantsFocus.current = true;
      onMove(next);
    },
  };
  return { tableRef, handlers };
}

/** Below two rows of heads; beside rank, need and people. */
const FIRST_ROW = 3;
const FIRST_PERSON = 4;

/** The place of the cell that an element is in, or that it leads to; null for any other. */
function placeOf(target: EventTarget): MatrixPlace | null {
  const cell =
    target instanceof Element ? target.closest('[data-place], [data-opens], [aria-colindex]') : null;
  const place = cell?.getAttribute('data-place') ?? cell?.getAttribute('data-opens');
  const [row, column] = place?.split(' ').map(Number) ?? [];
  if (row !== undefined && column !== undefined) return { row, column };
  const rowIndex = Number(cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 0);
  const columnIndex = Number(cell?.getAttribute('aria-colindex') ?? 0);
  return rowIndex < FIRST_ROW || columnIndex < FIRST_PERSON
    ? null
    : { row: rowIndex - FIRST_ROW, column: columnIndex - FIRST_PERSON };
}
