import { describe, expect, it } from 'vitest';
import { sharedWords, wordSketch } from './word-sketch.ts';

const talk = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${(index * 7919 * seed) % 1009}`).join(' ');

describe('sharedWords', () => {
  it('is near 1 for another export of the same words, and near 0 for another talk', () => {
    const first = talk(3, 4_000);
    const edited = first.replaceAll('word5 ', 'five, ').toUpperCase();
    expect(sharedWords(wordSketch(first), wordSketch(edited))).toBeGreaterThan(0.8);
    expect(sharedWords(wordSketch(first), wordSketch(talk(5, 4_000)))).toBeLessThan(0.1);
  });

  it('says nothing of texts that are too short', () => {
    expect(sharedWords(wordSketch('yes it is'), wordSketch('yes it is'))).toBe(0);
    expect(sharedWords(wordSketch(''), wordSketch(''))).toBe(0);
  });
});
