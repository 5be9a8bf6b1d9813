import { expect, it } from 'vitest';
import { MOST_FOUND, searchTurns } from './search-turns.ts';

const turns = [{ text: 'Which numbers? The NUMBERS.' }, { text: 'A (number) of them,\nevery  Monday.' }];

it('finds words without regard to case, at their place in the turn', () => {
  expect(searchTurns(turns, 'numbers')).toEqual([
    { turn: 0, from: 6, to: 13 },
    { turn: 0, from: 19, to: 26 },
  ]);
});

it('takes signs for what they are, and spaces for any space', () => {
  expect(searchTurns(turns, '(number)')).toEqual([{ turn: 1, from: 2, to: 10 }]);
  expect(searchTurns(turns, 'them, every monday')).toHaveLength(1);
  expect(searchTurns(turns, 'a-b [c')).toEqual([]);
});

it('keeps offsets right behind letters that change their length with their case', () => {
  expect(searchTurns([{ text: 'İİİ order' }], 'ORDER')).toEqual([{ turn: 0, from: 4, to: 9 }]);
});

it('finds nothing for nothing, and stops at the most that anyone steps through', () => {
  expect(searchTurns(turns, '  ')).toEqual([]);
  expect(searchTurns([{ text: 'a'.repeat(MOST_FOUND + 50) }], 'a')).toHaveLength(MOST_FOUND);
});

it('finds words as they were corrected and as the file has them, each over the whole correction', () => {
  const said = [{ text: 'We use Bright site, and Bright lights.' }];
  const corrections = new Map([[0, [{ id: 'c', from: 7, to: 18, text: 'Brightsite Pro' }]]]);
  const whole = { turn: 0, from: 7, to: 18 };
  expect(searchTurns(said, 'brightsite', corrections)).toEqual([whole]);
  expect(searchTurns(said, 'bright site', corrections)).toEqual([whole]);
  expect(searchTurns(said, 'bright', corrections)).toEqual([whole, { turn: 0, from: 24, to: 30 }]);
  expect(searchTurns(said, 'use brightsite pro, and', corrections)).toEqual([{ turn: 0, from: 3, to: 23 }]);
});
