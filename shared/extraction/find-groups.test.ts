import { describe, expect, it } from 'vitest';
import { findGroups, isToldAtLength } from './find-groups.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';

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

describe('findGroups', () => {
  /** Two stories, each told by one person in two statements and by another in one. */
  const interviews = [0, 0, 1, 2, 2, 3];
  const size = interviews.length;
  const values = new Float32Array(size * size);
  for (const [i, j, likeness] of [
    [0, 2, 5],
    [1, 2, 4],
    [3, 5, 5],
    [4, 5, 4],
  ] as const) {
    values[i * size + j] = likeness;
    values[j * size + i] = likeness;
  }
  const ballot = {
    table: { size, values, interviews: Int32Array.from(interviews) },
    positions: [0, 1, 0, 0, 1, 0],
    scores: interviews.map(() => 1),
    people: interviews.map((interview) => `person ${interview}`),
    minPeople: 2,
  };
  const parameters = {
    ...DEFAULT_PARAMETERS,
    cut: [0.75],
    keep: 0.7,
    wNeighbours: 0,
    wEcho: 0,
    tellings: 0,
    tellingsOfFew: 0,
  };

  it('shows no group of a single person, not even as a weaker signal', async () => {
    const found = await findGroups(ballot, [0], 0, { ...parameters, solo: 0 }, async () => undefined);
    expect(found.map(({ members }) => members)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    // Whoever made a single statement is not sure enough now, and leaves the other one alone.
    expect(await findGroups(ballot, [0], 0, { ...parameters, solo: 1 }, async () => undefined)).toEqual([]);
  });
});
