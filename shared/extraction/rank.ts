// In which order groups are shown: what more people tell of comes first, if it sounds like a need.

export interface RankedGroup {
  /** Statement indices, ascending. */
  readonly members: readonly number[];
  readonly meanScore: number;
  readonly strength: number;
}

/**
 * strength = people × sigmoid(mean score − centre), people and not statements. Best first, equals in the order of
 * their first statement.
 */
export function rankGroups<Group extends { readonly members: readonly number[] }>(
  groups: readonly Group[],
  scores: readonly number[],
  people: readonly string[],
  centre: number,
): (Group & RankedGroup)[] {
  return groups
    .map((group) => {
      const { members } = group;
      const meanScore = members.reduce((sum, i) => sum + (scores[i] ?? 0), 0) / members.length;
      const persons = new Set(members.map((i) => people[i])).size;
      return { ...group, meanScore, strength: persons / (1 + Math.exp(centre - meanScore)) };
    })
    .sort((a, b) => b.strength - a.strength || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}
