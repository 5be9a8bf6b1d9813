// Accepted, dismissed or a suggestion: the rule for decisions that two people took while they did not hear each other.
import type { NeedId, PersonId } from '../ids.ts';
import type { NeedDecision } from './decision.ts';
import type { NeedStatus } from './need.ts';

/**
 * A dismissal stands until somebody who knew of it takes the need up again; accepting a need apart from its dismissal
 * does not undo it, but is told. `decisions` are those on this need that hold, in order.
 */
export function statusOf(
  id: NeedId,
  decisions: readonly NeedDecision[],
  knew: (earlier: string, later: string) => boolean,
): { status: NeedStatus; takenUpApart: PersonId[] } {
  const takingUp = decisions.filter((decision) => takesUp(decision, id));
  const revivals = [...takingUp, ...decisions.filter(({ kind }) => kind === 'restore')];
  const dismissals = decisions.filter(
    (decision) => decision.kind === 'dismiss' && !revivals.some((revival) => knew(decision.id, revival.id)),
  );
  if (dismissals.length > 0) {
    const apart = takingUp.filter((one) => !dismissals.every((dismissal) => knew(one.id, dismissal.id)));
    return { status: 'dismissed', takenUpApart: [...new Set(apart.map(({ by }) => by))] };
  }
  return { status: takingUp.length > 0 ? 'accepted' : 'suggested', takenUpApart: [] };
}

/** Whoever words, joins or parts a need has taken it up; a name on a suggestion would be lost with the suggestion. */
function takesUp(decision: NeedDecision, id: NeedId): boolean {
  switch (decision.kind) {
    case 'accept':
    case 'rename':
      return true;
    case 'merge':
      return decision.needId === id;
    case 'split':
      return decision.newId === id;
    default:
      return false;
  }
}
