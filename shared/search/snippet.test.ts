import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MeantWords, snippetOf } from './snippet.ts';

const meant: MeantWords = new Map([
  ['delivery', { kind: 'start', typed: 5 }],
  ['driver', { kind: 'exact', typed: 6 }],
]);

function letters(text: string): string[] {
  const snippet = snippetOf(text, meant);
  return snippet.ranges.map(([from, to]) => snippet.text.slice(from, to));
}

it('marks the letters that were typed of a beginning, and the whole of a word', () => {
  expect(letters('Know a Delivery is short before the driver leaves')).toEqual(['Deliv', 'driver']);
});

it('cuts a long text between words, around the first that was meant', () => {
  const long = `${'so many words before it comes '.repeat(20)}then the delivery was short, ${'and it goes on '.repeat(30)}`;
  const { text } = snippetOf(long, meant);
  expect(text).toMatch(/^… \w/);
  expect(text).toMatch(/\w …$/);
  expect(text.length).toBeLessThanOrEqual(164);
  expect(letters(long)).toEqual(['Deliv'.toLowerCase()]);
});

it('marks only letters that are there, whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(' delivery ', ' driver ', '😀', 'x'.repeat(90)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text, ranges } = snippetOf(pieces.join(''), meant);
      let at = 0;
      for (const [from, to] of ranges) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(['deliv', 'driver']).toContain(text.slice(from, to).toLowerCase());
        at = to;
      }
    }),
    { numRuns: 50 },
  );
});
