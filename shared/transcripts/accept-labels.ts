// Which of a file's possible names are names. One line proves nothing: names recur, or stand on most lines.

interface PossibleName {
  readonly name: string | null;
  readonly isCapitalised: boolean;
}

/**
 * Of `labels` (null where a line has none) those that name a speaker, among `places` where a name could stand.
 * A name that stands once is believed beside names that recur, if a quarter of the places have one; one in lower
 * case must recur and stand in a file where most places have one.
 */
export function acceptLabels<T extends PossibleName>(
  labels: readonly (T | null)[],
  places: number,
): ReadonlySet<T> {
  const present = labels.filter((label) => label !== null);
  const counts = new Map<string | null, number>();
  for (const { name } of present) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurs = ({ name }: PossibleName): boolean => (counts.get(name) ?? 0) > 1;
  const evident = present.filter((label) => label.isCapitalised || recurs(label)).length;
  const isMostlyLabelled = evident * 2 >= places;
  const isOftenLabelled = evident * 4 >= places && present.some(recurs);
  return new Set(
    present.filter((label) => {
      if (!label.isCapitalised) return recurs(label) && isMostlyLabelled;
      return recurs(label) || isMostlyLabelled || isOftenLabelled;
    }),
  );
}
