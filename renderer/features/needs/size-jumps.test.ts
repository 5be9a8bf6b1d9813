import { expect, it } from 'vitest';
import { sizeJumps } from './size-jumps.ts';

const sized = (...people: number[]) => people.map((one) => ({ people: one }));

it('leads to the first need of each size that there is, and to the weaker signals', () => {
  const jumps = sizeJumps(sized(31, 22, 12, 4, 3, 2, 1), 5);
  expect(jumps.map(({ label, row }) => [label, row])).toEqual([
    ['20+', 0],
    ['10+', 2],
    ['3+', 3],
    ['weaker', 5],
  ]);
});

it('leads nowhere in an empty list, and to no weaker signals where there are none', () => {
  expect(sizeJumps([], 0)).toEqual([]);
  expect(sizeJumps(sized(6, 5), 2).map(({ label }) => label)).toEqual(['5+']);
});
