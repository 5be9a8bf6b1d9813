// Folds the log of decisions into what holds now. A machine never appears here: only people's decisions do.
import type { NeedId } from '../ids.ts';
import { assertNever } from '../result.ts';
import type { DecidedNeed } from './decided-need.ts';
import {
  type Decision,
  evidenceKey,
  type NeedDecision,
  needsTouched,
  type PinnedEvidence,
  type PlacedEvidence,
} from './decision.ts';
import { inOrder, knowledge, standingDecisions } from './decision-order.ts';
import { joinStatements } from './join-statements.ts';
import type { Worded } from './need.ts';
import { drop, type Knew, merge, NeedDrafts, pin, place, takeOut } from './need-drafts.ts';
import type { NoteRef } from './note-ref.ts';
import { mergeOrSplitQuestions } from './open-questions.ts';
import { statusOf } from './status-of-need.ts';

/**
 * What holds after all decisions, whatever order they arrived in: they are read in the order of (time, id), so that
 * every computer comes to the same answer. An undo takes its decision out as if it had never been made. The rules for
 * decisions made apart stand in docs/joint-work.md.
 */
export function foldDecisions(decisions: readonly Decision[]): ReadonlyMap<NeedId, DecidedNeed> {
  const ordered = inOrder(decisions);
  const standing = standingDecisions(ordered);
  const knew = knowledge(ordered);
  const needs = new NeedDrafts();
  for (const decision of ordered) {
    if (decision.kind !== 'undo') remember(needs, decision);
  }
  for (const decision of standing) apply(needs, decision, knew);

  const questions = mergeOrSplitQuestions(standing, knew);
  const byNeed = new Map<NeedId, NeedDecision[]>();
  for (const decision of standing) {
    for (const id of needsTouched(decision)) byNeed.set(id, [...(byNeed.get(id) ?? []), decision]);
  }
  return new Map(
    needs.all().map((draft) => {
      const own = byNeed.get(draft.id) ?? [];
      return [
        draft.id,
        {
          ...draft,
          pinned: draft.pinned.label === '' ? { ...draft.pinned, ...draft.dismissedAs } : draft.pinned,
          ...statusOf(draft.id, own, knew),
          ...names(draft.names, knew),
          isDecided: own.length > 0,
          isHeld: own.some(({ kind }) => kind !== 'dismiss' && kind !== 'restore' && kind !== 'settle'),
          questions: questions
            .filter(({ needIds }) => needIds.includes(draft.id))
            .map(({ question }) => question),
          lastDecisionId: own.findLast(({ kind }) => kind !== 'keep')?.id ?? null,
        },
      ];
    }),
  );
}

/** Evidence of every decision, taken back or not. */
function remember(needs: NeedDrafts, decision: NeedDecision): void {
  for (const { needId, pinned } of pinnedBy(decision)) {
    const before = needs.get(needId).seen;
    needs.set(needId, { seen: joinStatements(before, [...pinned.statements, ...pinned.requests]) });
  }
  if (decision.kind !== 'split') return;
  needs.set(decision.newId, {
    seen: joinStatements(needs.get(decision.newId).seen, decision.quotes.flatMap(wordsOf)),
  });
}

