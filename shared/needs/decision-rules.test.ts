// The rules that no decision, re-run or merge of several people's work may break, tried at random. The oracle is kept by
// hand: who knew what is written down when it happens, not read back from the decisions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { NeedId, NoteId, PersonId } from '../ids.ts';
import { completeDecision } from './complete-decision.ts';
import { type Decision, evidenceKey, type PlacedEvidence } from './decision.ts';
import { inOrder, newestDecisions, standingDecisions } from './decision-order.ts';
import { decisionTime } from './decision-time.ts';
import { foldDecisions } from './fold-decisions.ts';
import type { FoundNeed } from './found-need.ts';
import { knownNeeds } from './known-needs.ts';
import { type NeedPart, needParts } from './need-parts.ts';
import type { NewDecision } from './new-decision.ts';
import { rootOf } from './own-evidence.ts';
import { reconcileIds } from './reconcile.ts';
import type { StatementRef } from './statement.ts';
import { statement } from './testing/statements.ts';

const PEOPLE = ['ines', 'tomas', 'mara'].map((id) => PersonId.parse(id));
const POOL = Array.from({ length: 10 }, (_, index) => statement(`s${index}`));

const someAct = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  what: fc.constantFrom(
    'run',
    'hear',
    'accept',
    'rename',
    'describe',
    'dismiss',
    'restore',
    'keep',
    'merge',
    'split',
    'moveQuote',
    'orderQuote',
    'addQuote',
    'markQuote',
    'removeQuote',
    'rejectAgainst',
    'pinQuote',
    'unpinQuote',
    'pair',
    'unpair',
    'settle',
    'undo',
  ),
  need: fc.nat({ max: 30 }),
  other: fc.nat({ max: 30 }),
  quotes: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
  skewMs: fc.integer({ min: -60_000, max: 60_000 }),
});
type Act = typeof someAct extends fc.Arbitrary<infer T> ? T : never;

/** One person's computer: what arrived there, and its own last run. */
interface Computer {
  readonly by: PersonId;
  log: Map<string, Decision>;
  found: readonly FoundNeed[];
}

/** Lets three people decide, compute and hear of each other, as the acts say. */
function play(acts: readonly Act[]) {
  const computers: Computer[] = PEOPLE.map((by) => ({ by, log: new Map(), found: firstRun }));
  const known = new Map<string, ReadonlySet<string>>(); // decision → what its author knew
  acts.forEach((act, index) => {
    const computer = computers[act.who];
    if (!computer) return;
    if (act.what === 'run') computer.found = run(computer, act);
    else if (act.what === 'hear') {
      const other = computers[act.other % computers.length];
      for (const [id, decision] of other?.log ?? []) computer.log.set(id, decision);
    } else decide(computer, act, index, known);
  });
  const all = new Map(computers.flatMap(({ log }) => [...log]));
  return { computers, all: [...all.values()], known };
}

function group(id: string, ids: readonly number[]): FoundNeed {
  const statements = ids.flatMap((at) => POOL[at] ?? []);
  return {
    id: NeedId.parse(id),
    label: `label of ${id}`,
    subtitle: '',
    statements,
    requests: [],
    strength: 1,
  };
}
const firstRun = [group('need-1', [0, 1, 2]), group('need-2', [3, 4, 5])];

/** A run that draws its borders as the act says, under ids as the host gives them. */
function run({ log, found }: Computer, { quotes, need }: Act): FoundNeed[] {
  const rest = POOL.map((_, at) => at).filter((at) => !quotes.includes(at));
  const cut = need % Math.max(1, rest.length);
  const groups = [quotes, rest.slice(0, cut), rest.slice(cut)]
    .filter((ids) => ids.length > 0)
    .map((ids) => group('x', ids));
  const decided = foldDecisions([...log.values()]);
  const newId = (statements: readonly StatementRef[]) =>
    NeedId.parse(`need-of-${statements[0]?.id ?? 'none'}`);
  const ids = reconcileIds(groups, knownNeeds(decided, found), newId);
  return groups.map((one, index) => ({ ...one, id: ids[index] ?? one.id }));
}

