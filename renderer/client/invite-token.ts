// The invite that lets a browser in, from the link it was opened with. Its secret is taken out of the address bar and kept
// for this tab; the secret by which this browser is known again is kept for good.
import { inviteToken, parseInviteFragment } from '../../shared/sharing/invite-link.ts';

const INVITE = 'earshot.invite';
const VISITOR = 'earshot.visitor';

/** What the sharing door is told; null when this page was opened without an invite and never had one. */
export function takeInvite(page: Window): { readonly token: string; readonly visitorKey: string } | null {
  const given = parseInviteFragment(page.location.hash.slice(1));
  if (given.ok) {
    page.sessionStorage.setItem(INVITE, inviteToken(given.value));
    page.history.replaceState(null, '', `${page.location.pathname}${page.location.search}`);
  }
  const token = page.sessionStorage.getItem(INVITE);
  return token === null ? null : { token, visitorKey: visitorKey(page) };
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
