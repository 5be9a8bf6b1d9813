// Decisions made apart that pull in two directions. Both are carried out, so nothing is lost, and a person is asked.
import type { NeedId } from '../ids.ts';
import { type NeedDecision, needsTouched } from './decision.ts';
import type { OpenQuestion } from './need.ts';

/**
 * One merged two needs while another, not knowing of it, split one of them. Settled by a `settle` that keeps either or
 * both. `standing` are the decisions that hold, in order.
 */
export function mergeOrSplitQuestions(
  standing: readonly NeedDecision[],
  knew: (earlier: string, later: string) => boolean,
): { readonly question: OpenQuestion; readonly needIds: readonly NeedId[] }[] {
  const settled = standing.flatMap((one) =>
    one.kind === 'settle' ? [new Set([...one.kept, ...one.dropped])] : [],
  );
  const splits = standing.filter((one) => one.kind === 'split');
  return standing
    .filter((one) => one.kind === 'merge')
    .flatMap((merge) =>
      splits
        .filter(
          (split) =>
            needsTouched(merge).includes(split.needId) &&
            !knew(merge.id, split.id) &&
            !knew(split.id, merge.id) &&
            !settled.some((both) => both.has(merge.id) && both.has(split.id)),
        )
        .map((split) => ({
          question: { kind: 'merge-or-split' as const, mergeId: merge.id, splitId: split.id },
          needIds: [...new Set([...needsTouched(merge), ...needsTouched(split)])],
        })),
    );
}
