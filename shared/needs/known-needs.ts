// Which needs a new run may continue: those that people decided on, and the groups of the run before.
import type { NeedId } from '../ids.ts';
import type { DecidedNeed } from './decided-need.ts';
import type { KnownNeed } from './reconcile.ts';
import type { StatementRef } from './statement.ts';

/**
 * A decided need is known twice: by what people saw when they decided, also where it was taken back,, and by what the last run counted to it. Studies
 * grow, and beside twenty new statements the five of the decision would no longer be recognised.
 */
export function knownNeeds(
  decided: ReadonlyMap<NeedId, DecidedNeed>,
  lastRun: readonly { readonly id: NeedId; readonly statements: readonly StatementRef[] }[],
): KnownNeed[] {
  return [
    ...[...decided.values()].map((need) => ({
      id: need.id,
      isDecided: true,
      statements: need.seen,
    })),
    ...lastRun.map(({ id, statements }) => ({ id, isDecided: decided.has(id), statements })),
  ];
}
