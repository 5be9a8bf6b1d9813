// A note's words with the tags that stand inside them, and the tags that stand at its end as chips. Pure.
import { findTags } from '../../../../shared/interviews/note-line.ts';

export type NotePart =
  | { readonly kind: 'words'; readonly text: string; readonly from: number }
  | { readonly kind: 'tag'; readonly name: string; readonly from: number };

/** A `#word` in the text is a tag only while the note carries it; otherwise it is a word like any other. */
export function noteParts(
  text: string,
  tags: readonly string[],
): { readonly parts: readonly NotePart[]; readonly chips: readonly string[] } {
  const carried = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  const parts: NotePart[] = [];
  const inText = new Set<string>();
  let at = 0;
  for (const found of findTags(text)) {
    const tag = carried.get(found.name.toLowerCase());
    if (tag === undefined) continue;
    if (found.from > at) parts.push({ kind: 'words', text: text.slice(at, found.from), from: at });
    parts.push({ kind: 'tag', name: found.name, from: found.from });
    inText.add(tag);
    at = found.from + 1 + found.name.length;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at), from: at });
  return { parts, chips: tags.filter((tag) => !inText.has(tag)) };
}
