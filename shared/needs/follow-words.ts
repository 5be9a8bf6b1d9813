// A newer version of a file gives the same words other places, and so other ids. What people decided hangs on the ids they
// saw: where a run finds words again that a decision knows from an earlier version, they keep their first id.
import type { InterviewId, StatementId } from '../ids.ts';
import type { FoundNeed } from './found-need.ts';
import type { StatementRef } from './statement.ts';

/** By interview, under their first ids, where they stand in the newest version. */
export type FollowedWords = ReadonlyMap<InterviewId, readonly StatementRef[]>;

/** Versions differ in punctuation and in where a sentence is cut. */
const SAME_SHARE = 0.6;

/** The groups of a run with the ids that are known; the same ones when nothing was followed. */
export function withKnownIds<N extends FoundNeed>(
  found: readonly N[],
  followed: FollowedWords,
): readonly N[] {
  if (followed.size === 0) return found;
  const ids = new Map<StatementId, StatementId>();
  const named = (statement: StatementRef): StatementRef => {
    const known = followed.get(statement.interviewId)?.find((one) => areSameWords(one, statement));
    if (known === undefined) return statement;
    ids.set(statement.id, known.id);
    return { ...statement, id: known.id };
  };
  return found.map((need) => {
    const statements = need.statements.map(named);
    const requests = need.requests.map(named);
    const againstCandidates = need.againstCandidates?.map(named);
    const idOf = (id: StatementId) => ids.get(id) ?? id;
    return {
      ...need,
      statements,
      requests,
      ...(againstCandidates && { againstCandidates }),
      ...(need.closest && { closest: [idOf(need.closest[0]), idOf(need.closest[1])] as const }),
      ...(need.led && { led: need.led.map((one) => ({ ...one, statementId: idOf(one.statementId) })) }),
    };
  });
}

function areSameWords(one: StatementRef, other: StatementRef): boolean {
  if (one.original !== other.original) return false;
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common >= SAME_SHARE * Math.max(one.end - one.start, other.end - other.start);
}
