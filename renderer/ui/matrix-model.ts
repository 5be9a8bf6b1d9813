// What a matrix of needs and people shows, and how keys move in it. Pure; it knows no component.
import type { RoomMarkProps } from './role-mark.tsx';

export interface MatrixPerson {
  readonly id: string;
  readonly name: string;
  readonly room: RoomMarkProps['people'];
}

export interface MatrixCell {
  /** Quotes of this person. */
  readonly quotes: number;
  readonly against: number;
  /** Not computed yet. */
  readonly isPending: boolean;
}

export interface MatrixNeed {
  readonly id: string;
  readonly label: string;
  /** A second line, where there is room for one. */
  readonly second: string;
  /** Null for a weaker signal, which has no rank. */
  readonly rank: number | null;
  /** Why it stands there. */
  readonly reason: string;
  readonly people: number;
  readonly against: number;
  readonly isPinned: boolean;
  readonly isSuggested: boolean;
  /** One for each person, in their order. */
  readonly cells: readonly MatrixCell[];
}

/** Neighbouring people who have something in common. */
export interface MatrixSegment {
  readonly name: string;
  readonly people: number;
}

/** A place in the matrix; column -1 is the need itself. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

export interface MatrixSize {
  readonly rows: number;
  readonly columns: number;
  /** The columns at which segments begin, ascending, the first one 0. */
  readonly segmentStarts: readonly number[];
  /** Needs that fit on the screen. */
  readonly page: number;
}

/** Where a key leads from a place; null for a key that moves nothing. Nothing leads out of the matrix. */
export function movedInMatrix(
  { row, column }: MatrixPlace,
  key: string,
  isShift: boolean,
  size: MatrixSize,
): MatrixPlace | null {
  const to = (nextRow: number, nextColumn: number): MatrixPlace => ({
    row: Math.min(Math.max(nextRow, 0), size.rows - 1),
    column: Math.min(Math.max(nextColumn, -1), size.columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, isShift ? nextStart(size, column) : column + 1);
    case 'ArrowLeft':
      return to(row, isShift ? previousStart(size, column) : column - 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, size.columns - 1);
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(row - size.page, column);
    default:
      return null;
  }
}

/** “Juniper, 1 quote”, “Cedar, against, 1 quote”. */
export function cellSentence(name: string, { quotes, against, isPending }: MatrixCell): string {
  if (isPending) return `${name}, not counted yet`;
  const parts = [
    ...(quotes > 0 ? [counted(quotes)] : []),
    ...(against > 0 ? [`against, ${counted(against)}`] : []),
  ];
  return parts.length === 0 ? `${name}, nothing` : `${name}, ${parts.join(', ')}`;
}

function counted(quotes: number): string {
  return `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`;
}

function nextStart({ segmentStarts, columns }: MatrixSize, column: number): number {
  return segmentStarts.find((start) => start > column) ?? columns - 1;
}

function previousStart({ segmentStarts }: MatrixSize, column: number): number {
  return segmentStarts.findLast((start) => start < column) ?? 0;
}
