/**
 * The address to hand to the system's browser, or undefined when a link must not leave the window: anything but plain
 * https, and addresses that carry a name and password to look like another site.
 */
export function externalLink(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
