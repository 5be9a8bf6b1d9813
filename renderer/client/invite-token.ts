// The invite that lets a browser in, from the link it was opened with. Its secret is taken out of the address bar and kept
// for this tab; the secret by which this browser is known again is kept for good.
import { checkWordsOf } from '../../shared/sharing/check-words.ts';
import { inviteToken, parseInviteFragment, parseInviteLink } from '../../shared/sharing/invite-link.ts';
import { visitedLink } from './visited-interview.ts';

const INVITE = 'earshot.invite';
const VISITOR = 'earshot.visitor';
const HOST_KEY = 'earshot.invite-key';
const HOST_NAME = 'earshot.invite-from';

/** The invite that brought this page, without its secret. */
export interface KeptInvite {
  /** Of the host's key, to be compared aloud. */
  readonly checkWords: readonly string[];
  /** Who invites, as last told; null before the host has said so. */
  readonly hostName: string | null;
  /** Looked at in somebody's own Earshot, which keeps what is not sent and to which they go back. */
  readonly isInEarshot: boolean;
}

/** What the sharing door is told; null when this page was opened without an invite and never had one. */
export function takeInvite(page: Window): { readonly token: string; readonly visitorKey: string } | null {
  const given = parseInviteFragment(page.location.hash.slice(1));
  if (given.ok) {
    page.sessionStorage.setItem(INVITE, inviteToken(given.value));
    page.sessionStorage.setItem(HOST_KEY, given.value.key);
    page.sessionStorage.removeItem(HOST_NAME);
    page.history.replaceState(null, '', `${page.location.pathname}${page.location.search}`);
  }
  const token = page.sessionStorage.getItem(INVITE);
  return token === null ? null : { token, visitorKey: visitorKey(page) };
}

/** Null for a window that shows what is on this computer: the desktop app's, or that of its own browser. */
export function keptInvite(page: Window): KeptInvite | null {
  const hostName = page.sessionStorage.getItem(HOST_NAME);
  if (page.location.protocol === 'https:') {
    if (page.sessionStorage.getItem(INVITE) === null) return null;
    const checkWords = checkWordsOf(page.sessionStorage.getItem(HOST_KEY) ?? '');
    return { checkWords, hostName, isInEarshot: false };
  }
  const visited = parseInviteLink(visitedLink(page) ?? '');
  return visited.ok ? { checkWords: checkWordsOf(visited.value.key), hostName, isInEarshot: true } : null;
}

/** So that a page whose invite has ended can still say whom to ask. */
export function rememberHostName(page: Window, name: string): void {
  page.sessionStorage.setItem(HOST_NAME, name);
}

function visitorKey(page: Window): string {
  const kept = page.localStorage.getItem(VISITOR);
  if (kept !== null && /^[A-Za-z0-9_-]{22}$/.test(kept)) return kept;
  const random = page.crypto.getRandomValues(new Uint8Array(16));
  const made = btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  page.localStorage.setItem(VISITOR, made);
  return made;
}
