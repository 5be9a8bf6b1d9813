import { expect, it } from 'vitest';
import { DoorToken, newDoorToken } from './door-token.ts';

it('makes tokens of 256 bits that a URL and a subprotocol can hold, never the same', () => {
  const tokens = [newDoorToken(), newDoorToken()];
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(tokens[0]).not.toBe(tokens[1]);
});

it('knows its token from any other', () => {
  const token = new DoorToken('right');
  expect(['right', 'wrong', '', 'right ', 'righ'].map((guess) => token.check(guess))).toEqual([
    'right',
    'wrong',
    'wrong',
    'wrong',
    'wrong',
  ]);
});

it('answers nobody after ten wrong guesses, until a minute has passed', () => {
  let nowMs = 0;
  const token = new DoorToken('right', () => nowMs);
  for (let guess = 0; guess < 10; guess += 1) expect(token.check(`wrong ${guess}`)).toBe('wrong');
  expect(token.check('right')).toBe('too-many');
  nowMs = 59_999;
  expect(token.check('right')).toBe('too-many');
  nowMs = 60_000;
  expect(token.check('right')).toBe('right');
});
