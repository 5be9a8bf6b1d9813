import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NeedId, StatementId } from '../../../../shared/ids.ts';
import type { TurnStatement } from './statements.ts';
import { textPieces } from './text-pieces.ts';

function over(from: number, to: number, label = 'n'): TurnStatement {
  return {
    from,
    to,
    statement: {
      id: StatementId.parse(`s${from}`),
      kind: 'need',
      needId: NeedId.parse('n'),
      label,
      start: from,
      end: to,
      startMs: null,
      endMs: null,
    },
  };
}

it('cuts words where a statement begins and ends', () => {
  const pieces = textPieces('Well, I want a dashboard. You see.', [over(6, 25)]);
  expect(pieces.map(({ text, statements }) => [text, statements.length])).toEqual([
    ['Well, ', 0],
    ['I want a dashboard.', 1],
    [' You see.', 0],
  ]);
});

it('lays statements that overlap over the same words', () => {
  const pieces = textPieces('abcdef', [over(0, 4, 'first'), over(2, 6, 'second')]);
  expect(pieces.map(({ text, statements }) => [text, statements.map((one) => one.statement.label)])).toEqual([
    ['ab', ['first']],
    ['cd', ['first', 'second']],
    ['ef', ['second']],
  ]);
});

it('marks found words inside a statement without taking the statement away', () => {
  const pieces = textPieces('abcdef', [over(0, 6)], [{ from: 2, to: 4, isCurrent: true }]);
  expect(pieces.map(({ hit, statements }) => [hit, statements.length])).toEqual([
    ['none', 1],
    ['current', 1],
    ['none', 1],
  ]);
});

it('never loses or repeats a character', () => {
  const span = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), fc.array(span), (text, spans, hits) => {
      const pieces = textPieces(
        text,
        spans.map(([from, to]) => over(from, to)),
        hits.map(([from, to]) => ({ from, to, isCurrent: false })),
      );
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
