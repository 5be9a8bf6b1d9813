// Folds the log of decisions into what holds now. A machine never appears here: only people's decisions do.
import type { NeedId, PersonId } from '../ids.ts';
import { assertNever } from '../result.ts';
import type { Decision, PinnedEvidence } from './decision.ts';
import type { NeedStatus } from './need.ts';
import type { StatementRef } from './statement.ts';

export interface DecidedNeed {
  readonly id: NeedId;
  readonly status: NeedStatus;
  /** A person's name for the need, or null while the suggested label stands. */
  readonly label: string | null;
  readonly renamedBy: PersonId | null;
  /** Everything that was shown when somebody decided; only grows. */
  readonly pinned: PinnedEvidence;
  /** The newest decision that still holds, for Undo. */
  readonly lastDecisionId: string | null;
}

/**
 * What holds after all decisions, in the order of (time, id), so that every computer comes to the same answer.
 * An undo takes its decision out of the fold as if it had never been made; pinned evidence stays, since the words do.
 */
export function foldDecisions(decisions: readonly Decision[]): ReadonlyMap<NeedId, DecidedNeed> {
  const ordered = [...decisions].sort((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)));
  const undone = undoneDecisions(ordered);
  const needs = new Map<NeedId, DecidedNeed>();
  const takenUp = new Set<NeedId>();
  for (const decision of ordered) {
    if (decision.kind === 'undo') continue;
    const before = needs.get(decision.needId) ?? undecided(decision.needId);
    const pinned = 'pinned' in decision ? joinEvidence(before.pinned, decision.pinned) : before.pinned;
    if (undone.has(decision.id)) {
      needs.set(decision.needId, { ...before, pinned });
      continue;
    }
    if (decision.kind === 'accept' || decision.kind === 'rename') takenUp.add(decision.needId);
    const after = applied(before, decision, takenUp.has(decision.needId));
    needs.set(decision.needId, { ...after, pinned, lastDecisionId: decision.id });
  }
  return needs;
}

function applied(
  before: DecidedNeed,
  decision: Exclude<Decision, { kind: 'undo' }>,
  isTakenUp: boolean,
): DecidedNeed {
  switch (decision.kind) {
    case 'accept':
      return { ...before, status: 'accepted' };
    case 'rename':
      // Whoever words a need has taken it up; a name on a suggestion would be lost with the suggestion.
      return { ...before, status: 'accepted', label: decision.label, renamedBy: decision.by };
    case 'dismiss':
      return { ...before, status: 'dismissed' };
    case 'restore':
      // As it was before it was dismissed.
      return { ...before, status: isTakenUp ? 'accepted' : 'suggested' };
    default:
      return assertNever(decision);
  }
}

function undecided(id: NeedId): DecidedNeed {
  return {
    id,
    status: 'suggested',
    label: null,
    renamedBy: null,
    pinned: { label: '', subtitle: '', statements: [], requests: [] },
    lastDecisionId: null,
  };
}

/** Ids of decisions that an undo, itself not undone, has taken back. Read newest first, so one pass is enough. */
function undoneDecisions(ordered: readonly Decision[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const decision of ordered.toReversed()) {
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.decisionId);
  }
  return undone;
}

function joinEvidence(before: PinnedEvidence, next: PinnedEvidence): PinnedEvidence {
  return {
    label: next.label || before.label,
    subtitle: next.subtitle || before.subtitle,
    statements: joinStatements(before.statements, next.statements),
    requests: joinStatements(before.requests, next.requests),
  };
}

/** The first list, then what the second adds, each statement once. */
export function joinStatements(
  first: readonly StatementRef[],
  second: readonly StatementRef[],
): StatementRef[] {
  const known = new Set(first.map((statement) => statement.id));
  return [...first, ...second.filter((statement) => !known.has(statement.id))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
