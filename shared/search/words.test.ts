import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, placedWords, searchWords } from './words.ts';

it('does not mind case and accents, and leaves out what stands everywhere', () => {
  expect(searchWords('The CAFÉ of Zoë, 3 trucks')).toEqual(['cafe', 'zoe', '3', 'trucks']);
});

it('takes words apart at apostrophes and hyphens', () => {
  expect(searchWords("don't follow-up")).toEqual(['don', 'follow', 'up']);
});

it('finds single signs of scripts that write without spaces', () => {
  expect(searchWords('配送 late')).toEqual(['配', '送', 'late']);
});

it('says where each word stands in the text as it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(foldText(text)).toHaveLength(text.length);
      for (const { word, from, to } of placedWords(text)) expect(foldText(text).slice(from, to)).toBe(word);
    }),
  );
});
