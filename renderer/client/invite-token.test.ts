import { beforeEach, expect, it } from 'vitest';
import { takeInvite } from './invite-token.ts';

const LINK = `#h=192.168.1.24:53817&k=${'k'.repeat(43)}&t=inv.${'s'.repeat(22)}`;

beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  window.location.hash = '';
});

it('takes the invite out of the address bar, and keeps it over a reload', () => {
  window.location.hash = LINK;
  const invite = takeInvite(window);
  expect(invite?.token).toBe(`inv.${'s'.repeat(22)}`);
  expect(invite?.visitorKey).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(window.location.hash).toBe('');
  expect(takeInvite(window)).toEqual(invite);
});

it('knows this browser again by another invite', () => {
  window.location.hash = LINK;
  const first = takeInvite(window);
  window.location.hash = LINK.replace('inv.', 'other.');
  expect(takeInvite(window)).toEqual({ token: `other.${'s'.repeat(22)}`, visitorKey: first?.visitorKey });
});

it('makes nothing of a page without an invite', () => {
  window.location.hash = '#token=abc';
  expect(takeInvite(window)).toBeNull();
  expect(window.location.hash).toBe('#token=abc');
});
