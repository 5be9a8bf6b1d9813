import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NeedId, ParticipantId, StatementId } from '../../../../shared/ids.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { aNeed, aQuote } from '../../../../shared/needs/testing/needs.ts';
import { type BoardAction, boardColumns, EMPTY_BOARD, moveOnBoard } from './board-moves.ts';

const [a, b] = [NeedId.parse('a'), NeedId.parse('b')];
const quote = (id: string) =>
  aQuote({ id: StatementId.parse(id), participantId: ParticipantId.parse(`p-${id}`) });
const needs = [
  aNeed({ id: a, quotes: [quote('q1'), quote('q2')] }),
  aNeed({ id: b, requests: [quote('q3')] }),
];

function after(...actions: BoardAction[]) {
  return actions.reduce(moveOnBoard, EMPTY_BOARD);
}

it('carries a quote to another need by keys as a pointer does', () => {
  const pickUp = { kind: 'pick-up', quoteId: StatementId.parse('q1'), from: a, index: 0 } as const;
  const byKeys = after(pickUp, { kind: 'step', by: 1, columns: [a, b, null] }, { kind: 'put-down' });
  const byPointer = after(pickUp, { kind: 'over', to: b, index: 0 }, { kind: 'put-down' });
  expect(byKeys).toEqual(byPointer);
  const columns = boardColumns(needs, byKeys.moved);
  expect(columns.map(({ cards }) => cards.map((card) => card.quote.id))).toEqual([['q2'], ['q1', 'q3']]);
  expect(columns.map(({ people }) => people)).toEqual([1, 1]);
});

it('puts a card in its place in its own column, and shows the order that people gave', () => {
  const pickUp = { kind: 'pick-up', quoteId: StatementId.parse('q1'), from: a, index: 0 } as const;
  const down = { kind: 'place', by: 1, others: 1 } as const;
  const state = after(pickUp, down, down, { kind: 'put-down' });
  const ids = (needsThere: readonly Need[]) =>
    boardColumns(needsThere, state.moved)[0]?.cards.map(({ quote: { id } }) => id);
  expect(ids(needs)).toEqual(['q2', 'q1']);
  const ordered = aNeed({
    id: a,
    quotes: [quote('q1'), quote('q2')],
    requests: [quote('r1')],
    handOrder: ['r1', 'q2', 'q1'],
  });
  expect(boardColumns([ordered], [])[0]?.cards.map((card) => card.quote.id)).toEqual(['r1', 'q2', 'q1']);
});

it('puts back what was only lifted, and moves nothing that is put down where it was', () => {
  const pickUp = { kind: 'pick-up', quoteId: StatementId.parse('q1'), from: a, index: 0 } as const;
  expect(after(pickUp, { kind: 'over', to: b, index: 1 }, { kind: 'put-back' })).toEqual(EMPTY_BOARD);
  expect(after(pickUp, { kind: 'put-down' })).toEqual(EMPTY_BOARD);
});

it('takes a quote out to where nothing is placed, and knows it again once the host has answered', () => {
  const pickUp = { kind: 'pick-up', quoteId: StatementId.parse('q3'), from: b, index: 0 } as const;
  const out = after(pickUp, { kind: 'step', by: 1, columns: [a, b, null] }, { kind: 'put-down' });
  expect(boardColumns(needs, out.moved)[1]?.cards).toEqual([]);
  expect(moveOnBoard(out, { kind: 'settled' })).toEqual(EMPTY_BOARD);
});

it('never loses or doubles a card, whatever is done', () => {
  const to = fc.constantFrom(a, b);
  const actions = fc.oneof(
    fc.record({
      kind: fc.constant('pick-up' as const),
      quoteId: fc.constantFrom('q1', 'q2', 'q3').map((id) => StatementId.parse(id)),
      from: to,
      index: fc.nat({ max: 4 }),
    }),
    fc.record({ kind: fc.constant('over' as const), to, index: fc.nat({ max: 4 }) }),
    fc.record({
      kind: fc.constant('place' as const),
      by: fc.constantFrom(1 as const, -1 as const),
      others: fc.nat({ max: 4 }),
    }),
    fc.record({
      kind: fc.constant('step' as const),
      by: fc.constantFrom(1 as const, -1 as const),
      columns: fc.constant([a, b]),
    }),
    fc.constantFrom<BoardAction>({ kind: 'put-down' }, { kind: 'put-back' }),
  );
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 30 }), (done) => {
      const cards = boardColumns(needs, after(...done).moved).flatMap((column) => column.cards);
      expect(cards.map((card) => card.quote.id).sort()).toEqual(['q1', 'q2', 'q3']);
    }),
  );
});
