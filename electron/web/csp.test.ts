import { expect, it } from 'vitest';
import { contentSecurityPolicy, withNonce } from './csp.ts';

it('allows nothing that is not named, and no source from elsewhere', () => {
  const policy = contentSecurityPolicy('bm9uY2U=', 'self');
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

it('lets no script in by nonce: only styles are made at run time', () => {
  const scripts = contentSecurityPolicy('bm9uY2U=', 'self')
    .split('; ')
    .find((part) => part.startsWith('script-src'));
  expect(scripts).toBe("script-src 'self'");
});

it('cuts the page off the network where it speaks through a window', () => {
  expect(contentSecurityPolicy('bm9uY2U=', 'none')).toContain("connect-src 'none'");
});

it('puts the nonce wherever the page asks for it', () => {
  expect(withNonce('<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__">', 'abc')).toBe(
    '<meta nonce="abc"><style nonce="abc">',
  );
});
