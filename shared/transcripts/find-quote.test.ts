import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, indexText, quoteAt } from './find-quote.ts';

const TALK =
  'I look at takings, waste, and what I still owe. Monday, before seven.\nAnd then?\nThen I order.';

function move(before: string, words: string, after: string): string | null {
  const from = before.indexOf(words);
  const span = findQuote(quoteAt(before, { from, to: from + words.length }), indexText(after));
  return span === null ? null : after.slice(span.from, span.to);
}

describe('findQuote', () => {
  it('finds words again when others were added before them', () => {
    expect(move(TALK, 'takings, waste', `Good morning.\n${TALK}`)).toBe('takings, waste');
  });

  it('finds them under another case, punctuation and accents', () => {
    expect(move(TALK, 'Monday, before seven', TALK.toUpperCase().replaceAll(',', ''))).toBe(
      'MONDAY BEFORE SEVEN',
    );
  });

  it('finds nothing when a word of them has changed', () => {
    expect(move(TALK, 'takings, waste', TALK.replace('waste', 'haste'))).toBeNull();
  });

  it('tells two places apart by the words around them, and chooses none when those are the same', () => {
    const twice = 'He said we count by hand on Monday. She said we count by hand on Friday.';
    expect(findQuote(quoteAt(twice, { from: 8, to: 24 }), indexText(`Well. ${twice}`))).toEqual({
      from: 14,
      to: 30,
    });
    const same = 'We count by hand. We count by hand. We count by hand.';
    expect(findQuote({ exact: 'count by', prefix: 'We', suffix: 'hand' }, indexText(same))).toBeNull();
  });

  it('does not take one short word alone for the same', () => {
    expect(move('Do you count? Yes, always.', 'Yes', 'Is it cold? Yes.')).toBeNull();
  });

  it('gives the same words back, or none, whatever is inserted and cut', () => {
    const word = fc.constantFrom('so', 'it', 'broke', 'Monday', 'waste', 'yes', 'no', 'née', 'counting', '7');
    const talk = fc.array(word, { minLength: 6, maxLength: 60 });
    void fc.assert(
      fc.property(
        talk,
        fc.array(word, { maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (words, more, a, b, c) => {
          const before = words.join(' ');
          const at = c % (words.length + 1);
          const after = [...words.slice(0, at), ...more, ...words.slice(at)].join(' ');
          const first = a % words.length;
          const last = first + (b % (words.length - first));
          const from = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
          const exact = words.slice(first, last + 1).join(' ');
          const span = findQuote(quoteAt(before, { from, to: from + exact.length }), indexText(after));
          if (span !== null) expect(after.slice(span.from, span.to)).toBe(exact);
        },
      ),
    );
  });

  it('stays at its place in a text that did not change, unless that place cannot be told from another', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 20, maxLength: 60 }), fc.nat(), (numbers, a) => {
        const words = numbers.map((number, index) => `w${number}x${index}`);
        const text = words.join(' ');
        const first = a % (words.length - 4);
        const from = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
        const to = from + words.slice(first, first + 4).join(' ').length;
        expect(findQuote(quoteAt(text, { from, to }), indexText(text))).toEqual({ from, to });
      }),
    );
  });
});
