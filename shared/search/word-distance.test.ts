import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOneSlipAway, wordDistance } from './word-distance.ts';

it.each([
  ['delivery', 'delviery', 1],
  ['delivery', 'delivry', 1],
  ['delivery', 'delivvery', 1],
  ['delivery', 'delibery', 1],
  ['delivery', 'deilvrey', 2],
  ['delivery', 'invoice', 3],
])('%s and %s are %d apart', (a, b, away) => {
  expect(wordDistance(a, b, 2)).toBe(away);
});

it('knows one slip without a table as with one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlipAway(a, b)).toBe(wordDistance(a, b, 1) <= 1);
    }),
    { numRuns: 2_000 },
  );
});
