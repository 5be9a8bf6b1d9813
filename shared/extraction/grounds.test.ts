import { describe, expect, it } from 'vitest';
import { loudestPerson, statementsAgainst } from './grounds.ts';
import type { Candidate } from './remarks.ts';

function candidate(participant: string, at: number, exchange: readonly number[]): Candidate {
  const vector = Float32Array.from(exchange);
  const text = `words of ${participant} at ${at}`;
  const segment = {
    at,
    participant,
    speaker: participant,
    start: at,
    end: at + 1,
    startMs: 0,
    endMs: 0,
    text,
  };
  return { interview: 0, participant, at, segment, score: 1, statement: vector, exchange: vector };
}

describe('loudestPerson', () => {
  it('names who holds more than half, and nobody where two share', () => {
    const said = (...people: readonly string[]) => people.map((person, i) => candidate(person, i, [1, 0]));
    expect(loudestPerson(said('A', 'B', 'A', 'A', 'C'))).toBe('A');
    expect(loudestPerson(said('A', 'B', 'A', 'B'))).toBeNull();
  });
});

describe('statementsAgainst', () => {
  const mean = Float64Array.of(0, 0);
  const east = [candidate('A', 1, [1, 0]), candidate('B', 2, [1, 0])];
  const north = [candidate('A', 3, [0, 1]), candidate('C', 4, [0, 1])];

  it('puts each contrary statement under the need of its topic', () => {
    const contrary = [candidate('D', 5, [0, 1]), candidate('E', 6, [-1, 0])];
    expect(statementsAgainst([east, north], contrary, mean, { against: 0.5 })).toEqual([[], [contrary[0]]]);
  });

  it('never counts a statement for and against', () => {
    expect(statementsAgainst([east, north], east, mean, { against: 0.5 })).toEqual([[], []]);
  });
});
