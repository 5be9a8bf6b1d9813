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

export interface MatrixFocus {
  readonly tableRef: RefObject<HTMLTableElement | null>;
  /** On the table: cells have no handlers of their own, since there may be thousands. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
  };
}

/** Cells carry `data-place="row column"`. */
export function useMatrixFocus({ place, size, onMove, onOpen }: MatrixFocusOptions): MatrixFocus {
  const tableRef = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = tableRef.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`);
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });
  const handlers: MatrixFocus['handlers'] = {
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

/** The place of the cell that an element is in, or null. */
function placeOf(target: EventTarget): MatrixPlace | null {
  const cell = target instanceof Element ? target.closest('[data-place]') : null;
  const [row, column] = cell?.getAttribute('data-place')?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
