import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellSentence, movedInMatrix } from './matrix-model.ts';

const size = { rows: 20, columns: 10, segmentStarts: [0, 4, 7], page: 8 };
const at = (row: number, column: number) => ({ row, column });

it('moves by a cell, a segment, a person and a page', () => {
  expect(movedInMatrix(at(3, 2), 'ArrowRight', false, size)).toEqual(at(3, 3));
  expect(movedInMatrix(at(3, 2), 'ArrowRight', true, size)).toEqual(at(3, 4));
  expect(movedInMatrix(at(3, 8), 'ArrowLeft', true, size)).toEqual(at(3, 7));
  expect(movedInMatrix(at(3, 7), 'ArrowLeft', true, size)).toEqual(at(3, 4));
  expect(movedInMatrix(at(3, 2), 'End', false, size)).toEqual(at(3, 9));
  expect(movedInMatrix(at(3, 2), 'PageDown', false, size)).toEqual(at(11, 2));
  expect(movedInMatrix(at(0, 0), 'ArrowLeft', false, size)).toEqual(at(0, -1));
  expect(movedInMatrix(at(0, 0), 'x', false, size)).toBeNull();
});

it('never leads out of the matrix', () => {
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (presses) => {
      let place = at(0, 0);
      for (const [key, isShift] of presses) place = movedInMatrix(place, key, isShift, size) ?? place;
      expect(place.row >= 0 && place.row < size.rows).toBe(true);
      expect(place.column >= -1 && place.column < size.columns).toBe(true);
    }),
  );
});

it.each([
  [{ quotes: 1, against: 0, isPending: false }, 'Juniper, 1 quote'],
  [{ quotes: 0, against: 1, isPending: false }, 'Juniper, against, 1 quote'],
  [{ quotes: 2, against: 1, isPending: false }, 'Juniper, 2 quotes, against, 1 quote'],
  [{ quotes: 0, against: 0, isPending: false }, 'Juniper, nothing'],
  [{ quotes: 0, against: 0, isPending: true }, 'Juniper, not counted yet'],
])('says a cell in words: %o', (cell, sentence) => {
  expect(cellSentence('Juniper', cell)).toBe(sentence);
});
