// A new run adds to needs that people took up and removes nothing from them. Runs only: decisions are laid over later.
import type { NeedId, OriginalHash } from '../ids.ts';
import type { DecidedNeed } from './decided-need.ts';
import type { FoundNeed } from './found-need.ts';
import { joinStatements } from './join-statements.ts';
import type { StatementRef } from './statement.ts';

/**
 * The groups of a new run with what the last run counted to needs that people hold. What is carried over stands in no
 * suggestion beside it. Words of an original that was replaced are not carried: a run may not have read them.
 */
export function carryOver(
  groups: readonly FoundNeed[],
  last: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
  originals: ReadonlySet<OriginalHash>,
): FoundNeed[] {
  const isHeld = ({ id }: FoundNeed): boolean => {
    const need = decided.get(id);
    return need?.isHeld === true && need.status !== 'dismissed';
  };
  const carried = new Map(
    last.filter(isHeld).map((need) => {
      const current = (statements: readonly StatementRef[]) =>
        statements.filter((statement) => originals.has(statement.original));
      return [need.id, { ...need, statements: current(need.statements), requests: current(need.requests) }];
    }),
  );
  const held = new Set(
    [...carried.values()].flatMap((need) => [...need.statements, ...need.requests]).map(({ id }) => id),
  );
  const joined = groups.flatMap((group): FoundNeed[] => {
    const before = carried.get(group.id);
    carried.delete(group.id);
    if (before) {
      const requests = joinStatements(group.requests, before.requests);
      return [{ ...group, statements: joinStatements(group.statements, before.statements), requests }];
    }
    if (isHeld(group)) return [group];
    const statements = group.statements.filter(({ id }) => !held.has(id));
    const requests = group.requests.filter(({ id }) => !held.has(id));
    return statements.length === 0 ? [] : [{ ...group, statements, requests }];
  });
  return [...joined, ...[...carried.values()].map((need) => ({ ...need, isFound: false }))];
}
