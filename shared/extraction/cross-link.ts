// X-average link: average linkage in which pairs of one interview never count. Ordinary linkage would put an interview's
// own neighbouring statements together first, and tell what was said in a row instead of what people share.
import { at } from './at.ts';
import type { PairTable } from './similarity.ts';

/**
 * Merges the most alike pair of groups while the mean of their cross-interview similarities is at least `cut`.
 * Returns every group, single statements included, members ascending, groups in the order of their first member.
 */
export function crossLink(table: PairTable, cut: number): number[][] {
  return at(crossLinkAtCuts(table, [cut]), 0);
}

/** The same for several cuts, parallel to them, in one go: what a lower cut merges begins with what a higher one does. */
export function crossLinkAtCuts(table: PairTable, cuts: readonly number[]): number[][][] {
  const linkage = createLinkage(table);
  const found: number[][][] = cuts.map(() => []);
  const open = [...cuts.entries()].sort(([, a], [, b]) => b - a);
  for (const [place, cut] of open) {
    for (;;) {
      const pair = linkage.closest();
      if (pair === null || pair.mean < cut) break;
      linkage.merge(pair.first, pair.second);
    }
    found[place] = linkage.groups();
  }
  return found;
}

interface Linkage {
  closest(): { readonly first: number; readonly second: number; readonly mean: number } | null;
  merge(first: number, second: number): void;
  groups(): number[][];
}

/** Keeps, for every group, its nearest other group: a merge then costs one pass instead of a search over all pairs. */
function createLinkage({ size, values, interviews }: PairTable): Linkage {
  const sums = new Float64Array(size * size);
  const pairs = new Int32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (interviews[i] === interviews[j]) continue;
      sums[i * size + j] = values[i * size + j] ?? 0;
      pairs[i * size + j] = 1;
    }
  }
  const isAlive = new Uint8Array(size).fill(1);
  const members = Array.from({ length: size }, (_, i) => [i]);
  const nearest = new Int32Array(size).fill(-1);
  const nearestMean = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);

  function meanOf(a: number, b: number): number {
    const count = pairs[a * size + b] ?? 0;
    return count === 0 ? Number.NEGATIVE_INFINITY : (sums[a * size + b] ?? 0) / count;
  }

  function findNearest(a: number): void {
    let best = -1;
    let bestMean = Number.NEGATIVE_INFINITY;
    for (let b = 0; b < size; b++) {
      if (isAlive[b] === 0 || b === a) continue;
      const mean = meanOf(a, b);
      if (mean > bestMean) {
        bestMean = mean;
        best = b;
      }
    }
    nearest[a] = best;
    nearestMean[a] = bestMean;
  }

  function addUp(a: number, b: number): void {
    for (let k = 0; k < size; k++) {
      if (isAlive[k] === 0 || k === a || k === b) continue;
      const sum = (sums[a * size + k] ?? 0) + (sums[b * size + k] ?? 0);
      const count = (pairs[a * size + k] ?? 0) + (pairs[b * size + k] ?? 0);
      sums[a * size + k] = sum;
      sums[k * size + a] = sum;
      pairs[a * size + k] = count;
      pairs[k * size + a] = count;
    }
  }

  for (let i = 0; i < size; i++) findNearest(i);
  return {
    closest() {
      let first = -1;
      let mean = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < size; i++) {
        const own = nearestMean[i] ?? Number.NEGATIVE_INFINITY;
        if (isAlive[i] === 1 && own > mean) {
          mean = own;
          first = i;
        }
      }
      return first < 0 ? null : { first, second: nearest[first] ?? -1, mean };
    },
    merge(first, second) {
      addUp(first, second);
      isAlive[second] = 0;
      at(members, first).push(...at(members, second));
      findNearest(first);
      for (let k = 0; k < size; k++) {
        if (isAlive[k] === 0 || k === first) continue;
        if (nearest[k] === first || nearest[k] === second) {
          findNearest(k);
          continue;
        }
        const mean = meanOf(k, first);
        if (mean > (nearestMean[k] ?? 0)) {
          nearestMean[k] = mean;
          nearest[k] = first;
        }
      }
    },
    groups() {
      return members
        .filter((_, i) => isAlive[i] === 1)
        .map((group) => [...group].sort((a, b) => a - b))
        .sort((a, b) => at(a, 0) - at(b, 0));
    },
  };
}
