import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InviteId } from '../ids.ts';
import {
  formatBrowserLink,
  formatInviteLink,
  type InviteLink,
  parseInviteFragment,
  parseInviteLink,
} from './invite-link.ts';

const KEY = 'k'.repeat(43);
const SECRET = 's'.repeat(22);
const GOOD = `earshot://join/#h=192.168.1.24:53817&k=${KEY}&t=inv1.${SECRET}`;

const text = (least: number, most = least) =>
  fc
    .array(fc.constantFrom(...'ABCXYZabcxyz0189_-'), { minLength: least, maxLength: most })
    .map((signs) => signs.join(''));
const address = fc.tuple(
  fc.oneof(
    fc.ipV4(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.constantFrom('studio', 'team.example.org', 'a-b.local'),
  ),
  fc.integer({ min: 1, max: 65_535 }),
);
const links: fc.Arbitrary<InviteLink> = fc.record({
  addresses: fc.array(
    address.map(([host, port]) => `${host}:${port}`),
    { minLength: 1, maxLength: 4 },
  ),
  key: text(43),
  inviteId: text(1, 30).map((id) => InviteId.parse(id)),
  secret: text(22),
});

describe('an invite link', () => {
  it('comes back as it was made, from either form', () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(parseInviteLink(formatInviteLink(link))).toEqual({ ok: true, value: link });
        expect(parseInviteLink(` ${formatBrowserLink(link)}\n`)).toEqual({ ok: true, value: link });
      }),
    );
  });

  it('comes back from a chat program that wrote its signs as percents', () => {
    fc.assert(
      fc.property(links, (link) => {
        const written = formatInviteLink(link).replaceAll(/[:,[\]](?=[^#]*$)/g, (sign) =>
          encodeURIComponent(sign),
        );
        expect(parseInviteLink(written.replace(/^earshot%3A/, 'earshot:'))).toEqual({
          ok: true,
          value: link,
        });
      }),
    );
  });

  it('is refused by name, whatever it is, without an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((end) => GOOD + end),
        ),
        (hostile) => {
          const parsed = parseInviteLink(hostile);
          if (parsed.ok) expect(parseInviteLink(formatInviteLink(parsed.value))).toEqual(parsed);
          else expect(parsed.error).toMatch(/^[a-z-]+$/);
        },
      ),
    );
  });

  it.each([
    ['an empty text', '', 'not-an-invite'],
    ['a page of somebody', 'https://example.org/', 'not-an-invite'],
    ['a script', `javascript:alert(1)#h=1.2.3.4:5&k=${KEY}&t=a.${SECRET}`, 'not-an-invite'],
    ['another place in the app', GOOD.replace('join', 'open'), 'not-an-invite'],
    ['a name before the host', GOOD.replace('earshot://join', 'https://a@b'), 'not-an-invite'],
    ['the secret in the query', GOOD.replace('#', '?'), 'not-an-invite'],
    ['a part that is missing', GOOD.replace(/&t=.*/, ''), 'bad-parts'],
    ['a part twice', `${GOOD}&h=6.6.6.6:1`, 'bad-parts'],
    ['a part too many', `${GOOD}&x=1`, 'bad-parts'],
    ['percent signs that are none', GOOD.replace('192', '%zz'), 'bad-parts'],
    ['a path in the address', GOOD.replace(':53817', ':53817/x'), 'bad-address'],
    ['a name in the address', GOOD.replace('192', 'me@192'), 'bad-address'],
    ['a line break in the address', GOOD.replace('192', '192%0d%0aX:'), 'bad-address'],
    ['no port', GOOD.replace(':53817', ''), 'bad-address'],
    ['a port beyond all ports', GOOD.replace('53817', '65536'), 'bad-address'],
    ['half an address', GOOD.replace('192.168.1.24', '192.168'), 'bad-address'],
    ['five addresses', GOOD.replace('h=', 'h=a:1,b:2,c:3,d:4,'), 'bad-address'],
    ['a short key', GOOD.replace(KEY, 'kk'), 'bad-key'],
    ['a guessable secret', GOOD.replace(SECRET, 'secret'), 'bad-token'],
    ['no secret', GOOD.replace(`.${SECRET}`, ''), 'bad-token'],
    ['megabytes', GOOD + 'a'.repeat(2_000_000), 'too-long'],
  ])('is refused as %s', (_what, link, fault) => {
    expect(parseInviteLink(link)).toEqual({ ok: false, error: fault });
  });

  it('is read from what stands behind the sign alone', () => {
    expect(parseInviteFragment(GOOD.slice(GOOD.indexOf('#') + 1)).ok).toBe(true);
  });
});
