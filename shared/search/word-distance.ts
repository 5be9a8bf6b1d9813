// How many slips of the finger lie between two words.

/**
 * Letters to change, add, drop or swap with their neighbour; `most + 1` for anything further apart.
 * Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function wordDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (last[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      next[j] = cost;
      least = Math.min(least, cost);
    }
    // Two rows that are both too far cannot come back: a swap reaches over one row only.
    if (least > most && Math.min(...row) > most) return most + 1;
    last = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

/** Whether at most one letter is wrong, missing, doubled or swapped. The same as `wordDistance(a, b, 1) <= 1`, without a table. */
export function isOneSlipAway(a: string, b: string): boolean {
  const longer = a.length >= b.length ? a : b;
  const shorter = a.length >= b.length ? b : a;
  if (longer.length - shorter.length > 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  if (longer.length !== shorter.length) return endsAlike(longer, at + 1, shorter, at);
  if (at === longer.length) return true;
  const isSwapped = longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at];
  return (
    endsAlike(longer, at + 1, shorter, at + 1) || (isSwapped && endsAlike(longer, at + 2, shorter, at + 2))
  );
}

function endsAlike(a: string, fromA: number, b: string, fromB: number): boolean {
  return a.slice(fromA) === b.slice(fromB);
}
