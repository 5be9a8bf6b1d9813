import { expect, it } from 'vitest';
import { decisionTime } from './decision-time.ts';

const now = new Date('2026-11-25T10:00:00.000Z');

it('is now when nothing later is known', () => {
  expect(decisionTime([], now)).toBe('2026-11-25T10:00:00.000Z');
  expect(decisionTime(['2026-11-25T09:59:59.999Z'], now)).toBe('2026-11-25T10:00:00.000Z');
});

it('comes after a decision that was made by a clock that was ahead', () => {
  const at = decisionTime(['2026-11-26T08:00:00.000Z', '2026-11-20T08:00:00.000Z'], now);
  expect(at).toBe('2026-11-26T08:00:00.001Z');
});

it('comes after a decision of the same millisecond', () => {
  expect(decisionTime(['2026-11-25T10:00:00.000Z'], now)).toBe('2026-11-25T10:00:00.001Z');
});

it('is now where a time cannot be read', () => {
  expect(decisionTime(['tomorrow'], now)).toBe('2026-11-25T10:00:00.000Z');
});