function decide(computer: Computer, act: Act, index: number, known: Map<string, ReadonlySet<string>>): void {
  const decisions = [...computer.log.values()];
  const wanted = wish(computer, act);
  if (wanted === null) return;
  const id = `d${String(index).padStart(3, '0')}`;
  const now = new Date(Date.parse('2026-11-25T10:00:00Z') + index * 1_000 + act.skewMs);
  const base = {
    id,
    by: computer.by,
    at: decisionTime(
      decisions.map((one) => one.at),
      now,
    ),
    after: newestDecisions(decisions),
  };
  const word = POOL[act.quotes[0] ?? 0];
  const added: PlacedEvidence | null = word ? { kind: 'words', verdict: 'for', statement: word } : null;
  try {
    known.set(id, new Set(computer.log.keys()));
    computer.log.set(id, completeDecision(wanted, base, { found: computer.found, decisions, added }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error; // refused, as a host refuses it
  }
}

function wish(computer: Computer, act: Act): NewDecision | null {
  const decided = foldDecisions([...computer.log.values()]);
  const needs = needParts(computer.found, decided);
  const ids = [...needs.keys()];
  const needId = ids[act.need % ids.length];
  const otherId = ids[act.other % ids.length];
  if (needId === undefined || otherId === undefined) return null;
  const keys = keysOf(needs.get(needId));
  const quoteIds = act.quotes.flatMap((at) => keys[at % Math.max(1, keys.length)] ?? []);
  const side = { quoteId: quoteIds[0] ?? null, text: 'a sentence' };
  switch (act.what) {
    case 'accept':
    case 'dismiss':
    case 'restore':
    case 'keep':
    case 'unpair':
      return { kind: act.what, needId };
    case 'rename':
      return { kind: 'rename', needId, label: `name ${act.other}` };
    case 'describe':
      return { kind: 'describe', needId, text: act.other % 3 === 0 ? '' : `sentence ${act.other}` };
    case 'merge':
      return { kind: 'merge', needId, fromId: otherId };
    case 'split':
      return quoteIds.length === 0
        ? null
        : {
            kind: 'split',
            needId,
            newId: NeedId.parse(`split-${computer.by}-${computer.log.size}-${act.other}`),
            quoteIds,
            label: null,
          };
    case 'moveQuote':
      return quoteIds.length === 0
        ? null
        : {
            kind: 'moveQuote',
            needId,
            toId: otherId,
            quoteIds,
            below: act.other % 2 ? keysOf(needs.get(otherId)).slice(0, act.need % 4) : undefined,
          };
    case 'orderQuote': {
      const [quoteId, ...above] = quoteIds;
      return quoteId === undefined ? null : { kind: 'orderQuote', needId, quoteId, below: above };
    }
    case 'addQuote':
      return {
        kind: 'addQuote',
        needId,
        source: { kind: 'note', interviewId: statement('x').interviewId, noteId: NoteId.parse('n1') },
        verdict: 'for',
      };
    case 'markQuote':
      return quoteIds.length === 0
        ? null
        : { kind: 'markQuote', needId, quoteIds, verdict: act.other % 2 ? 'against' : 'for' };
    case 'removeQuote':
    case 'rejectAgainst':
    case 'pinQuote':
    case 'unpinQuote':
      return quoteIds.length === 0 ? null : { kind: act.what, needId, quoteIds };
    case 'pair':
      return { kind: 'pair', needId, asked: side, needs: side };
    case 'settle': {
      const question = decided.get(needId)?.questions[0];
      return question
        ? {
            kind: 'settle',
            needId,
            mergeId: question.mergeId,
            splitId: question.splitId,
            keep: (['merge', 'split', 'both'] as const)[act.other % 3] ?? 'both',
          }
        : null;
    }
    case 'undo': {
      const log = [...computer.log.keys()];
      const decisionId = log[act.other % Math.max(1, log.length)];
      return decisionId === undefined ? null : { kind: 'undo', decisionId };
    }
    default:
      return null;
  }
}

function keysOf(parts: readonly NeedPart[] | undefined): string[] {
  return (parts ?? []).flatMap((part) => [...part.evidence.keys()]);
}

/** Everything that is shown of all needs, without what only a later run reads. */
function shown(found: readonly FoundNeed[], log: readonly Decision[]) {
  const decided = foldDecisions(log);
  return (
    [...needParts(found, decided)]
      .map(([id, parts]) => {
        const { seen: _, ...own } = decided.get(id) ?? { seen: [] };
        return {
          id,
          own,
          evidence: parts.flatMap((part) => [...part.evidence]).sort(([a], [b]) => (a < b ? -1 : 1)),
        };
      })
      // A need whose only decision was taken back is as good as one that nobody ever decided on.
      .filter(({ id, evidence }) => evidence.length > 0 || decided.get(id)?.isDecided)
      .map((need) => (decided.get(need.id)?.isDecided ? need : { ...need, own: null }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  );
}

describe('decisions of several people, re-runs and merges in any order', () => {
  it('keep every pinned and hand-added quote in its need, unless somebody who knew of it took it out', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 40 }), (acts) => {
        const { computers, all, known } = play(acts);
        const decided = foldDecisions(all);
        const standing = standingDecisions(inOrder(all));
        for (const { found } of computers) {
          const needs = needParts(found, decided);
          for (const put of standing) {
            for (const { key, needId } of putBy(put)) {
              const isTakenOut = standing.some(
                (later) =>
                  known.get(later.id)?.has(put.id) &&
                  rootOf(later.needId, decided) === rootOf(needId, decided) &&
                  takenOutBy(later, put).includes(key),
              );
              if (isTakenOut) continue;
              const parts = needs.get(rootOf(needId, decided)) ?? [];
              expect(parts.flatMap((part) => [...part.evidence.keys()])).toContain(key);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep what two put in apart when a third takes out what only one of them put (seed 1527662536)', () => {
    const act = { need: 0, other: 0, quotes: [0], skewMs: 0 };
    const { computers, all } = play([
      { ...act, who: 0, what: 'markQuote', need: 1 },
      { ...act, who: 0, what: 'removeQuote', need: 1 },
      { ...act, who: 1, what: 'markQuote', need: 1, skewMs: -2_001 },
    ]);
    const need = NeedId.parse('need-2');
    const parts = needParts(computers[0]?.found ?? [], foldDecisions(all)).get(need);
    expect(keysOf(parts)).toContain('s3');
  });

  it('come out the same in whatever order they arrive', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (acts, noise) => {
        const { all } = play(acts);
        const shuffled = all
          .map((one) => ({ one, key: Number(noise.next().value) }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(shown(firstRun, shuffled)).toEqual(shown(firstRun, all));
      }),
    );
  });

  it('can each be undone as if it had never been made, and brought back by undoing the undo', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 25 }), someAct, (acts, last) => {
        const { computers, known } = play(acts);
        const computer = computers[last.who];
        if (!computer) return;
        const before = shown(computer.found, [...computer.log.values()]);
        decide(computer, last, acts.length, known);
        const made = [...computer.log.values()].at(-1);
        if (
          last.what === 'run' ||
          last.what === 'hear' ||
          made?.id !== `d${String(acts.length).padStart(3, '0')}`
        )
          return;
        const after = shown(computer.found, [...computer.log.values()]);
        const undo = (decisionId: string, id: string): Decision => {
          const decisions = [...computer.log.values()];
          const at = decisionTime(
            decisions.map((one) => one.at),
            new Date(0),
          );
          return { id, by: computer.by, at, after: newestDecisions(decisions), kind: 'undo', decisionId };
        };
        computer.log.set('undo', undo(made.id, 'undo'));
        expect(shown(computer.found, [...computer.log.values()])).toEqual(before);
        computer.log.set('redo', undo('undo', 'redo'));
        expect(shown(computer.found, [...computer.log.values()])).toEqual(after);
      }),
    );
  });

  it('keep their ids through a re-run of the same groups and through lost results', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 25 }), someAct, (acts, last) => {
        const { computers, all } = play(acts);
        const decided = foldDecisions(all);
        const computer = computers[last.who];
        if (!computer) return;
        const again = run({ ...computer, log: new Map(all.map((one) => [one.id, one])) }, last);
        expect(
          run({ ...computer, log: new Map(all.map((one) => [one.id, one])), found: again }, last),
        ).toEqual(again);
        for (const found of [again, []]) {
          const needs = needParts(found, decided);
          for (const need of decided.values()) {
            if (need.isDecided) expect(needs.has(rootOf(need.id, decided))).toBe(true);
          }
        }
      }),
    );
  });
});

function putBy(decision: ReturnType<typeof standingDecisions>[number]): { key: string; needId: NeedId }[] {
  switch (decision.kind) {
    case 'addQuote':
    case 'pinQuote':
    case 'markQuote':
      return decision.quotes.map((one) => ({ key: evidenceKey(one), needId: decision.needId }));
    case 'moveQuote':
      return decision.quotes.map((one) => ({ key: evidenceKey(one), needId: decision.toId }));
    case 'split':
      return decision.quotes.map((one) => ({ key: evidenceKey(one), needId: decision.newId }));
    default:
      return [];
  }
}

function takenOutBy(
  decision: ReturnType<typeof standingDecisions>[number],
  put: ReturnType<typeof standingDecisions>[number],
): string[] {
  switch (decision.kind) {
    case 'removeQuote':
      return decision.quoteIds;
    case 'unpinQuote':
      return put.kind === 'pinQuote' ? decision.quoteIds : [];
    case 'moveQuote':
    case 'split':
      return decision.quotes.map(evidenceKey);
    default:
      return [];
  }
}
