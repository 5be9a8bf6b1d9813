// Gives the groups of a new run the ids of the needs they continue. People's decisions hang on ids, so a need that a
// person named must be found again although the run drew its borders a little differently.
import { NeedId } from '../ids.ts';
import type { StatementRef } from './statement.ts';

export interface KnownNeed {
  readonly id: NeedId;
  /** Needs that a person decided on choose first. */
  readonly isDecided: boolean;
  readonly statements: readonly StatementRef[];
}

/** Below this share of common evidence two groups are not the same need (extraction.md, "Identities"). */
export const SAME_NEED = 0.3;

/**
 * For each group the id it continues. Greedy by shared evidence (Jaccard over statement ids), decided needs first,
 * then the larger overlap, then the order given; each id is used once. A group that continues nothing gets an id
 * made from its evidence, so that the same words give the same id on every computer and after lost caches. Where that
 * id is another's, because both began with the same statement, a number is put behind it.
 */
export function reconcileIds(
  groups: readonly { readonly statements: readonly StatementRef[] }[],
  known: readonly KnownNeed[],
  newId: (statements: readonly StatementRef[]) => NeedId,
): NeedId[] {
  const pairs: { group: number; need: KnownNeed; overlap: number }[] = [];
  const groupIds = groups.map((group) => new Set(group.statements.map((statement) => statement.id)));
  for (const need of known) {
    const needIds = new Set(need.statements.map((statement) => statement.id));
    groupIds.forEach((ids, group) => {
      const overlap = jaccard(ids, needIds);
      if (overlap >= SAME_NEED) pairs.push({ group, need, overlap });
    });
  }
  pairs.sort((a, b) => Number(b.need.isDecided) - Number(a.need.isDecided) || b.overlap - a.overlap);
  const assigned = new Map<number, NeedId>();
  const used = new Set<NeedId>();
  for (const { group, need } of pairs) {
    if (assigned.has(group) || used.has(need.id)) continue;
    assigned.set(group, need.id);
    used.add(need.id);
  }
  // A decision must not fall to a group that does not continue the need it was made on.
  for (const need of known) if (need.isDecided) used.add(need.id);
  return groups.map((group, index) => assigned.get(index) ?? unused(newId(group.statements), used));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const id of a) if (b.has(id)) common += 1;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function unused(id: NeedId, used: Set<NeedId>): NeedId {
  let free = id;
  for (let count = 2; used.has(free); count += 1) free = NeedId.parse(`${id}-${count}`);
  used.add(free);
  return free;
}
