/**
 * The nonce under which this page may add style elements, from `<meta property="csp-nonce" nonce="…">`.
 * Undefined when the page carries none, as in tests and in the gallery.
 */
export function readNonce(page: Document = document): string | undefined {
  const meta = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  // Browsers hide the attribute after parsing; only the property still holds the value.
  return meta?.nonce || meta?.getAttribute('nonce') || undefined;
}
