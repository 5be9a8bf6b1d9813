import { describe, expect, it } from 'vitest';
import { stem, tfidf, tokens } from './words.ts';

describe('tokens', () => {
  it('takes words of two letters and more, and numbers, without apostrophes', () => {
    expect(tokens('I can’t find a 2nd "Export-Button", 14 times')).toEqual([
      'cant',
      'find',
      '2',
      'nd',
      'export',
      'button',
      '14',
      'times',
    ]);
  });
});

describe('stem', () => {
  it.each([
    ['exports', 'export'],
    ['exporting', 'export'],
    ['copies', 'copy'],
    ['planned', 'plan'],
    ['bus', 'bus'],
    ['losses', 'los'],
  ])('folds %s to %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});

describe('tfidf', () => {
  it('keeps only terms of two or more texts, weighted by rarity, and counts the rest in the length', () => {
    const [first, second, third] = tfidf(['export broke', 'export exports vanished', 'weather']);
    // "export" is in 2 of 3 texts: ln(4 / 2.5); "broke" and the pair are in one: ln(4 / 1.5).
    const common = Math.log(4 / 2.5);
    const rare = Math.log(4 / 1.5);
    expect([...(first?.values() ?? [])]).toEqual([
      expect.closeTo(common / Math.hypot(common, rare, rare), 6),
    ]);
    // Said twice: 1 + ln 2 times the weight; "vanished" and two pairs beside it.
    const twice = (1 + Math.log(2)) * common;
    expect([...(second?.values() ?? [])]).toEqual([
      expect.closeTo(twice / Math.hypot(twice, rare, rare, rare), 6),
    ]);
    expect(third?.size).toBe(0);
  });
});
