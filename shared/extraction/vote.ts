// Groups by vote: single runs move a lot under small numerical changes, so several runs at different thresholds say
// which statements belong together, and only what enough of them agree on becomes a group.
import { at } from './at.ts';
import { crossLink } from './cross-link.ts';
import type { ExtractionParameters } from './parameters.ts';
import { refine } from './refine.ts';
import { crossQuantiles, type PairTable, standardise, subTable } from './similarity.ts';

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

/** Fewer statements than this are no basis for thresholds. */
const LEAST_STATEMENTS = 6;

/**
 * Groups of statement indices, members ascending, each of at least `minPeople` people. `thresholds` are detector
 * scores, one for each set of runs. `betweenRuns` may wait, and may throw to stop.
 */
export async function voteGroups(
  ballot: Ballot,
  thresholds: readonly number[],
  parameters: ExtractionParameters,
  betweenRuns: (done: number, total: number) => Promise<void>,
): Promise<number[][]> {
  const { table } = ballot;
  const { size } = table;
  const together = new Float32Array(size * size);
  const seen = new Float32Array(size * size);
  const runs = thresholds.flatMap((threshold) => parameters.cut.map((cut) => ({ threshold, cut })));
  for (const [done, { threshold, cut }] of runs.entries()) {
    await betweenRuns(done, runs.length);
    const pool = ballot.scores.flatMap((score, i) => (score >= threshold ? [i] : []));
    countPairs(seen, size, pool);
    for (const group of groupOnce(ballot, pool, cut, parameters)) countPairs(together, size, group);
  }
  await betweenRuns(runs.length, runs.length);
  const shares = together.map((times, k) => {
    const chances = seen[k] ?? 0;
    return chances > 0 ? times / chances : 0;
  });
  const votes: PairTable = { ...table, values: shares };
  const hasEnoughPeople = enoughPeople(ballot.people, ballot.minPeople);
  const groups = crossLink(votes, parameters.voteCut).filter(hasEnoughPeople);
  return refine(votes, groups, {
    keep: parameters.voteKeep,
    rounds: parameters.rounds,
    top: Number.POSITIVE_INFINITY,
    hasEnoughPeople,
  });
}

/** One run over the statements in `pool`, which are too few for groups below `LEAST_STATEMENTS`. */
export function groupOnce(
  ballot: Ballot,
  pool: readonly number[],
  cut: number,
  parameters: ExtractionParameters,
): number[][] {
  if (pool.length < LEAST_STATEMENTS) return [];
  const table = standardise(subTable(ballot.table, pool));
  const hasEnoughPeople = enoughPeople(
    pool.map((i) => at(ballot.people, i)),
    ballot.minPeople,
  );
  const [cutValue = 0, keep = 0] = crossQuantiles(table, [cut, parameters.keep]);
  const groups = refine(table, crossLink(table, cutValue).filter(hasEnoughPeople), {
    keep,
    rounds: parameters.rounds,
    top: parameters.top,
    hasEnoughPeople,
  });
  return groups.map((group) => group.map((i) => at(pool, i)));
}

/** Whether a group, as indices of `people`, has at least `least` different ones. */
export function enoughPeople(
  people: readonly string[],
  least: number,
): (group: readonly number[]) => boolean {
  return (group) => new Set(group.map((i) => people[i])).size >= least;
}

function countPairs(counts: Float32Array, size: number, group: readonly number[]): void {
  for (const i of group) {
    for (const j of group) counts[i * size + j] = (counts[i * size + j] ?? 0) + 1;
  }
}
