// What a page of Earshot may load, said in one place for both doors that serve it. It knows neither door.

/** Stands in index.html where each response gets a nonce of its own, so that styles made at run time are ours alone. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The policy of one response: nothing from elsewhere, no inline script, no frame around it.
 * @param nonce base64, new for every response (https://www.w3.org/TR/CSP3/#framework-directive-source-list)
 * @param connect `self` where the page speaks over a WebSocket; `none` in Electron, where it needs no network at all
 */
export function contentSecurityPolicy(nonce: string, connect: 'self' | 'none'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src '${connect}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** index.html with the nonce of this response in place of every placeholder. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}
