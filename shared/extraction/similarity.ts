// How alike statements are, pair by pair. Only pairs of different interviews carry information: neighbours in one
// interview are alike whatever they say, so tables are standardised over the other pairs and added.
import { at } from './at.ts';
import { ranked } from './ranked.ts';

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
  // In double precision once, instead of at each of some hundred million products: this is by far the longest loop.
  const rows = new Float64Array(size * width);
  vectors.forEach((vector, i) => {
    rows.set(vector, i * width);
  });
  const values = new Float32Array(size * size);
  // Two rows by four: every number that is read serves several products, and their sums do not wait for each other.
  let i = 0;
  for (; i + 1 < size; i += 2) {
    let j = i + 2;
    for (; j + 3 < size; j += 4) multiplyBlock(rows, width, values, size, i, j);
    for (; j < size; j++) {
      setPair(values, size, i, j, product(rows, width, i, j));
      setPair(values, size, i + 1, j, product(rows, width, i + 1, j));
    }
    setPair(values, size, i, i + 1, product(rows, width, i, i + 1));
  }
  return { size, values, interviews };
}

/** The products of rows i and i + 1 with rows j to j + 3, each summed in the order of its dimensions. */
function multiplyBlock(
  rows: Float64Array,
  width: number,
  values: Float32Array,
  size: number,
  i: number,
  j: number,
): void {
  const upper = i * width;
  const lower = upper + width;
  const first = j * width;
  const second = first + width;
  const third = second + width;
  const fourth = third + width;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let k = 0; k < width; k++) {
    const one = rows[upper + k] ?? 0;
    const other = rows[lower + k] ?? 0;
    const x = rows[first + k] ?? 0;
    a += one * x;
    b += other * x;
    const y = rows[second + k] ?? 0;
    c += one * y;
    d += other * y;
    const z = rows[third + k] ?? 0;
    e += one * z;
    f += other * z;
    const w = rows[fourth + k] ?? 0;
    g += one * w;
    h += other * w;
  }
  setPair(values, size, i, j, a);
  setPair(values, size, i + 1, j, b);
  setPair(values, size, i, j + 1, c);
  setPair(values, size, i + 1, j + 1, d);
  setPair(values, size, i, j + 2, e);
  setPair(values, size, i + 1, j + 2, f);
  setPair(values, size, i, j + 3, g);
  setPair(values, size, i + 1, j + 3, h);
}

function product(rows: Float64Array, width: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (rows[i * width + k] ?? 0) * (rows[j * width + k] ?? 0);
  return sum;
}

function setPair(values: Float32Array, size: number, i: number, j: number, value: number): void {
  values[i * size + j] = value;
  values[j * size + i] = value;
}

/** The same for sparse unit vectors, by way of those that share an entry; the diagonal is 0. */
export function sparseTable(
  vectors: readonly ReadonlyMap<number, number>[],
  interviews: Int32Array,
): PairTable {
  const size = vectors.length;
  const values = new Float32Array(size * size);
  const holders = new Map<number, { readonly at: number[]; readonly weights: number[] }>();
  for (let i = 0; i < size; i++) {
    for (const [term, weight] of at(vectors, i)) {
      let list = holders.get(term);
      if (list === undefined) {
        list = { at: [], weights: [] };
        holders.set(term, list);
      }
      list.at.push(i);
      list.weights.push(weight);
    }
  }
  for (const list of holders.values()) {
    const places = Int32Array.from(list.at);
    const weights = Float64Array.from(list.weights);
    for (let a = 0; a < places.length; a++) {
      const row = (places[a] ?? 0) * size;
      const weight = weights[a] ?? 0;
      for (let b = a + 1; b < places.length; b++) {
        const entry = row + (places[b] ?? 0);
        values[entry] = (values[entry] ?? 0) + weight * (weights[b] ?? 0);
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
  const { size, values } = table;
  const others = firstOthers(table);
  let sum = 0;
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < size; i++) {
    for (let k = i * size + (others[i] ?? size); k < (i + 1) * size; k++) {
      const value = values[k] ?? 0;
      sum += value;
      squares += value * value;
      pairs++;
    }
  }
  if (pairs === 0) return table;
  const mean = sum / pairs;
  const deviation = Math.sqrt(squares / pairs - mean * mean) || 1;
  const scaled = new Float32Array(values.length);
  for (let k = 0; k < values.length; k++) scaled[k] = ((values[k] ?? 0) - mean) / deviation;
  return { ...table, values: scaled };
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
  const places = Int32Array.from(chosen);
  const values = new Float32Array(size * size);
  for (let a = 0; a < size; a++) {
    const row = (places[a] ?? 0) * table.size;
    for (let b = 0; b < size; b++) values[a * size + b] = table.values[row + (places[b] ?? 0)] ?? 0;
  }
  return { size, values, interviews: Int32Array.from(chosen, (i) => table.interviews[i] ?? 0) };
}

/** Similarities below which the given shares of the cross-interview pairs lie; infinite when there is no such pair. */
export function crossQuantiles(table: PairTable, shares: readonly number[]): number[] {
  const { size, values } = table;
  const others = firstOthers(table);
  const found = new Float32Array((size * (size - 1)) / 2);
  let pairs = 0;
  for (let i = 0; i < size; i++) {
    const row = values.subarray(i * size + (others[i] ?? size), (i + 1) * size);
    found.set(row, pairs);
    pairs += row.length;
  }
  if (pairs === 0) return shares.map(() => Number.POSITIVE_INFINITY);
  return ranked(
    found.subarray(0, pairs),
    shares.map((share) => Math.floor(share * (pairs - 1))),
  );
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

/** For each statement the first one of a later interview; those of one interview stand in a row. */
function firstOthers({ size, interviews }: PairTable): Int32Array {
  const others = new Int32Array(size).fill(size);
  for (let i = size - 2; i >= 0; i--)
    others[i] = interviews[i] === interviews[i + 1] ? (others[i + 1] ?? size) : i + 1;
  return others;
}
