import { expect, it } from 'vitest';
import { externalLink } from './external-link.ts';

it('hands https addresses to the browser', () => {
  expect(externalLink('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
});

it.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://server/share',
  'ms-settings:privacy',
  'app://bundle/',
  'https://bank.example@evil.example/',
  'not an address',
  '',
])('keeps %s inside', (text) => {
  expect(externalLink(text)).toBeUndefined();
});
