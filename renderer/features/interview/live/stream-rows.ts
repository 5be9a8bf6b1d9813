// What both ways of drawing the stream share. Types only.
import type { ReactNode, Ref } from 'react';
import type { Note } from '../../../../shared/interviews/interview-document.ts';

/** What both ways of drawing need. */
export interface RowsProps {
  readonly ref: Ref<RowsHandle>;
  readonly notes: readonly Note[];
  readonly row: (index: number) => ReactNode;
  readonly foot: ReactNode;
  readonly onAtEnd: (isAtEnd: boolean) => void;
}

export interface RowsHandle {
  toEnd(): void;
  reveal(index: number): void;
}
