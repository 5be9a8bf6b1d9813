import { afterEach, expect, it } from 'vitest';
import { takeDoorToken } from './door-token.ts';

afterEach(() => {
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});

it('takes the token out of the address, and still has it after a reload', () => {
  window.history.replaceState(null, '', '/#token=ab_C-1');
  expect(takeDoorToken(window)).toBe('ab_C-1');
  expect(window.location.hash).toBe('');
  expect(takeDoorToken(window)).toBe('ab_C-1');
});

it('leaves an address alone that holds a place', () => {
  window.history.replaceState(null, '', '/#/needs');
  expect(takeDoorToken(window)).toBeNull();
  expect(window.location.hash).toBe('#/needs');
});
