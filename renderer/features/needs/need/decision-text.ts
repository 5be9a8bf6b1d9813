// One decision in a sentence, as the need's history tells it.
import type { NeedId } from '../../../../shared/ids.ts';
import type { NeedDecision, Verdict } from '../../../../shared/needs/decision.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { assertNever } from '../../../../shared/result.ts';

/** @param labelOf the label of another need, or null when it is not there any more */
export function decisionText(
  decision: NeedDecision,
  need: Need,
  labelOf: (id: NeedId) => string | null,
): string {
  const other = (id: NeedId) => {
    const label = labelOf(id);
    return label === null ? 'another need' : `“${label}”`;
  };
  const isHere = decision.needId === need.id || need.aliases.includes(decision.needId);
  switch (decision.kind) {
    case 'accept':
      return 'Accepted.';
    case 'rename':
      return `Named “${decision.label}”. Suggested was “${need.suggestedLabel}”.`;
    case 'describe':
      return decision.text === '' ? 'Took its sentence away.' : `Worded it: “${decision.text}”.`;
    case 'dismiss':
      return 'Dismissed.';
    case 'restore':
      return 'Brought back.';
    case 'keep':
      return 'Kept for a brief.';
    case 'merge': {
      const from = need.mergedFrom.find(({ decisionId }) => decisionId === decision.id);
      return `Merged “${from?.label ?? labelOf(decision.fromId) ?? decision.pinned.label}”.`;
    }
    case 'split':
      return isHere
        ? `Split off ${count(decision.quotes)} as ${other(decision.newId)}.`
        : `Split off from ${other(decision.needId)} with ${count(decision.quotes)}.`;
    case 'moveQuote':
      return isHere
        ? `Moved ${count(decision.quotes)} to ${other(decision.toId)}.`
        : `Moved ${count(decision.quotes)} here from ${other(decision.needId)}.`;
    case 'orderQuote':
      return 'Put a quote in its place on the board.';
    case 'addQuote':
      return `Added ${decision.quotes[0]?.kind === 'note' ? 'a note' : 'a quote'}.`;
    case 'markQuote':
      return `Marked ${count(decision.quotes)} ${MARKS[decision.quotes[0]?.verdict ?? 'for']}.`;
    case 'removeQuote':
      return `Took ${count(decision.quoteIds)} out.`;
    case 'rejectAgainst':
      return `Said of ${count(decision.quoteIds)} that it does not speak against this.`;
    case 'pinQuote':
      return `Pinned ${count(decision.quotes)}.`;
    case 'unpinQuote':
      return `Took the pin off ${count(decision.quoteIds)}.`;
    case 'pair':
      return 'Made the pair.';
    case 'unpair':
      return 'Took the pair apart.';
    case 'settle':
      return decision.dropped.length === 0
        ? 'Kept both the merge and the split.'
        : 'Chose between merge and split.';
    default:
      return assertNever(decision);
  }
}

const MARKS: Readonly<Record<Verdict, string>> = {
  for: 'for it',
  against: 'against it',
  request: 'as asked for',
};

function count(list: readonly unknown[]): string {
  return list.length === 1 ? '1 quote' : `${list.length} quotes`;
}
