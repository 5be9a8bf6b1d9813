// Refinement: merging decides once and never looks back, so afterwards every statement goes where it fits best.
// A statement that fits nowhere belongs to no need.
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
  let current = groups.map((group) => [...group]);
  for (let round = 0; round < rules.rounds; round++) {
    const owners = new Int32Array(table.size).fill(-1);
    current.forEach((group, g) => {
      for (const i of group) owners[i] = g;
    });
    const next: number[][] = current.map(() => []);
    let moved = 0;
    for (let i = 0; i < table.size; i++) {
      const best = bestGroup(table, current, i, rules);
      if (best >= 0) next[best]?.push(i);
      if (best !== owners[i]) moved++;
    }
    current = next.filter((group) => rules.hasEnoughPeople(group));
    if (moved === 0) break;
  }
  return current;
}

/**
 * Affinity of a statement to a group: for each other interview in the group the mean of its `top` best similarities,
 * averaged over those interviews, so that a talkative participant does not outweigh the others. Minus infinity
 * when the group holds no other interview. Members must be ascending.
 */
export function affinity(table: PairTable, statement: number, group: readonly number[], top: number): number {
  const own = table.interviews[statement];
  const row = statement * table.size;
  const best: number[] = [];
  // How much of `best` is in use: shortening an array costs more than all the rest of this innermost step.
  let count = 0;
  let total = 0;
  let interviews = 0;
  let interview = own;
  for (const member of group) {
    const other = table.interviews[member] ?? -1;
    if (other === own) continue;
    if (other !== interview) {
      total += meanOf(best, count);
      count = 0;
      interviews++;
      interview = other;
    }
    count = keepBest(best, count, table.values[row + member] ?? 0, top);
  }
  total += meanOf(best, count);
  return interviews === 0 ? Number.NEGATIVE_INFINITY : total / interviews;
}

/** Index of the group of highest affinity, the first of equals; -1 when none reaches `keep`. */
function bestGroup(
  table: PairTable,
  groups: readonly (readonly number[])[],
  statement: number,
  rules: RefineRules,
): number {
  let best = -1;
  let bestAffinity = Number.NEGATIVE_INFINITY;
  for (const [g, group] of groups.entries()) {
    const value = affinity(table, statement, group, rules.top);
    if (value > bestAffinity) {
      bestAffinity = value;
      best = g;
    }
  }
  return bestAffinity < rules.keep ? -1 : best;
}

/** Keeps the `top` highest values, descending; returns how many they are now. */
function keepBest(best: number[], count: number, value: number, top: number): number {
  const isFull = count >= top;
  if (isFull && value <= (best[count - 1] ?? 0)) return count;
  let place = isFull ? count - 1 : count;
  for (; place > 0 && (best[place - 1] ?? 0) < value; place--) best[place] = best[place - 1] ?? 0;
  best[place] = value;
  return isFull ? count : count + 1;
}

/** 0 for none. */
function meanOf(values: readonly number[], count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[k] ?? 0;
  return count === 0 ? 0 : sum / count;
}
