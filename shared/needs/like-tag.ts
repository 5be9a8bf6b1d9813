// “Find more like this”: what is close in meaning to the places that carry a tag, and carries it not. Plain arithmetic
// on vectors; where they come from is not its business.

export interface LikeCandidate {
  readonly key: string;
  readonly vector: Float32Array;
}

/** With fewer tagged places there is nothing to be like. */
export const FEWEST_PLACES = 5;
const MOST_FOUND = 20;

/**
 * Keys of candidates that are at least as close to the tagged places as a quarter of these are to each other, the
 * nearest first. Vectors are compared after the mean of all is taken off, since everything said in a study is alike.
 * @param places vectors of what carries the tag and of its definition
 */
export function likeTag(places: readonly Float32Array[], candidates: readonly LikeCandidate[]): string[] {
  const mean = meanOf([...places, ...candidates.map(({ vector }) => vector)]);
  const centred = places.map((place) => unit(minus(place, mean)));
  const sum = sumOf(centred);
  const own = centred.map((place) => dot(place, unit(minus(sum, place)))).sort((a, b) => a - b);
  const least = own[Math.floor(own.length / 4)] ?? 1;
  const centre = unit(sum);
  return candidates
    .map(({ key, vector }) => ({ key, likeness: dot(unit(minus(vector, mean)), centre) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_FOUND)
    .map(({ key }) => key);
}

function sumOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (const [i, value] of vector.entries()) sum[i] = (sum[i] ?? 0) + value;
  }
  return sum;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  return sumOf(vectors).map((value) => value / (vectors.length || 1));
}

function minus(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
