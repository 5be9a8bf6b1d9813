// The order people give to the quotes of a need: what two of them do apart, what a re-run leaves, what undo takes back.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InterviewId, type NeedId, ParticipantId } from '../ids.ts';
import { buildNeeds } from './build-needs.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import { inHandOrder, placeBelow } from './hand-order.ts';
import { ines, needA, needB, pinned, statement, tomas } from './testing/statements.ts';

const base = (number: number, by = ines, after: readonly number[] = []) => ({
  id: `d${number}`,
  at: `2026-11-25T10:00:0${number}.000Z`,
  by,
  after: after.map((one) => `d${one}`),
});
const on = (needId = needA) => ({
  needId,
  pinned: needId === needA ? pinned('a', 'b', 'c') : pinned('x', 'y'),
});
const put = (number: number, quoteId: string, below: readonly string[], by = ines): Decision =>
  Decision.parse({ ...base(number, by), ...on(), kind: 'orderQuote', quoteId, below });

/** Quotes of a need as its page and the board show them. */
function order(
  decisions: readonly Decision[],
  run = ['a', 'b', 'c'],
  of: NeedId = needA,
): string[] | undefined {
  const group = (id: NeedId, ids: readonly string[]) => ({
    id,
    label: 'a label',
    subtitle: '',
    statements: ids.map((one) => statement(one)),
    requests: [],
    strength: 1,
  });
  const interview = {
    id: InterviewId.parse('i1'),
    participantId: ParticipantId.parse('Alder'),
    participant: 'Alder',
    inRoom: [],
    isInRun: true,
    hasWords: true,
    isUnderstood: true,
    spokenMs: null,
    notes: [],
    offsetMs: 0,
    cut: (one: { readonly text: string }) => one.text,
  };
  const found = [group(needA, run), group(needB, ['x', 'y'])];
  const need = buildNeeds(found, foldDecisions(decisions), [interview]).find(({ id }) => id === of);
  return need?.quotes.map(({ id }) => id);
}

it('keeps a quote where a person put it, also when a run orders the others anew or brings more', () => {
  const decisions = [put(1, 'c', []), put(2, 'a', ['b', 'c'])];
  expect(order([])).toEqual(['a', 'b', 'c']);
  expect(order(decisions)).toEqual(['c', 'b', 'a']);
  expect(order(decisions, ['d', 'b', 'a', 'c'])).toEqual(['c', 'd', 'b', 'a']);
});

it('finds the place by what stood further above when the nearest is gone', () => {
  const apart = Decision.parse({ ...base(2, ines, [1]), ...on(), kind: 'removeQuote', quoteIds: ['b'] });
  expect(order([put(1, 'c', ['b', 'a']), apart])).toEqual(['a', 'c']);
});

it('keeps both places when two people put two quotes apart, and the later one when they put the same', () => {
  expect(order([put(1, 'c', []), put(2, 'a', ['b'], tomas)])).toEqual(['c', 'b', 'a']);
  expect(order([put(1, 'c', []), put(2, 'c', ['a'], tomas)])).toEqual(['a', 'c', 'b']);
  // Below one and the same: whoever came later stands nearer.
  expect(order([put(1, 'c', ['a']), put(2, 'b', ['a'], tomas)])).toEqual(['a', 'b', 'c']);
});

it('says nothing about whether a quote belongs there: moved away apart, it is away', () => {
  const moved = Decision.parse({
    ...base(2, tomas),
    ...on(),
    kind: 'moveQuote',
    toId: needB,
    quotes: [{ kind: 'words', verdict: 'for', statement: statement('c') }],
    below: ['x'],
  });
  expect(order([put(1, 'c', []), moved])).toEqual(['a', 'b']);
  expect(order([put(1, 'c', []), moved], undefined, needB)).toEqual(['x', 'c', 'y']);
});

it('goes with a merge, and comes apart with its undo', () => {
  const merge = Decision.parse({
    ...base(2, ines, [1]),
    ...on(),
    alsoPinned: [{ needId: needB, pinned: pinned('x', 'y') }],
    kind: 'merge',
    fromId: needB,
  });
  const mixed = Decision.parse({
    ...base(3, ines, [2]),
    ...on(),
    kind: 'orderQuote',
    quoteId: 'y',
    below: ['a'],
  });
  const undo = Decision.parse({ ...base(4, ines, [3]), kind: 'undo', decisionId: 'd2' });
  const decisions = [put(1, 'c', []), merge, mixed];
  expect(order(decisions)).toEqual(['c', 'a', 'y', 'b', 'x']);
  expect(order([...decisions, undo])).toEqual(['c', 'a', 'b']);
  expect(order([...decisions, undo], undefined, needB)).toEqual(['x', 'y']);
});

it('puts what is carried at the place that was chosen, and neither loses nor doubles anything', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 }), (moves) => {
      const places: { key: string; below: string[] }[] = [];
      let shown = keys;
      for (const [at, index] of moves) {
        const key = shown[at] ?? 'a';
        const others = shown.filter((one) => one !== key);
        places.push({ key, below: placeBelow(others, index) });
        shown = inHandOrder(keys, (one) => one, places);
        expect(shown).toEqual(others.toSpliced(index, 0, key));
      }
    }),
  );
});
