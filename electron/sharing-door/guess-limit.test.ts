import { expect, it } from 'vitest';
import { GuessLimit } from './guess-limit.ts';

function guessTenTimes(limit: GuessLimit, address: string): void {
  for (let count = 0; count < 10; count += 1) limit.wrong(address);
}

it('lets an address guess again when its first wrong guess is a minute old', () => {
  let now = 0;
  const limit = new GuessLimit(() => now);
  guessTenTimes(limit, '192.168.1.5');
  expect(limit.mayGuess('192.168.1.5')).toBe(false);
  expect(limit.mayGuess('::ffff:192.168.1.5')).toBe(false);
  expect(limit.mayGuess('192.168.1.6')).toBe(true);
  now = 60_001;
  expect(limit.mayGuess('192.168.1.5')).toBe(true);
});

it('counts all addresses of one IPv6 network as one', () => {
  const limit = new GuessLimit();
  guessTenTimes(limit, '2001:db8:1:2::1');
  expect(limit.mayGuess('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe(false);
  expect(limit.mayGuess('2001:db8:1:3::1')).toBe(true);
});
