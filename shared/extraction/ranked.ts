// Values by their rank without sorting: a table has half a million pairs, and three of their ranks are asked for.

/** The upper 16 of 32 bits tell which values are near, the lower 16 which is the one. */
const HALF = 0x10000;

/**
 * For each of `ranks` (from 0) the value that would stand there if `values` were sorted ascending. Every rank must be one of
 * the values'.
 */
export function ranked(values: Float32Array, ranks: readonly number[]): number[] {
  const keys = sortingKeys(values);
  const counts = new Uint32Array(HALF);
  for (let k = 0; k < keys.length; k++) countUp(counts, (keys[k] ?? 0) >>> 16);
  return ranks.map((rank) => {
    const upper = place(counts, rank);
    const within = new Uint32Array(HALF);
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k] ?? 0;
      if (key >>> 16 === upper.at) countUp(within, key & 0xffff);
    }
    const lower = place(within, upper.left);
    return floatOf(((upper.at << 16) | lower.at) >>> 0);
  });
}

function countUp(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Where the counts reach the rank, and how many more of that place are needed. */
function place(counts: Uint32Array, rank: number): { readonly at: number; readonly left: number } {
  let left = rank;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (left < count) return { at, left };
    left -= count;
  }
  throw new RangeError(`no value has rank ${rank}`);
}

/** The bits of a float in the order of floats: those below zero are stored by size, so they are turned over. */
function sortingKeys(values: Float32Array): Uint32Array {
  const keys = new Uint32Array(values.slice().buffer);
  for (let k = 0; k < keys.length; k++) {
    const bits = keys[k] ?? 0;
    keys[k] = bits >>> 31 === 1 ? ~bits : bits | 0x80000000;
  }
  return keys;
}

function floatOf(key: number): number {
  const bits = key >>> 31 === 1 ? key & 0x7fffffff : ~key;
  return new Float32Array(Uint32Array.of(bits).buffer)[0] ?? 0;
}
