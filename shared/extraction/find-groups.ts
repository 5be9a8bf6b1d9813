// From statements to groups: the needs that recur, and the weaker signals of fewer people that are kept below them.
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { type RankedGroup, type RankLevels, rankGroups } from './rank.ts';
import { stability } from './stability.ts';
import { type Ballot, groupOnce, voteGroups } from './vote.ts';

export interface FoundGroup extends RankedGroup {
  readonly isWeak: boolean;
  /** Share of the leave-out runs that find it again. */
  readonly confidence: number;
}

/** What a single person says is no group. */
const LEAST_PEOPLE = 2;

/** Recurring groups best first, then weaker ones best first. `betweenRuns` may wait, and may throw to stop. */
export async function findGroups(
  ballot: Ballot,
  thresholds: readonly number[],
  levels: RankLevels,
  parameters: ExtractionParameters,
  betweenRuns: (done: number, total: number) => Promise<void>,
): Promise<FoundGroup[]> {
  const { table, scores, people } = ballot;
  const voted = await voteGroups(ballot, thresholds, parameters, betweenRuns);
  const middle = at(thresholds, Math.floor(thresholds.length / 2));
  const weaker = weakerGroups(ballot, voted, middle, parameters);
  const rank = (groups: readonly (readonly number[])[]): RankedGroup[] =>
    rankGroups(groups, table, scores, people, levels, parameters);
  const ranked = [
    ...rank(voted).map((group) => ({ ...group, isWeak: false })),
    ...rank(weaker).map((group) => ({ ...group, isWeak: true })),
  ];
  const shares = await stability(
    ballot,
    ranked.map(({ members }) => members),
    middle,
    parameters,
    () => betweenRuns(1, 1),
  );
  return ranked.map((group, g) => ({ ...group, confidence: at(shares, g) }));
}

/** Groups of fewer people than a need must have, but at least two, among the statements that are in no group. */
function weakerGroups(
  ballot: Ballot,
  groups: readonly (readonly number[])[],
  threshold: number,
  parameters: ExtractionParameters,
): number[][] {
  if (ballot.minPeople <= LEAST_PEOPLE) return [];
  const taken = new Set(groups.flat());
  const pool = ballot.scores.flatMap((score, i) => (score >= threshold && !taken.has(i) ? [i] : []));
  const cut = at(parameters.cut, parameters.cut.length - 1);
  const found = groupOnce({ ...ballot, minPeople: LEAST_PEOPLE }, pool, cut, parameters);
  return found.filter((group) => new Set(group.map((i) => ballot.people[i])).size < ballot.minPeople);
}
