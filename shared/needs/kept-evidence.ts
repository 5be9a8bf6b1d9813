// How the evidence of decisions is kept: words stand in the log once, and later decisions that saw the same words name them.
// Whoever reads the log gets every decision whole; nothing but the workspace document knows the short form.
import type { StatementId } from '../ids.ts';
import type { Decision, PinnedEvidence } from './decision.ts';
import type { StatementRef } from './statement.ts';

/** The decision as it is stored after `before`, which are whole. */
export function withoutKnownWords(decision: Decision, before: readonly Decision[]): Decision {
  const known = firstWords(before);
  return mapEvidence(decision, (pinned) => {
    // A newer file may hold the words of a known id a little otherwise: then they stand here as they were seen.
    const isNew = (statement: StatementRef) => {
      const first = known.get(statement.id);
      if (first === undefined) known.set(statement.id, statement);
      return first === undefined || !isSameStatement(first, statement);
    };
    const idsOf = (statements: readonly StatementRef[]) => statements.map(({ id }) => id);
    const statements = pinned.statements.filter(isNew);
    const requests = pinned.requests.filter(isNew);
    if (statements.length === pinned.statements.length && requests.length === pinned.requests.length)
      return pinned;
    const seen = { statements: idsOf(pinned.statements), requests: idsOf(pinned.requests) };
    return { ...pinned, statements, requests, seen };
  });
}

/** Every decision with all words that its author saw. Words that stand nowhere are left out. */
export function withWholeEvidence(stored: readonly Decision[]): Decision[] {
  const words = firstWords(stored);
  const whole = (ids: readonly StatementId[], own: readonly StatementRef[]) =>
    ids.flatMap((id) => own.find((one) => one.id === id) ?? words.get(id) ?? []);
  return stored.map((decision) =>
    mapEvidence(decision, ({ seen, ...pinned }) =>
      seen === undefined
        ? pinned
        : {
            ...pinned,
            statements: whole(seen.statements, pinned.statements),
            requests: whole(seen.requests, pinned.requests),
          },
    ),
  );
}

/** Each id's words as they stand first in the log. */
function firstWords(decisions: readonly Decision[]): Map<StatementId, StatementRef> {
  const words = new Map<StatementId, StatementRef>();
  for (const statement of decisions.flatMap(storedIn))
    if (!words.has(statement.id)) words.set(statement.id, statement);
  return words;
}

function isSameStatement(one: StatementRef, other: StatementRef): boolean {
  return one.original === other.original && one.start === other.start && one.text === other.text;
}

/** What the decision itself holds of the words its author saw. */
function storedIn(decision: Decision): readonly StatementRef[] {
  if (!('pinned' in decision)) return [];
  return [decision, ...(decision.alsoPinned ?? [])].flatMap(({ pinned }) => [
    ...pinned.statements,
    ...pinned.requests,
  ]);
}

function mapEvidence(decision: Decision, change: (pinned: PinnedEvidence) => PinnedEvidence): Decision {
  if (!('pinned' in decision)) return decision;
  const { alsoPinned } = decision;
  return {
    ...decision,
    pinned: change(decision.pinned),
    ...(alsoPinned && { alsoPinned: alsoPinned.map((one) => ({ ...one, pinned: change(one.pinned) })) }),
  };
}
