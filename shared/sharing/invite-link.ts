// The link that lets somebody in: where the host is, the key it must prove, and the secret. All of it stands behind `#`,
// so that no server, history or preview ever sees it.
import { InviteId } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';

export interface InviteLink {
  /** `host:port`, the likeliest first; IPv6 in brackets. */
  readonly addresses: readonly string[];
  /** SHA-256 of the host's public key (SubjectPublicKeyInfo, DER), base64url: 43 characters. */
  readonly key: string;
  readonly inviteId: InviteId;
  /** 128 random bits, base64url: 22 characters. */
  readonly secret: string;
}

export type LinkFault = 'too-long' | 'not-an-invite' | 'bad-parts' | 'bad-address' | 'bad-key' | 'bad-token';

const MAX_LENGTH = 600;
const MAX_ADDRESSES = 4;
const APP = /^earshot:\/\/join\/?#(.*)$/s;
const PAGE = /^https:\/\/[^/#?@\\\s]+\/#(.*)$/s;

/** `earshot://join/#h=…&k=…&t=…`, which the desktop app and the command line open. */
export function formatInviteLink(link: InviteLink): string {
  return `earshot://join/#${fragmentOf(link)}`;
}

/** The same for a browser, which loads the page from the host itself; null when the host has no address. */
export function formatBrowserLink(link: InviteLink): string | null {
  const [address] = link.addresses;
  return address === undefined ? null : `https://${address}/#${fragmentOf(link)}`;
}

/** What a client sends to be let in: `<invite>.<secret>`. */
export function inviteToken(link: Pick<InviteLink, 'inviteId' | 'secret'>): string {
  return `${link.inviteId}.${link.secret}`;
}

/** Takes a link apart, whichever of the two it is. A page's own address is not trusted: only what `h` says counts. */
export function parseInviteLink(text: string): Result<InviteLink, LinkFault> {
  if (text.length > MAX_LENGTH) return fail('too-long');
  const link = text.trim();
  const fragment = (APP.exec(link) ?? PAGE.exec(link))?.[1];
  return fragment === undefined ? fail('not-an-invite') : parseInviteFragment(fragment);
}

/** What stands behind the `#`. Exactly the three parts, each once: anything else was not made by Earshot. */
export function parseInviteFragment(fragment: string): Result<InviteLink, LinkFault> {
  if (fragment.length > MAX_LENGTH) return fail('too-long');
  const parts = partsOf(fragment);
  if (parts === undefined) return fail('bad-parts');
  const addresses = parts.h.split(',');
  if (addresses.length > MAX_ADDRESSES || !addresses.every(isAddress)) return fail('bad-address');
  if (!/^[A-Za-z0-9_-]{43}$/.test(parts.k)) return fail('bad-key');
  const token = parseInviteToken(parts.t);
  return token === undefined ? fail('bad-token') : ok({ addresses, key: parts.k, ...token });
}

/** Undefined for what is no token at all. */
export function parseInviteToken(token: string): Pick<InviteLink, 'inviteId' | 'secret'> | undefined {
  const [, id, secret] = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})$/.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { inviteId: InviteId.parse(id), secret };
}

function fragmentOf({ addresses, key, inviteId, secret }: InviteLink): string {
  return `h=${addresses.slice(0, MAX_ADDRESSES).join(',')}&k=${key}&t=${inviteId}.${secret}`;
}

function partsOf(
  fragment: string,
): { readonly h: string; readonly k: string; readonly t: string } | undefined {
  const found = new Map<string, string>();
  for (const part of fragment.split('&')) {
    const [, name, value] = /^([hkt])=(.+)$/s.exec(part) ?? [];
    if (name === undefined || value === undefined || found.has(name)) return undefined;
    const plain = withoutPercents(value);
    if (plain === undefined) return undefined;
    found.set(name, plain);
  }
  const [h, k, t] = ['h', 'k', 't'].map((name) => found.get(name));
  return h === undefined || k === undefined || t === undefined ? undefined : { h, k, t };
}

/** Chat programs write brackets and colons as percent signs. */
function withoutPercents(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined; // percent signs that are no encoding
  }
}

/** Whether text is `host:port` with an IP address or a plain host name. */
export function isAddress(text: string): boolean {
  const [, host, port] =
    /^(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9.-]{1,253}):([1-9][0-9]{0,4})$/.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) return false;
  if (host.startsWith('[')) return host.includes(':');
  if (/^[0-9.]+$/.test(host)) return isIpv4(host);
  return host.split('.').every((label) => /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label));
}

function isIpv4(host: string): boolean {
  const parts = host.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256)
  );
}
