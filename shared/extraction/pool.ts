// One grouping of some of the statements: a single run, of which the vote and the leave-out runs make many.
import { at } from './at.ts';
import { crossLinkAtCuts } from './cross-link.ts';
import type { ExtractionParameters } from './parameters.ts';
import { refine } from './refine.ts';
import { crossQuantiles, type PairTable, standardise, subTable } from './similarity.ts';

/** Statements that are compared on a scale of their own; lists are parallel to the table's rows. */
export interface Pool {
  readonly table: PairTable;
  /** Participant keys. */
  readonly people: readonly string[];
  /** Likeness down to which groups are merged, one for each cut. */
  readonly cuts: readonly number[];
  /** Likeness that keeps a statement in its group. */
  readonly keep: number;
}

/** Fewer statements than this are no basis for thresholds. */
const LEAST_STATEMENTS = 6;

/** The `chosen` statements; `cuts` are shares of the pairs of different interviews. */
export function createPool(
  { table, people }: Pick<Pool, 'table' | 'people'>,
  chosen: readonly number[],
  cuts: readonly number[],
  keep: number,
): Pool {
  const own = standardise(subTable(table, chosen));
  const [keepValue = 0, ...cutValues] = crossQuantiles(own, [keep, ...cuts]);
  return { table: own, people: chosen.map((i) => at(people, i)), cuts: cutValues, keep: keepValue };
}

/** Some statements of a pool, on the scale of the whole. */
export function partOfPool(pool: Pool, chosen: readonly number[]): Pool {
  const people = chosen.map((i) => at(pool.people, i));
  return { ...pool, table: subTable(pool.table, chosen), people };
}

/** For each cut its groups of at least `minPeople` people, as indices of the pool; none of a pool that is too small. */
export function groupPool(
  { table, people, cuts, keep }: Pool,
  minPeople: number,
  { rounds, top }: Pick<ExtractionParameters, 'rounds' | 'top'>,
): number[][][] {
  if (table.size < LEAST_STATEMENTS) return cuts.map(() => []);
  const hasEnoughPeople = enoughPeople(people, minPeople);
  return crossLinkAtCuts(table, cuts).map((groups) =>
    refine(table, groups.filter(hasEnoughPeople), { keep, rounds, top, hasEnoughPeople }),
  );
}

/** Whether a group, as indices of `people`, has at least `least` different ones. */
export function enoughPeople(
  people: readonly string[],
  least: number,
): (group: readonly number[]) => boolean {
  return (group) => new Set(group.map((i) => people[i])).size >= least;
}
