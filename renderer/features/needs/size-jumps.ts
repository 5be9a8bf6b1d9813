// Where a long ranked list can be jumped to: the first need of each size. Pure.
import type { Need } from '../../../shared/needs/need.ts';

export interface SizeJump {
  /** “20+”, “weaker” */
  readonly label: string;
  /** What a button that says only that much is read as. */
  readonly name: string;
  readonly row: number;
}

const SIZES = [20, 10, 5, 3] as const;

/** In the order of the list; a size that nobody has is left out. The first `recurring` needs have a rank. */
export function sizeJumps(needs: readonly Pick<Need, 'people'>[], recurring: number): SizeJump[] {
  let above = Number.POSITIVE_INFINITY;
  const jumps = SIZES.flatMap((size): SizeJump[] => {
    const below = above;
    above = size;
    const row = needs.findIndex(({ people }, at) => at < recurring && people >= size && people < below);
    return row < 0 ? [] : [{ label: `${size}+`, name: `Go to needs of ${size} people or more`, row }];
  });
  const weaker = { label: 'weaker', name: 'Go to weaker signals', row: recurring };
  return recurring < needs.length ? [...jumps, weaker] : jumps;
}
