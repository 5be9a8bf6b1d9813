// Which groups are shown, and in which order: more people, more alike, more like a need.
import type { ExtractionParameters } from './parameters.ts';
import { cohesion, type PairTable } from './similarity.ts';

export interface RankedGroup {
  /** Statement indices, ascending. */
  readonly members: readonly number[];
  readonly meanScore: number;
  readonly strength: number;
}

/** Score levels of this study, taken from its own distribution of scores. */
export interface RankLevels {
  /** Groups below it on average are dropped. */
  readonly least: number;
  /** Here a group counts half. */
  readonly centre: number;
}

/** Unlike statements would make a strength of nothing; every group keeps this much. */
const LEAST_COHESION = 0.05;

/**
 * strength = people × √cohesion × sigmoid(mean score − centre). Best first, equals in the order of their first
 * statement, at most `maxGroups`.
 */
export function rankGroups(
  groups: readonly (readonly number[])[],
  table: PairTable,
  scores: readonly number[],
  people: readonly string[],
  levels: RankLevels,
  { maxGroups }: Pick<ExtractionParameters, 'maxGroups'>,
): RankedGroup[] {
  return groups
    .map((members) => {
      const meanScore = members.reduce((sum, i) => sum + (scores[i] ?? 0), 0) / members.length;
      const persons = new Set(members.map((i) => people[i])).size;
      const likeness = Math.sqrt(Math.max(LEAST_COHESION, cohesion(table, members)));
      const strength = (persons * likeness) / (1 + Math.exp(-(meanScore - levels.centre)));
      return { members, meanScore, strength };
    })
    .filter((group) => group.meanScore >= levels.least)
    .sort((a, b) => b.strength - a.strength || (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .slice(0, maxGroups);
}
