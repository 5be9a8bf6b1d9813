import { expect, it } from 'vitest';
import { rankReason } from './rank-reason.ts';
import { aNeed } from './testing/needs.ts';

const ranked = [7, 5, 5, 3].map((people) => aNeed({ people }));

it('says why a need stands where it stands', () => {
  expect(ranked.map((_, index) => rankReason(ranked, index, 3))).toEqual([
    'Rank 1: 7 people, more than any other need.',
    'Rank 2: 5 people, as many as the one below; this one holds together more firmly.',
    'Rank 3: 5 people, as many as the one above, which holds together more firmly.',
    'Rank 4: 3 people; those above were voiced by more.',
  ]);
});

it('says what a weaker signal lacks', () => {
  expect(rankReason([aNeed({ people: 1, isRecurring: false })], 0, 3)).toBe(
    '1 person; a recurring need takes 3.',
  );
  expect(rankReason([aNeed({ people: 4, isRecurring: false })], 0, 3)).toBe(
    '4 people, most of them in passing; a recurring need is told of at more length.',
  );
});
