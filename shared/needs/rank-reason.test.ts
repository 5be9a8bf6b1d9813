import { expect, it } from 'vitest';
import { NoteId, PersonId } from '../ids.ts';
import { rankReason } from './rank-reason.ts';
import { aNeed, aQuote } from './testing/needs.ts';

const ranked = [7, 5, 5, 3].map((people) => aNeed({ people }));

it('says why a need stands where it stands', () => {
  expect(ranked.map((_, index) => rankReason(ranked, index, 3))).toEqual([
    'Rank 1: 7 people, more than any other need.',
    'Rank 2: 5 people, as many as the one below; this one holds together more firmly.',
    'Rank 3: 5 people, as many as the one above, which holds together more firmly.',
    'Rank 4: 3 people; those above were voiced by more.',
  ]);
});

it('says when a note decided between two of as many people', () => {
  const marked = aQuote({
    notes: [
      {
        id: NoteId.parse('n1'),
        author: PersonId.parse('tomas'),
        role: 'engineer',
        atMs: 1_000,
        text: 'counts it twice',
        tags: ['trust'],
        isMarked: false,
      },
    ],
  });
  const both = [aNeed({ people: 3, quotes: [marked] }), aNeed({ people: 3, quotes: [aQuote()] })];
  expect(both.map((_, index) => rankReason(both, index, 3))).toEqual([
    'Rank 1: 3 people, as many as the one below; this one was tagged or marked while more of them said it.',
    'Rank 2: 3 people, as many as the one above, which was tagged or marked while more of them said it.',
  ]);
  const noted = [aNeed({ people: 3, peopleNoted: 2 }), aNeed({ people: 3 })];
  expect(rankReason(noted, 1, 3)).toBe(
    'Rank 2: 3 people, as many as the one above, which was noted of more people besides.',
  );
});

it('says what a weaker signal lacks', () => {
  expect(rankReason([aNeed({ people: 1, isRecurring: false })], 0, 3)).toBe(
    '1 person; a recurring need takes 3.',
  );
  expect(rankReason([aNeed({ people: 4, isRecurring: false })], 0, 3)).toBe(
    '4 people, most of them in passing; a recurring need is told of at more length.',
  );
});
