// The token that lets this tab in, from the link that `earshot serve` printed. It is taken out of the address bar, so
// that it does not end up in a screenshot or in what somebody copies, and kept for this tab alone, so that a reload works.

const KEY = 'earshot.token';

/** Null when this page was opened without a token and never had one. */
export function takeDoorToken(page: Window): string | null {
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(page.location.hash)?.[1];
  if (given !== undefined) {
    page.sessionStorage.setItem(KEY, given);
    page.history.replaceState(null, '', `${page.location.pathname}${page.location.search}`);
  }
  return page.sessionStorage.getItem(KEY);
}
