// In a study too large for one table, most statements are compared with each other for nothing: the strongest ones make the
// groups, and every other one is given to the group it is like. The cost grows with the statements, not with their square;
// a study that fits into one table has no rest and is grouped exactly as before.
import { dot } from './vectors.ts';

/** What of a statement is compared. */
export interface Comparable {
  readonly exchange: Float32Array;
  readonly statement: Float32Array;
}

export interface AssignOptions {
  /** What everything that was said has in common; taken out before comparing. */
  readonly means: { readonly exchange: Float64Array; readonly statement: Float64Array };
  readonly wExchange: number;
  readonly wStatement: number;
  /** Called now and then; may wait, and may throw to stop. */
  readonly pause: () => Promise<void>;
}

/** A statement joins a group when it is as like its middle as half of its own members are: rather left out than wrong. */
const AS_LIKE_AS = 0.5;
/** And clearly liker than to the next group, or it belongs to neither. */
const CLEARLY = 0.02;
const STATEMENTS_BETWEEN_PAUSES = 500;

/** For each of `rest` the index of its group, or -1. */
export async function assignRest(
  rest: readonly Comparable[],
  groups: readonly (readonly Comparable[])[],
  options: AssignOptions,
): Promise<Int32Array> {
  const owners = new Int32Array(rest.length).fill(-1);
  if (rest.length === 0 || groups.length === 0) return owners;
  const compare = createComparison(groups, options);
  const levels = groups.map((members, g) => {
    const likenesses = members.map((member) => compare(member)[g] ?? 0).sort((a, b) => a - b);
    return likenesses[Math.floor(likenesses.length * AS_LIKE_AS)] ?? Number.POSITIVE_INFINITY;
  });
  for (const [at, statement] of rest.entries()) {
    if (at % STATEMENTS_BETWEEN_PAUSES === 0) await options.pause();
    const likenesses = compare(statement);
    let best = -1;
    let bestLikeness = Number.NEGATIVE_INFINITY;
    let next = Number.NEGATIVE_INFINITY;
    for (let g = 0; g < groups.length; g++) {
      const like = likenesses[g] ?? 0;
      if (like > bestLikeness) {
        next = bestLikeness;
        bestLikeness = like;
        best = g;
      } else if (like > next) next = like;
    }
    if (bestLikeness >= (levels[best] ?? Number.POSITIVE_INFINITY) && bestLikeness - next >= CLEARLY)
      owners[at] = best;
  }
  return owners;
}

/**
 * How like a statement is to the middle of each group: the weighted mean over exchange and statement. This is done for
 * every statement of a large study, so nothing is made anew for it: what comes back holds until the next call.
 */
function createComparison(
  groups: readonly (readonly Comparable[])[],
  { means, wExchange, wStatement }: AssignOptions,
): (said: Comparable) => Float64Array {
  const width = means.exchange.length;
  const own = new Float64Array(width + means.statement.length);
  const load = ({ exchange, statement }: Comparable): void => {
    centreInto(own, 0, exchange, means.exchange);
    centreInto(own, width, statement, means.statement);
  };
  const weights = wExchange + wStatement || 1;
  const rows = new Float64Array(own.length * Math.ceil(groups.length / ROWS_AT_ONCE) * ROWS_AT_ONCE);
  for (const [g, members] of groups.entries()) {
    const row = rows.subarray(g * own.length, (g + 1) * own.length);
    for (const member of members) {
      load(member);
      for (let d = 0; d < own.length; d++) row[d] = (row[d] ?? 0) + (own[d] ?? 0);
    }
    toLength(row.subarray(0, width), wExchange / weights);
    toLength(row.subarray(width), wStatement / weights);
  }
  const likenesses = new Float64Array(rows.length / own.length || 0);
  return (said) => {
    load(said);
    for (let g = 0; g < likenesses.length; g += ROWS_AT_ONCE) multiplyRows(rows, own, g, likenesses);
    return likenesses;
  };
}

/** As `multiplyRows` does them: what was loaded of the statement serves four groups. */
const ROWS_AT_ONCE = 4;

function multiplyRows(rows: Float64Array, own: Float64Array, g: number, likenesses: Float64Array): void {
  const width = own.length;
  const first = g * width;
  const second = first + width;
  const third = second + width;
  const fourth = third + width;
  let a = 0;
  let b = 0;
  let c = 0;
  let e = 0;
  for (let d = 0; d < width; d++) {
    const value = own[d] ?? 0;
    a += value * (rows[first + d] ?? 0);
    b += value * (rows[second + d] ?? 0);
    c += value * (rows[third + d] ?? 0);
    e += value * (rows[fourth + d] ?? 0);
  }
  likenesses[g] = a;
  likenesses[g + 1] = b;
  likenesses[g + 2] = c;
  likenesses[g + 3] = e;
}

/** Writes the vector without the mean, at length 1. */
function centreInto(into: Float64Array, from: number, vector: Float32Array, mean: Float64Array): void {
  let squares = 0;
  for (let d = 0; d < mean.length; d++) {
    const value = (vector[d] ?? 0) - (mean[d] ?? 0);
    into[from + d] = value;
    squares += value * value;
  }
  scale(into.subarray(from, from + mean.length), 1 / (Math.sqrt(squares) || 1));
}

function toLength(vector: Float64Array, length: number): void {
  scale(vector, length / (Math.sqrt(dot(vector, vector)) || 1));
}

function scale(vector: Float64Array, by: number): void {
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) * by;
}
