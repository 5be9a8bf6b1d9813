// The order that people gave the evidence of a need by hand, card by card. It says where a piece of evidence stands among
// the others of its need and nothing about whether it belongs there. The rules stand in docs/joint-work.md.

/** A person put `key` right below the first of `below` that is there; where none is, on top. */
export interface HandPlace {
  readonly key: string;
  /** What stood above it when it was put down, the nearest first: where one is gone, the next one tells the place. */
  readonly below: readonly string[];
}

/** So many of those that stood above are kept with a place. */
export const MOST_ABOVE = 50;

/** The places one after the other, laid over the order of a run. What no hand touched keeps its order. */
export function inHandOrder<T>(
  evidence: readonly T[],
  keyOf: (one: T) => string,
  places: readonly HandPlace[],
): T[] {
  const ordered = [...evidence];
  const indexOf = (key: string) => ordered.findIndex((one) => keyOf(one) === key);
  for (const { key, below } of places) {
    const [carried] = indexOf(key) < 0 ? [] : ordered.splice(indexOf(key), 1);
    if (carried === undefined) continue;
    const above = below.find((one) => indexOf(one) >= 0);
    ordered.splice(above === undefined ? 0 : indexOf(above) + 1, 0, carried);
  }
  return ordered;
}

/** Those that an order names, as it names them; it is empty while nobody gave one, and then nothing moves. */
export function inGivenOrder<T>(
  evidence: readonly T[],
  keyOf: (one: T) => string,
  order: readonly string[],
): readonly T[] {
  if (order.length === 0) return evidence;
  const at = new Map(order.map((key, index) => [key, index]));
  const placeOf = (one: T) => at.get(keyOf(one)) ?? order.length;
  return [...evidence].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Where something stands that is put down at `index` of a column that it is not in. */
export function placeBelow(keys: readonly string[], index: number): string[] {
  return keys.slice(0, index).reverse().slice(0, MOST_ABOVE);
}
