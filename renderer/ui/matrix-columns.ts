// The columns of a wide matrix: a person each, or one for a segment that is folded. Pure.
import type { MatrixSegment } from './matrix-model.ts';

export interface MatrixColumn {
  readonly kind: 'person' | 'folded';
  readonly segment: string;
  /** People of the segment. */
  readonly size: number;
  /** The people it shows, by their places; end exclusive. */
  readonly first: number;
  readonly end: number;
  readonly isStart: boolean;
}

export function matrixColumns(
  segments: readonly MatrixSegment[],
  folded: ReadonlySet<string>,
): MatrixColumn[] {
  let at = 0;
  return segments.flatMap(({ name, people }): MatrixColumn[] => {
    const first = at;
    at += people;
    const shared = { segment: name, size: people };
    if (folded.has(name)) return [{ ...shared, kind: 'folded', first, end: at, isStart: true }];
    return Array.from({ length: people }, (_, index) => ({
      ...shared,
      kind: 'person',
      first: first + index,
      end: first + index + 1,
      isStart: index === 0,
    }));
  });
}

export function startsOf(columns: readonly MatrixColumn[]): number[] {
  return columns.flatMap((column, index) => (column.isStart ? [index] : []));
}
