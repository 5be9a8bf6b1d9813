// From statements to groups: the needs that recur, and the weaker signals that are kept below them.
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { createPool, enoughPeople, groupPool } from './pool.ts';
import { type RankedGroup, rankGroups } from './rank.ts';
import { grow, trim } from './settle.ts';
import { sharpen } from './sharpen.ts';
import { standardise, subTable } from './similarity.ts';
import { stability } from './stability.ts';
import { type Ballot, voteGroups } from './vote.ts';

export interface FoundGroup extends RankedGroup {
  readonly isWeak: boolean;
  /** Share of the leave-out runs that find it again. */
  readonly confidence: number;
}

/** What a single person says is no group. */
const LEAST_PEOPLE = 2;

/**
 * Recurring groups best first, then weaker ones best first. Groups are found among the statements that reach one of
 * the `thresholds`; the others may join them. `betweenRuns` may wait, and may throw to stop.
 */
export async function findGroups(
  all: Ballot,
  thresholds: readonly number[],
  rankCentre: number,
  parameters: ExtractionParameters,
  betweenRuns: (done: number, total: number) => Promise<void>,
): Promise<FoundGroup[]> {
  const least = Math.min(...thresholds);
  const core = all.scores.flatMap((score, i) => (score >= least ? [i] : []));
  const ballot = coreBallot(all, core, parameters);
  const middle = at(thresholds, Math.floor(thresholds.length / 2));
  const voted = await voteGroups(ballot, thresholds, parameters, betweenRuns);
  const weaker = smallGroups(ballot, voted, middle, parameters);
  const shares = await stability(ballot, [...voted, ...weaker], middle, parameters, () => betweenRuns(1, 1));

  const toAll = (group: readonly number[]): number[] => group.map((i) => at(core, i));
  const settled = trim(all, grow(all, voted.map(toAll), parameters), parameters);
  const hasEnoughPeople = enoughPeople(all.people, all.minPeople);
  const groups = [...settled, ...weaker.map(toAll)].map((members, g) => ({
    members,
    confidence: at(shares, g),
    isWeak: !hasEnoughPeople(members) || !isToldAtLength(members, all, parameters),
  }));
  const isGroup = enoughPeople(all.people, LEAST_PEOPLE);
  return [false, true].flatMap((isWeak) => {
    const some = groups.filter((group) => group.isWeak === isWeak && isGroup(group.members));
    return rankGroups(some, all.scores, all.people, rankCentre).slice(0, parameters.maxGroups);
  });
}

/** The statements that groups are made of, compared as sharply as possible. */
function coreBallot(all: Ballot, core: readonly number[], parameters: ExtractionParameters): Ballot {
  const positions = core.map((i) => at(all.positions, i));
  const scores = core.map((i) => at(all.scores, i));
  return {
    table: sharpen(standardise(subTable(all.table, core)), positions, scores, parameters),
    positions,
    scores,
    people: core.map((i) => at(all.people, i)),
    minPeople: all.minPeople,
  };
}

/**
 * What people need they tell more than one thing of; what many mention in passing is their common trade. And the fewer
 * tell of it, the more each must have told: three people soon agree on a remark by chance.
 */
export function isToldAtLength(
  members: readonly number[],
  { people, minPeople }: Pick<Ballot, 'people' | 'minPeople'>,
  { tellings, tellingsOfFew }: Pick<ExtractionParameters, 'tellings' | 'tellingsOfFew'>,
): boolean {
  const persons = new Set(members.map((i) => people[i])).size;
  return members.length >= Math.max(tellings * persons, tellingsOfFew * minPeople);
}

/** Groups of fewer people than a need must have, but at least two, among the statements that are in no group. */
function smallGroups(
  ballot: Ballot,
  groups: readonly (readonly number[])[],
  threshold: number,
  parameters: ExtractionParameters,
): number[][] {
  if (ballot.minPeople <= LEAST_PEOPLE) return [];
  const taken = new Set(groups.flat());
  const chosen = ballot.scores.flatMap((score, i) => (score >= threshold && !taken.has(i) ? [i] : []));
  const pool = createPool(ballot, chosen, [Math.max(...parameters.cut)], parameters.keep);
  return at(groupPool(pool, LEAST_PEOPLE, parameters), 0)
    .map((group) => group.map((i) => at(chosen, i)))
    .filter((group) => !enoughPeople(ballot.people, ballot.minPeople)(group));
}
