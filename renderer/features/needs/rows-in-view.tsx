// Which rows of a long list are in view, told while it scrolls to the one place that says so: nothing else is drawn anew.
import { useState, useSyncExternalStore } from 'react';

export interface RowsInView {
  readonly tell: (rows: Rows) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly rows: () => Rows;
}

/** The first and the last row that is wholly in view, counted from 1. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

export function useRowsInView(): RowsInView {
  return useState(createRowsInView)[0];
}

/** “1 to 18 of 60” */
export function RowsInViewText({ of, all }: { readonly of: RowsInView; readonly all: number }) {
  const { first, last } = useSyncExternalStore(of.subscribe, of.rows);
  return <span>{`${Math.min(first, all)} to ${Math.min(last, all)} of ${all}`}</span>;
}

function createRowsInView(): RowsInView {
  let rows: Rows = { first: 1, last: 1 };
  const listeners = new Set<() => void>();
  return {
    tell(next) {
      if (next.first === rows.first && next.last === rows.last) return;
      rows = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: () => rows,
  };
}
