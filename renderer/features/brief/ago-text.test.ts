import { expect, it } from 'vitest';
import { agoText } from './ago-text.ts';

// Local times: what is yesterday depends on where one sits.
const now = new Date(2026, 10, 25, 9, 0, 0);

it.each([
  [new Date(2026, 10, 25, 9, 0, 30), 'just now'],
  [new Date(2026, 10, 25, 8, 59, 30), 'just now'],
  [new Date(2026, 10, 25, 8, 58, 0), '2 min ago'],
  [new Date(2026, 10, 25, 6, 10, 0), '2 h ago'],
  [new Date(2026, 10, 24, 23, 50, 0), 'yesterday'],
  [new Date(2026, 10, 24, 8, 0, 0), 'yesterday'],
  [new Date(2026, 10, 17, 8, 0, 0), '17 Nov'],
  [new Date(2025, 11, 1, 8, 0, 0), '1 Dec 2025'],
])('%s is %s', (then, words) => expect(agoText(then.toISOString(), now)).toBe(words));
