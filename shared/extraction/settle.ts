// The last word on who belongs to a group that was found: statements the detector passed over join where they are
// surely meant, and people who are only there by a stray remark leave. Found groups are neither merged nor split here.
import { at } from './at.ts';
import type { ExtractionParameters } from './parameters.ts';
import { affinity } from './refine.ts';
import { crossQuantiles, type PairTable } from './similarity.ts';

type GrowParameters = Pick<ExtractionParameters, 'grow' | 'growBonus' | 'growNear' | 'top'>;
type TrimParameters = Pick<ExtractionParameters, 'solo' | 'top'>;

/** Statements of a table with their places in their interviews and the participants who made them. */
export interface Said {
  readonly table: PairTable;
  readonly positions: readonly number[];
  readonly people: readonly string[];
}

/** Each statement that is in no group joins the one of highest affinity, if that is high enough to be sure. */
export function grow(
  { table, positions }: Said,
  groups: readonly (readonly number[])[],
  { grow: share, growBonus, growNear, top }: GrowParameters,
): number[][] {
  const [least = Number.POSITIVE_INFINITY] = crossQuantiles(table, [share]);
  const taken = new Set(groups.flat());
  const grown = groups.map((group) => [...group]);
  for (let i = 0; i < table.size; i++) {
    if (taken.has(i)) continue;
    let best = -1;
    let bestAffinity = Number.NEGATIVE_INFINITY;
    for (const [g, group] of groups.entries()) {
      const isInStory = group.some(
        (member) =>
          table.interviews[member] === table.interviews[i] &&
          Math.abs(at(positions, member) - at(positions, i)) <= growNear,
      );
      const value = affinity(table, i, group, top) + (isInStory ? growBonus : 0);
      if (value <= bestAffinity) continue;
      bestAffinity = value;
      best = g;
    }
    if (bestAffinity >= least) grown[best]?.push(i);
  }
  return grown.map((group) => group.sort((a, b) => a - b));
}

/** Takes out whoever is in a group with a single statement of too little affinity. */
export function trim(
  { table, people }: Said,
  groups: readonly (readonly number[])[],
  { solo, top }: TrimParameters,
): number[][] {
  const [least = Number.POSITIVE_INFINITY] = crossQuantiles(table, [solo]);
  return groups.map((group) =>
    group.filter(
      (i) =>
        group.some((other) => other !== i && people[other] === people[i]) ||
        affinity(table, i, group, top) >= least,
    ),
  );
}
