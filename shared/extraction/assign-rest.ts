// In a study too large for one table, most statements are compared with each other for nothing: the strongest ones make the
// groups, and every other one is given to the group it is like. The cost grows with the statements, not with their square;
// a study that fits into one table has no rest and is grouped exactly as before.
import { addInto, dot, unit } from './vectors.ts';

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
  const middles = groups.map((members) => middleOf(members, options));
  const levels = groups.map((members, g) => {
    const likenesses = members
      .map((member) => likeness(centredBoth(member, options), middles[g], options))
      .sort((a, b) => a - b);
    return likenesses[Math.floor(likenesses.length * AS_LIKE_AS)] ?? Number.POSITIVE_INFINITY;
  });
  for (const [at, raw] of rest.entries()) {
    if (at % STATEMENTS_BETWEEN_PAUSES === 0) await options.pause();
    const statement = centredBoth(raw, options);
    let best = -1;
    let bestLikeness = Number.NEGATIVE_INFINITY;
    let next = Number.NEGATIVE_INFINITY;
    for (const [g, middle] of middles.entries()) {
      const like = likeness(statement, middle, options);
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

interface Middle {
  readonly exchange: Float32Array;
  readonly statement: Float32Array;
}

function middleOf(members: readonly Comparable[], { means }: AssignOptions): Middle {
  const sumOf = (vectors: readonly Float32Array[], mean: Float64Array) => {
    const sum = new Float64Array(mean.length);
    for (const vector of vectors) addInto(sum, centred(vector, mean));
    return unit(Float32Array.from(sum));
  };
  return {
    exchange: sumOf(
      members.map(({ exchange }) => exchange),
      means.exchange,
    ),
    statement: sumOf(
      members.map(({ statement }) => statement),
      means.statement,
    ),
  };
}

function likeness(one: Comparable, middle: Middle | undefined, options: AssignOptions): number {
  if (middle === undefined) return Number.NEGATIVE_INFINITY;
  const { wExchange, wStatement } = options;
  const sum =
    wExchange * dot(one.exchange, middle.exchange) + wStatement * dot(one.statement, middle.statement);
  return sum / (wExchange + wStatement || 1);
}

function centredBoth({ exchange, statement }: Comparable, { means }: AssignOptions): Comparable {
  return { exchange: centred(exchange, means.exchange), statement: centred(statement, means.statement) };
}

function centred(vector: Float32Array, mean: Float64Array): Float32Array {
  return unit(vector.map((value, d) => value - (mean[d] ?? 0)));
}
