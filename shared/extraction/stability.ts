// How sure a group is: whether it would have been found without this or that interview. It knows nothing of words.
import { SAME_NEED } from '../needs/reconcile.ts';
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { createPool, groupPool, partOfPool } from './pool.ts';
import type { Ballot } from './vote.ts';

/** Runs for a large study, each without a twelfth of its interviews; smaller studies leave out one at a time. */
const MOST_RUNS = 12;

/**
 * For each group the share of the leave-out runs that find it again, 0 to 1. A run is a single grouping of the
 * statements scoring at least `threshold`, at the likeness that counts as alike in the whole study. Found again means
 * what it means between two runs of a study: enough common evidence to keep the id.
 */
export async function stability(
  ballot: Ballot,
  groups: readonly (readonly number[])[],
  threshold: number,
  parameters: ExtractionParameters,
  betweenRuns: () => Promise<void>,
): Promise<number[]> {
  const { interviews } = ballot.table;
  const present = [...new Set(interviews)];
  const runs = Math.min(MOST_RUNS, present.length);
  // A group of just enough people must be able to lose one of them.
  const minPeople = Math.max(2, ballot.minPeople - 1);
  const cut = at(parameters.cut, Math.floor(parameters.cut.length / 2));
  const chosen = ballot.scores.flatMap((score, i) => (score >= threshold ? [i] : []));
  const whole = createPool(ballot, chosen, [cut], parameters.keep);
  const found = groups.map(() => 0);
  const possible = groups.map(() => 0);
  for (let run = 0; run < runs; run++) {
    await betweenRuns();
    const left = new Set(present.filter((_, i) => i % runs === run));
    const isIn = (i: number): boolean => !left.has(interviews[i] ?? -1);
    const kept = chosen.flatMap((i, place) => (isIn(i) ? [place] : []));
    const again = at(groupPool(partOfPool(whole, kept), minPeople, parameters), 0).map((group) =>
      group.map((place) => at(chosen, at(kept, place))),
    );
    groups.forEach((group, g) => {
      const rest = group.filter(isIn);
      if (new Set(rest.map((i) => ballot.people[i])).size < minPeople) return;
      possible[g] = (possible[g] ?? 0) + 1;
      if (again.some((other) => jaccard(rest, other) >= SAME_NEED)) found[g] = (found[g] ?? 0) + 1;
    });
  }
  return groups.map((_, g) => (possible[g] ? (found[g] ?? 0) / possible[g] : 0));
}

function jaccard(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  const common = a.filter((i) => other.has(i)).length;
  return common === 0 ? 0 : common / (a.length + b.length - common);
}
