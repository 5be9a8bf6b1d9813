// Moving through a list by keys, with one Tab stop. It knows indexes only: what the rows are, and what opening one
// means, belongs to the screen.
import { type RefCallback, useCallback, useEffect, useRef } from 'react';
import { type KeyHandler, useKeys } from './key-bindings.ts';

export interface ListKeysOptions {
  readonly count: number;
  /** The current row; -1 while none is. */
  readonly current: number;
  readonly onMove: (index: number) => void;
  /** Enter on the current row. */
  readonly onOpen?: ((index: number) => void) | undefined;
  /** Space on the current row, to look without leaving the list. */
  readonly onPeek?: ((index: number) => void) | undefined;
  /** X on the current row, and Shift with J or K while moving. */
  readonly onChoose?: ((index: number) => void) | undefined;
  readonly isEnabled?: boolean | undefined;
  readonly scope?: 'screen' | 'dialog' | undefined;
}

export interface ListRowProps {
  readonly ref: RefCallback<HTMLElement>;
  readonly tabIndex: 0 | -1;
  readonly 'aria-current': 'true' | undefined;
  readonly onFocus: () => void;
}

export interface ListKeys {
  /** Spread on the element around the rows: keys count while focus is inside it, or nowhere. */
  readonly listRef: RefCallback<HTMLElement>;
  /** Spread on the row at this index. */
  readonly rowProps: (index: number) => ListRowProps;
}

/** J, K, arrows, Home, End move and focus the row; Enter opens; Space peeks; X chooses. Text fields keep their keys. */
export function useListKeys(options: ListKeysOptions): ListKeys {
  const { count, current, onMove, onOpen, onPeek, onChoose, isEnabled = true, scope = 'screen' } = options;
  const list = useRef<HTMLElement>(null);
  const rows = useRef(new Map<number, HTMLElement>());
  const wantsFocus = useRef(-1);
  const lasting = useRef(new Map<number, Pick<ListRowProps, 'ref' | 'onFocus'>>());
  const latest = useRef({ current, onMove });

  const here =
    (run: () => unknown): KeyHandler =>
    () =>
      count > 0 && isOurs(list.current) ? run() : false;
  const nearby =
    (run: () => unknown): KeyHandler =>
    () =>
      count > 0 && isFree(list.current) ? run() : false;
  const moveTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1);
    wantsFocus.current = next;
    if (next === current) rows.current.get(next)?.focus();
    else onMove(next);
  };
  const extend = (step: 1 | -1) => {
    if (onChoose === undefined) return false;
    onChoose(current);
    moveTo(current + step);
    return undefined;
  };
  const onRow = (act: ((index: number) => void) | undefined) =>
    here(() => (act === undefined || current < 0 ? false : act(current)));

  useKeys(
    {
      j: nearby(() => moveTo(current + 1)),
      k: nearby(() => moveTo(current - 1)),
      ArrowDown: here(() => moveTo(current + 1)),
      ArrowUp: here(() => moveTo(current - 1)),
      Home: here(() => moveTo(0)),
      End: here(() => moveTo(count - 1)),
      Enter: onRow(onOpen),
      Space: onRow(onPeek),
      x: onRow(onChoose),
      'Shift+j': here(() => extend(1)),
      'Shift+k': here(() => extend(-1)),
    },
    { scope, isEnabled },
  );

  // A row of a long list may be drawn only after it became current; its ref takes the focus then.
  useEffect(() => {
    if (wantsFocus.current !== current) return;
    const row = rows.current.get(current);
    if (row === undefined) return;
    wantsFocus.current = -1;
    row.focus();
  });

  const listRef = useCallback<RefCallback<HTMLElement>>((element) => {
    list.current = element;
    element?.setAttribute('data-list-keys', '');
  }, []);
  useEffect(() => {
    latest.current = { current, onMove };
  });
  /** The same functions for as long as the list is there, so that a row is drawn again only when it changes. */
  const lastingProps = (index: number) => {
    const known = lasting.current.get(index) ?? {
      ref: (element: HTMLElement | null) => {
        if (element === null) rows.current.delete(index);
        else rows.current.set(index, element);
      },
      onFocus: () => {
        if (index !== latest.current.current) latest.current.onMove(index);
      },
    };
    lasting.current.set(index, known);
    return known;
  };
  const rowProps = (index: number): ListRowProps => ({
    ...lastingProps(index),
    // Without a current row the first one is the way in.
    tabIndex: index === (current < 0 ? 0 : current) ? 0 : -1,
    'aria-current': index === current ? 'true' : undefined,
  });
  return { listRef, rowProps };
}

/** Arrows and Enter are for this list when focus is in it, or on nothing in particular around it. */
function isOurs(list: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (list === null) return false;
  return focused === null || list.contains(focused) || focused.contains(list);
}

/** J and K also count from anywhere else on the screen, unless another list has the focus. */
function isFree(list: HTMLElement | null): boolean {
  const other = document.activeElement?.closest('[data-list-keys]') ?? null;
  return list !== null && (other === null || other === list || other.contains(list));
}
