// Groups by vote: single runs move a lot under small numerical changes, and no single threshold is right for every need:
// one is told in the same words by everybody, another in words of all kinds. So several runs at different thresholds
// propose groups, and those are taken that most other runs find again.
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { createPool, enoughPeople, groupPool } from './pool.ts';
import type { PairTable } from './similarity.ts';

/** The statements to be grouped; lists are parallel to the table's rows. */
export interface Ballot {
  readonly table: PairTable;
  /** Places of the statements in their interviews. */
  readonly positions: readonly number[];
  readonly scores: readonly number[];
  /** Participant keys. */
  readonly people: readonly string[];
  readonly minPeople: number;
}

/** What one run saw and found. */
interface Run {
  readonly pool: ReadonlySet<number>;
  readonly groups: readonly (readonly number[])[];
}

type VoteParameters = Pick<ExtractionParameters, 'sameGroup' | 'agreement' | 'taken' | 'member'>;

/**
 * Groups of statement indices, members ascending, each of at least `minPeople` people, the surest first. `thresholds`
 * are detector scores, one for each set of runs. `betweenRuns` may wait, and may throw to stop.
 */
export async function voteGroups(
  ballot: Ballot,
  thresholds: readonly number[],
  parameters: ExtractionParameters,
  betweenRuns: (done: number, total: number) => Promise<void>,
): Promise<number[][]> {
  const runs: Run[] = [];
  // In a large study several thresholds may let the same statements through, which then are grouped once.
  const known = new Map<number, readonly Run[]>();
  for (const [done, threshold] of thresholds.entries()) {
    await betweenRuns(done, thresholds.length);
    const chosen = ballot.scores.flatMap((score, i) => (score >= threshold ? [i] : []));
    const found = known.get(chosen.length) ?? runsOver(chosen, ballot, parameters);
    known.set(chosen.length, found);
    runs.push(...found);
  }
  await betweenRuns(thresholds.length, thresholds.length);
  return chooseGroups(runs, ballot, parameters);
}

/** One run for each cut, over the `chosen` statements. */
function runsOver(chosen: readonly number[], ballot: Ballot, parameters: ExtractionParameters): Run[] {
  const seen = new Set(chosen);
  const pool = createPool(ballot, chosen, parameters.cut, parameters.keep);
  return groupPool(pool, ballot.minPeople, parameters).map((groups) => ({
    pool: seen,
    groups: groups.map((group) => group.map((i) => at(chosen, i))),
  }));
}

/**
 * Of all groups of all runs, one after the other: the one that the others agree on most and that most people tell of,
 * unless too many of its statements are taken. A chosen group holds what enough of the runs that found it put there.
 */
function chooseGroups(runs: readonly Run[], ballot: Ballot, parameters: VoteParameters): number[][] {
  const { people, minPeople } = ballot;
  const proposals = runs
    .flatMap(({ groups }) => groups)
    .map((group) => ({ group, ...agreementOn(group, runs, parameters) }))
    .filter(({ agreement }) => agreement >= parameters.agreement)
    .map((proposal) => ({
      ...proposal,
      worth: proposal.agreement * Math.sqrt(new Set(proposal.group.map((i) => people[i])).size),
    }))
    .sort((a, b) => b.worth - a.worth || at(a.group, 0) - at(b.group, 0));
  const hasEnoughPeople = enoughPeople(people, minPeople);
  const taken = new Set<number>();
  const chosen: number[][] = [];
  for (const { group, found } of proposals) {
    if (group.filter((i) => taken.has(i)).length > parameters.taken * group.length) continue;
    const members = membersOf(found, runs, parameters).filter((i) => !taken.has(i));
    if (!hasEnoughPeople(members)) continue;
    chosen.push(members);
    for (const i of members) taken.add(i);
  }
  return chosen;
}

/** The mean likeness of a group to what each run found, and the groups of the runs that found the same. */
function agreementOn(
  group: readonly number[],
  runs: readonly Run[],
  { sameGroup }: VoteParameters,
): { readonly agreement: number; readonly found: readonly (readonly number[])[] } {
  const found: (readonly number[])[] = [];
  let sum = 0;
  for (const { pool, groups } of runs) {
    // A run can find only what it saw.
    const seen = new Set(group.filter((i) => pool.has(i)));
    let best = 0;
    let closest: readonly number[] = [];
    for (const other of groups) {
      const common = other.filter((i) => seen.has(i)).length;
      const likeness = common / (seen.size + other.length - common);
      if (likeness <= best) continue;
      best = likeness;
      closest = other;
    }
    sum += best;
    if (best >= sameGroup) found.push(closest);
  }
  return { agreement: sum / runs.length, found };
}

/** The statements that are in at least `member` of the groups, reckoned over the runs that saw them; ascending. */
function membersOf(
  found: readonly (readonly number[])[],
  runs: readonly Run[],
  { member }: VoteParameters,
): number[] {
  const times = new Map<number, number>();
  for (const group of found) {
    for (const i of group) times.set(i, (times.get(i) ?? 0) + 1);
  }
  return [...times]
    .filter(([i, count]) => {
      const seenBy = runs.filter(({ pool }) => pool.has(i)).length;
      return count * runs.length >= member * seenBy * found.length;
    })
    .map(([i]) => i)
    .sort((a, b) => a - b);
}
