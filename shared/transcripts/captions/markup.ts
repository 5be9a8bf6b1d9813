// Caption mark-up: tags away first, then entities, so that `&lt;v X&gt;` can never turn into a tag.

// Stops at the next `<`, so that a million unclosed tags cost no more than a million characters.
const TAG = /<(?:\/?[A-Za-z][^<>]*|\/|\d{1,4}:[\d:.]+)>/g;
const LINE_BREAK = /<br ?\/?>/gi;
const OVERRIDE = /\{\\[^{}]*\}/g;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|lrm|rlm));/g;

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);

/** WebVTT and HTML-like tags, time stamps inside a cue and `{\an8}` overrides removed; `<br>` is a line end; `5 < 6` and `<3` stay. */
export function stripTags(text: string): string {
  const withoutTags = text.includes('<') ? text.replace(LINE_BREAK, '\n').replace(TAG, '') : text;
  return withoutTags.includes('{\\') ? withoutTags.replace(OVERRIDE, '') : withoutTags;
}

/** One pass, so `&amp;lt;` becomes `&lt;`. References to control characters and surrogates stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isControl = code < 32 || (code >= 0x7f && code < 0xa0);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    return isControl || isSurrogate || code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** The lines of a caption: mark-up gone, ends trimmed, blank ones left out; inner spaces stay as written. */
export function captionLines(payload: string): readonly string[] {
  return stripTags(payload)
    .split('\n')
    .map((line) => decodeEntities(line).trim())
    .filter((line) => line !== '');
}
