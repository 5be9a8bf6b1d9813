// How alike statements are, pair by pair. Only pairs of different interviews carry information: neighbours in one
// interview are alike whatever they say, so tables are standardised over the other pairs and added.
import { at } from './at.ts';

/** A symmetric table over statements in the order of their interviews; entry (i, j) stands at i * size + j. */
export interface PairTable {
  readonly size: number;
  readonly values: Float32Array;
  /** Index of each statement's interview, ascending. */
  readonly interviews: Int32Array;
}

/** Cosines of unit vectors; the diagonal is 0. */
export function cosineTable(vectors: readonly Float32Array[], interviews: Int32Array): PairTable {
  const size = vectors.length;
  const width = vectors[0]?.length ?? 0;
  // One array of one kind: this is by far the longest loop of the pipeline, about 100 million products.
  const rows = new Float32Array(size * width);
  vectors.forEach((vector, i) => {
    rows.set(vector, i * width);
  });
  const values = new Float32Array(size * size);
  const set = (i: number, j: number, value: number): void => {
    values[i * size + j] = value;
    values[j * size + i] = value;
  };
  for (let i = 0; i < size; i++) {
    let j = i + 1;
    // Four at a time: each number of row i is read once for four products, and their sums do not wait for each other.
    for (; j + 3 < size; j += 4) {
      const from = i * width;
      const first = j * width;
      const second = first + width;
      const third = second + width;
      const fourth = third + width;
      let a = 0;
      let b = 0;
      let c = 0;
      let e = 0;
      for (let d = 0; d < width; d++) {
        const value = rows[from + d] ?? 0;
        a += value * (rows[first + d] ?? 0);
        b += value * (rows[second + d] ?? 0);
        c += value * (rows[third + d] ?? 0);
        e += value * (rows[fourth + d] ?? 0);
      }
      set(i, j, a);
      set(i, j + 1, b);
      set(i, j + 2, c);
      set(i, j + 3, e);
    }
    for (; j < size; j++) {
      let sum = 0;
      for (let d = 0; d < width; d++) sum += (rows[i * width + d] ?? 0) * (rows[j * width + d] ?? 0);
      set(i, j, sum);
    }
  }
  return { size, values, interviews };
}

/** The same for sparse unit vectors, by way of those that share an entry; the diagonal is 0. */
export function sparseTable(
  vectors: readonly ReadonlyMap<number, number>[],
  interviews: Int32Array,
): PairTable {
  const size = vectors.length;
  const values = new Float32Array(size * size);
  const holders = new Map<number, [number, number][]>();
  vectors.forEach((vector, i) => {
    for (const [term, weight] of vector) {
      const list = holders.get(term);
      if (list) list.push([i, weight]);
      else holders.set(term, [[i, weight]]);
    }
  });
  for (const list of holders.values()) {
    for (const [a, [i, weight]] of list.entries()) {
      for (const [j, other] of list.slice(a + 1)) {
        values[i * size + j] = (values[i * size + j] ?? 0) + weight * other;
      }
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) values[j * size + i] = values[i * size + j] ?? 0;
  }
  return { size, values, interviews };
}

/** z-scores over the pairs of different interviews, so that tables of different kinds can be added. */
export function standardise(table: PairTable): PairTable {
  let sum = 0;
  let squares = 0;
  let pairs = 0;
  forEachCrossPair(table, (value) => {
    sum += value;
    squares += value * value;
    pairs++;
  });
  if (pairs === 0) return table;
  const mean = sum / pairs;
  const deviation = Math.sqrt(squares / pairs - mean * mean) || 1;
  return { ...table, values: table.values.map((value) => (value - mean) / deviation) };
}

/** Weighted sum of tables over the same statements. */
export function addTables(
  parts: readonly { readonly weight: number; readonly table: PairTable }[],
): PairTable {
  const first = at(parts, 0).table;
  const values = new Float32Array(first.values.length);
  for (const { weight, table } of parts) {
    for (let k = 0; k < values.length; k++) values[k] = (values[k] ?? 0) + weight * (table.values[k] ?? 0);
  }
  return { ...first, values };
}

/** The table of some of its statements, in the order of `chosen`. */
export function subTable(table: PairTable, chosen: readonly number[]): PairTable {
  const size = chosen.length;
  const values = new Float32Array(size * size);
  chosen.forEach((from, a) => {
    chosen.forEach((to, b) => {
      values[a * size + b] = table.values[from * table.size + to] ?? 0;
    });
  });
  return { size, values, interviews: Int32Array.from(chosen, (i) => table.interviews[i] ?? 0) };
}

/** Similarities below which the given shares of the cross-interview pairs lie; infinite when there is no such pair. */
export function crossQuantiles(table: PairTable, shares: readonly number[]): number[] {
  const found = new Float32Array((table.size * (table.size - 1)) / 2);
  let pairs = 0;
  forEachCrossPair(table, (value) => {
    found[pairs++] = value;
  });
  const sorted = found.subarray(0, pairs).sort();
  return shares.map((share) => sorted[Math.floor(share * (pairs - 1))] ?? Number.POSITIVE_INFINITY);
}

/** The two members of different interviews that are most alike, the earliest pair of equals; null without such a pair. */
export function closestPair(table: PairTable, group: readonly number[]): readonly [number, number] | null {
  let closest: readonly [number, number] | null = null;
  let best = Number.NEGATIVE_INFINITY;
  for (const [a, i] of group.entries()) {
    for (const j of group.slice(a + 1)) {
      const value = table.values[i * table.size + j] ?? 0;
      if (table.interviews[i] === table.interviews[j] || value <= best) continue;
      best = value;
      closest = [i, j];
    }
  }
  return closest;
}

function forEachCrossPair({ size, values, interviews }: PairTable, visit: (value: number) => void): void {
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      if (interviews[i] !== interviews[j]) visit(values[i * size + j] ?? 0);
    }
  }
}
