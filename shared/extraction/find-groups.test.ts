import { describe, expect, it } from 'vitest';
import { isToldAtLength } from './find-groups.ts';

const wanted = { tellings: 2, tellingsOfFew: 3 };

/** `statements` of so many people, one after the other. */
function told(statements: number, persons: number, minPeople = 3) {
  const people = Array.from({ length: statements }, (_, i) => `person ${i % persons}`);
  return isToldAtLength([...people.keys()], { people, minPeople }, wanted);
}

describe('what is told at length', () => {
  it('has a few statements of each person on average', () => {
    expect(told(12, 6)).toBe(true);
    expect(told(11, 6)).toBe(false);
  });

  it('asks for more of each when just enough people tell of it', () => {
    expect(told(9, 3)).toBe(true);
    expect(told(8, 3)).toBe(false);
    expect(told(8, 4)).toBe(false);
  });

  it('asks for less in a small study, where two people are enough', () => {
    expect(told(6, 2, 2)).toBe(true);
    expect(told(5, 2, 2)).toBe(false);
  });
});