function apply(needs: NeedDrafts, decision: NeedDecision, knew: Knew): void {
  for (const { needId, pinned } of pinnedBy(decision)) {
    const { label, subtitle } = pinned;
    if (decision.kind === 'dismiss') needs.set(needId, { dismissedAs: { label, subtitle } });
    needs.set(needId, {
      pinned: joinEvidence(needs.get(needId).pinned, pinned, decision.kind !== 'dismiss'),
    });
  }
  const need = needs.get(decision.needId);
  const worded = (text: string): Worded => ({
    decisionId: decision.id,
    text,
    by: decision.by,
    at: decision.at,
  });
  switch (decision.kind) {
    case 'accept':
    case 'restore':
    case 'keep':
    case 'settle':
      return;
    case 'rename':
      needs.set(need.id, { names: [...need.names, worded(decision.label)] });
      return;
    case 'describe':
      needs.set(need.id, { description: decision.text === '' ? null : worded(decision.text) });
      return;
    case 'dismiss':
      needs.set(need.id, { dismissedWith: decision.pinned.statements });
      return;
    case 'merge':
      merge(needs, decision);
      return;
    case 'split':
      takeOut(needs, decision, decision.quotes.map(evidenceKey), knew);
      place(needs.get(decision.newId), decision.quotes, decision, knew);
      needs.set(decision.newId, {
        splitFrom: decision.needId,
        names: [
          ...needs.get(decision.newId).names,
          ...(decision.label === null ? [] : [worded(decision.label)]),
        ],
      });
      return;
    case 'moveQuote':
      takeOut(needs, decision, decision.quotes.map(evidenceKey), knew);
      place(needs.get(decision.toId), decision.quotes, decision, knew);
      if (decision.below !== undefined)
        putDown(needs, decision.toId, decision.quotes.map(evidenceKey), decision.below);
      return;
    case 'orderQuote':
      putDown(needs, need.id, [decision.quoteId], decision.below);
      return;
    case 'addQuote':
    case 'markQuote':
      // In a merged need the same words may lie in several of its parts: all are to say the same.
      place(need, decision.quotes, decision, knew, needs.family(need.id));
      return;
    case 'removeQuote':
      takeOut(needs, decision, decision.quoteIds, knew);
      return;
    case 'rejectAgainst':
      for (const id of decision.quoteIds) need.rejectedAgainst.add(id);
      return;
    case 'pinQuote':
      pin(need, decision.quotes, decision, knew);
      return;
    case 'unpinQuote':
      for (const part of needs.family(need.id)) drop(part.pinnedQuotes, decision, decision.quoteIds, knew);
      return;
    case 'pair':
      needs.set(need.id, { pair: { asked: decision.asked, needs: decision.needs, by: decision.by } });
      return;
    case 'unpair':
      needs.set(need.id, { pair: 'broken' });
      return;
    default:
      assertNever(decision);
  }
}

/** One below the other, the first below what stood above it. */
function putDown(needs: NeedDrafts, id: NeedId, keys: readonly string[], below: readonly string[]): void {
  const places = keys.map((key, at) => ({ key, below: [...keys.slice(0, at).reverse(), ...below] }));
  needs.set(id, { places: [...needs.get(id).places, ...places] });
}

/** The last name is shown; those whose authors did not know each other's are kept beside it. */
function names(given: readonly Worded[], knew: Knew) {
  const last = given.at(-1);
  const unanswered = given.filter(
    (name) => name !== last && !given.some((other) => knew(name.decisionId, other.decisionId)),
  );
  return {
    label: last?.text ?? null,
    renamedBy: last?.by ?? null,
    otherNames: unanswered.filter((name) => name.text !== last?.text).reverse(),
  };
}

function pinnedBy(decision: NeedDecision): { needId: NeedId; pinned: PinnedEvidence }[] {
  if (!('pinned' in decision)) return [];
  return [{ needId: decision.needId, pinned: decision.pinned }, ...(decision.alsoPinned ?? [])];
}

function wordsOf(placed: PlacedEvidence) {
  return placed.kind === 'words' ? [placed.statement] : [];
}

/** The first label that somebody took up stays: a later run must not rename it. */
function joinEvidence(before: PinnedEvidence, next: PinnedEvidence, isTakenUp: boolean): PinnedEvidence {
  const named = before.label !== '' || !isTakenUp ? before : next;
  return {
    label: named.label,
    subtitle: named.subtitle,
    statements: joinStatements(before.statements, next.statements),
    requests: joinStatements(before.requests, next.requests),
    notes: joinNotes(before.notes ?? [], next.notes ?? []),
  };
}

function joinNotes(first: readonly NoteRef[], second: readonly NoteRef[]): NoteRef[] {
  const known = new Set(first.map(({ noteId }) => noteId));
  return [...first, ...second.filter(({ noteId }) => !known.has(noteId))];
}
