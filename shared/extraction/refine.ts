// Refinement: merging decides once and never looks back, so afterwards every statement goes where it fits best.
// A statement that fits nowhere belongs to no need.
import { at } from './at.ts';
import type { PairTable } from './similarity.ts';

export interface RefineRules {
  /** Least affinity that keeps a statement in a group. */
  readonly keep: number;
  readonly rounds: number;
  /** Best similarities of each interview that count; Infinity for all. */
  readonly top: number;
  /** Groups of which this is false dissolve. */
  readonly hasEnoughPeople: (group: readonly number[]) => boolean;
}

/**
 * Moves every statement to its group of highest affinity, `rounds` times or until nothing moves. Groups come and go
 * with their members ascending.
 */
export function refine(
  table: PairTable,
  groups: readonly (readonly number[])[],
  rules: RefineRules,
): number[][] {
  let current: readonly Affine[] = groups.map((members) => ({ members, affinities: null }));
  for (let round = 0; round < rules.rounds; round++) {
    const owners = new Int32Array(table.size).fill(-1);
    current.forEach(({ members }, g) => {
      for (const i of members) owners[i] = g;
    });
    const affinities = affinitiesTo(table, current, rules.top);
    const next: number[][] = current.map(() => []);
    let moved = 0;
    for (let i = 0; i < table.size; i++) {
      const best = bestGroup(affinities, i, rules.keep);
      if (best >= 0) next[best]?.push(i);
      if (best !== owners[i]) moved++;
    }
    // Most groups soon stay as they are, and so do the affinities to them.
    current = next
      .map((members, g) => ({
        members,
        affinities: isSame(members, at(current, g).members) ? at(affinities, g) : null,
      }))
      .filter(({ members }) => rules.hasEnoughPeople(members));
    if (moved === 0) break;
  }
  return current.map(({ members }) => [...members]);
}

/** A group with every statement's affinity to it, where that is known. */
interface Affine {
  readonly members: readonly number[];
  readonly affinities: Float64Array | null;
}

/**
 * Affinity of a statement to a group: for each other interview in the group the mean of its `top` best similarities,
 * averaged over those interviews, so that a talkative participant does not outweigh the others. Minus infinity
 * when the group holds no other interview. Members must be ascending.
 */
export function affinity(table: PairTable, statement: number, group: readonly number[], top: number): number {
  return affinityOf(table, statement, runsOf(table, group), new Float64Array(Math.min(top, group.length)));
}

/** The same of every statement to each group. Statement by statement, since a large table does not fit near the processor. */
function affinitiesTo(table: PairTable, groups: readonly Affine[], top: number): Float64Array[] {
  const all = groups.map(({ affinities }) => affinities ?? new Float64Array(table.size));
  const open = groups.flatMap(({ members, affinities }, g) =>
    affinities === null ? [{ runs: runsOf(table, members), into: at(all, g) }] : [],
  );
  const best = new Float64Array(Math.min(top, table.size));
  for (let i = 0; i < table.size; i++) {
    for (const { runs, into } of open) into[i] = affinityOf(table, i, runs, best);
  }
  return all;
}

/** The members of a group by interview: run r has those from starts[r] to starts[r + 1]. */
interface Runs {
  readonly members: Int32Array;
  readonly interviews: readonly number[];
  readonly starts: readonly number[];
}

function runsOf(table: PairTable, group: readonly number[]): Runs {
  const interviews: number[] = [];
  const starts: number[] = [];
  for (const [place, member] of group.entries()) {
    const interview = table.interviews[member] ?? -1;
    if (interviews.length > 0 && interviews.at(-1) === interview) continue;
    interviews.push(interview);
    starts.push(place);
  }
  return { members: Int32Array.from(group), interviews, starts: [...starts, group.length] };
}

/** `best` is room for the best similarities of one interview. This is the innermost step of all grouping. */
function affinityOf(
  { interviews, size, values }: PairTable,
  statement: number,
  runs: Runs,
  best: Float64Array,
): number {
  const own = interviews[statement];
  const row = statement * size;
  let total = 0;
  let others = 0;
  for (let r = 0; r < runs.interviews.length; r++) {
    if (runs.interviews[r] === own) continue;
    const start = runs.starts[r] ?? 0;
    const end = runs.starts[r + 1] ?? 0;
    others++;
    // Most interviews have one member in a group, which then is the best one.
    if (end - start === 1 && best.length > 0) {
      total += values[row + (runs.members[start] ?? 0)] ?? 0;
      continue;
    }
    let count = 0;
    for (let k = start; k < end; k++)
      count = keepBest(best, count, values[row + (runs.members[k] ?? 0)] ?? 0);
    total += meanOf(best, count);
  }
  return others === 0 ? Number.NEGATIVE_INFINITY : total / others;
}

/** Index of the group of highest affinity, the first of equals; -1 when none reaches `keep`. */
function bestGroup(affinities: readonly Float64Array[], statement: number, keep: number): number {
  let best = -1;
  let bestAffinity = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < affinities.length; g++) {
    const value = affinities[g]?.[statement] ?? Number.NEGATIVE_INFINITY;
    if (value > bestAffinity) {
      bestAffinity = value;
      best = g;
    }
  }
  return bestAffinity < keep ? -1 : best;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((member, k) => member === other[k]);
}

/** Keeps the highest values that there is room for, descending; returns how many they are now. */
function keepBest(best: Float64Array, count: number, value: number): number {
  const isFull = count >= best.length;
  if (isFull && value <= (best[count - 1] ?? 0)) return count;
  let place = isFull ? count - 1 : count;
  for (; place > 0 && (best[place - 1] ?? 0) < value; place--) best[place] = best[place - 1] ?? 0;
  best[place] = value;
  return isFull ? count : count + 1;
}

/** 0 for none. */
function meanOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[k] ?? 0;
  return count === 0 ? 0 : sum / count;
}
