import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCallTime, parseCallTime, spokenCallTime } from './time.ts';

describe('formatCallTime', () => {
  it.each([
    [0, '00:00'],
    [455_000, '07:35'],
    [455_999, '07:35'],
    [3_600_000, '1:00:00'],
    [4_055_000, '1:07:35'],
    [36_000_000, '10:00:00'],
    [-2_500, '−00:02'],
    [-400, '00:00'],
    [-4_055_000, '−1:07:35'],
  ])('shows %i ms as %s', (ms, shown) => {
    expect(formatCallTime(ms)).toBe(shown);
  });
});

describe('parseCallTime', () => {
  it.each([
    ['31:42', 1_902_000],
    ['0:03', 3_000],
    ['1:07:35', 4_055_000],
    ['90:00', 5_400_000],
    [' 00:01.5 ', 1_500],
    ['00:01,050', 1_050],
    ['-00:05', -5_000],
    ['−1:00:00', -3_600_000],
    ['-00:00', 0],
  ])('reads %s', (text, ms) => {
    expect(parseCallTime(text)).toBe(ms);
  });

  it.each(['', '12', '12:3', '12:60', '1:60:00', 'a:bc', '1:2:3', '1:00:00:00', '12:30 PM', '−'])(
    'does not take %j for a time',
    (text) => {
      expect(parseCallTime(text)).toBeNull();
    },
  );

  it('reads back every time it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900_000, max: 900_000 }), (seconds) => {
        expect(parseCallTime(formatCallTime(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
});

it('says a call time as it is read aloud', () => {
  expect([0, 1_000, 40_999, 252_000, 1_600_000, 3_600_000, 4_055_000, -61_000].map(spokenCallTime)).toEqual([
    '0 seconds',
    '1 second',
    '40 seconds',
    '4 minutes 12',
    '26 minutes 40',
    '1 hour',
    '1 hour 7 minutes 35',
    'minus 1 minute 1',
  ]);
});
