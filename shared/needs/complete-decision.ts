// Turns what a person wants to decide into a decision that stands on its own: checked against what is there, with the
// evidence they saw. Whatever does not fit is refused with a sentence, and nothing is written.
import { AppError } from '../errors.ts';
import type { NeedId } from '../ids.ts';
import { assertNever } from '../result.ts';
import type { DecidedNeed } from './decided-need.ts';
import {
  type Decision,
  evidenceKey,
  type NeedDecision,
  needsTouched,
  type PairSide,
  type PlacedEvidence,
  type Verdict,
} from './decision.ts';
import { inOrder, standingDecisions } from './decision-order.ts';
import { foldDecisions } from './fold-decisions.ts';
import type { FoundNeed } from './found-need.ts';
import { type NeedPart, needParts } from './need-parts.ts';
import type { NewDecision, NewPairSide } from './new-decision.ts';
import { rootOf } from './own-evidence.ts';
import { pinEvidence } from './pin-evidence.ts';

export interface DecisionGround {
  /** The groups of the last run. */
  readonly found: readonly FoundNeed[];
  readonly decisions: readonly Decision[];
  /** The evidence that an `addQuote` names. */
  readonly added: PlacedEvidence | null;
}

type Base = Pick<Decision, 'id' | 'at' | 'by' | 'after'>;

/** AppError: `not-found`, `invalid-input`, or `built-upon` for what later decisions rest on. */
export function completeDecision(wanted: NewDecision, base: Base, ground: DecisionGround): Decision {
  if (wanted.kind === 'undo') return undo(wanted.decisionId, base, ground.decisions);
  const decided = foldDecisions(ground.decisions);
  const needs = needParts(ground.found, decided);
  const partsOf = (id: NeedId) => there(needs.get(rootOf(id, decided)), 'need');
  const parts = partsOf(wanted.needId);
  const needId = rootOf(wanted.needId, decided);
  if (wanted.kind === 'settle') return settle(wanted, { ...base, needId }, decided.get(needId));
  const { own, merged } = pinEvidence(parts);
  const on = { ...base, needId, pinned: own, ...(merged.length > 0 && { alsoPinned: merged }) };
  const quotes = (ids: readonly string[], verdict?: Verdict) =>
    ids.map((id) => evidenceOf(id, parts, verdict));
  switch (wanted.kind) {
    case 'restore':
      return { ...base, kind: 'restore', needId };
    case 'accept':
    case 'dismiss':
    case 'keep':
    case 'unpair':
      return { ...on, kind: wanted.kind };
    case 'rename':
      return { ...on, kind: 'rename', label: wanted.label };
    case 'describe':
      return { ...on, kind: 'describe', text: wanted.text };
    case 'merge': {
      const from = pinEvidence(partsOf(wanted.fromId));
      const fromId = rootOf(wanted.fromId, decided);
      if (fromId === needId) throw new AppError('invalid-input', 'a need cannot be merged into itself');
      const alsoPinned = [...merged, { needId: fromId, pinned: from.own }, ...from.merged];
      return { ...on, kind: 'merge', fromId, alsoPinned };
    }
    case 'split': {
      const { newId, label } = wanted;
      return { ...on, kind: 'split', newId, label, quotes: quotes(wanted.quoteIds) };
    }
    case 'moveQuote': {
      const target = partsOf(wanted.toId);
      const toId = rootOf(wanted.toId, decided);
      if (toId === needId) throw new AppError('invalid-input', 'the quotes are in this need already');
      const below = wanted.below && { below: knownAbove(wanted.below, wanted.quoteIds, target) };
      return { ...on, kind: 'moveQuote', toId, quotes: quotes(wanted.quoteIds), ...below };
    }
    case 'orderQuote': {
      const [quote] = quotes([wanted.quoteId]).map(evidenceKey);
      const quoteId = there(quote, 'quote');
      return { ...on, kind: 'orderQuote', quoteId, below: knownAbove(wanted.below, [quoteId], parts) };
    }
    case 'addQuote':
      return { ...on, kind: 'addQuote', quotes: [there(ground.added ?? undefined, 'evidence')] };
    case 'markQuote':
      return { ...on, kind: 'markQuote', quotes: quotes(wanted.quoteIds, wanted.verdict) };
    case 'pinQuote':
      return { ...on, kind: 'pinQuote', quotes: quotes(wanted.quoteIds) };
    case 'removeQuote':
    case 'rejectAgainst':
    case 'unpinQuote':
      return { ...on, kind: wanted.kind, quoteIds: quotes(wanted.quoteIds).map(evidenceKey) };
    case 'pair':
      return { ...on, kind: 'pair', asked: side(wanted.asked, parts), needs: side(wanted.needs, parts) };
    default:
      return assertNever(wanted);
  }
}

/** A need that was split off cannot be dissolved while somebody's later decision is about it. */
function undo(decisionId: string, base: Base, decisions: readonly Decision[]): Decision {
  const target = there(
    decisions.find((decision) => decision.id === decisionId),
    'decision',
  );
  const standing = standingDecisions(inOrder(decisions));
  const at = standing.findIndex(({ id }) => id === decisionId);
  if (target.kind === 'split' && at >= 0) {
    const restsOnIt = (later: NeedDecision) => needsTouched(later).includes(target.newId);
    if (standing.slice(at + 1).some(restsOnIt))
      throw new AppError('built-upon', 'later decisions are about the need that was split off');
  }
  return { ...base, kind: 'undo', decisionId };
}

function settle(
  { mergeId, splitId, keep }: Extract<NewDecision, { kind: 'settle' }>,
  base: Base & { readonly needId: NeedId },
  need: DecidedNeed | undefined,
): Decision {
  there(
    need?.questions.find((one) => one.mergeId === mergeId && one.splitId === splitId),
    'question',
  );
  const kept = keep === 'both' ? [mergeId, splitId] : [keep === 'merge' ? mergeId : splitId];
  const dropped = [mergeId, splitId].filter((id) => !kept.includes(id));
  return { ...base, kind: 'settle', kept, dropped };
}

function side({ quoteId, text }: NewPairSide, parts: readonly NeedPart[]): PairSide {
  const evidence = quoteId === null ? null : evidenceOf(quoteId, parts);
  if (evidence?.kind === 'note') throw new AppError('invalid-input', 'a note is not a quote');
  return { statement: evidence?.statement ?? null, text: text === '' ? null : text };
}

/** What the need shows under this id, a candidate against too. AppError `not-found`. */
function evidenceOf(id: string, parts: readonly NeedPart[], verdict?: Verdict): PlacedEvidence {
  const candidate = parts.flatMap((part) => part.found?.againstCandidates ?? []).find((one) => one.id === id);
  const placed =
    parts.flatMap((part) => part.evidence.get(id) ?? []).at(0)?.placed ??
    (candidate && { kind: 'words' as const, verdict: 'against' as const, statement: candidate });
  const known = there(placed, 'quote');
  if (verdict === undefined) return known;
  if (known.kind === 'words') return { ...known, verdict };
  if (verdict === 'request') throw new AppError('invalid-input', 'a note is no request in somebody’s words');
  return { ...known, verdict };
}

/** What stands above a place, of what the need holds by now: somebody may have moved some of it meanwhile. */
function knownAbove(below: readonly string[], own: readonly string[], parts: readonly NeedPart[]): string[] {
  return below.filter((key) => !own.includes(key) && parts.some((part) => part.evidence.has(key)));
}

/** What was asked for, or AppError `not-found`. */
function there<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new AppError('not-found', `there is no such ${what} in this workspace`);
  return record;
}
