// A note as it is read today: its tags under the names they have now, at its end and inside its words. A note keeps the
// name it was tagged with, so this is for showing and never for writing.
import { resolveTag, type Tag } from '../workspace/tags.ts';
import type { Note } from './interview-document.ts';
import { findTags } from './note-line.ts';

/** The same note when no tag of it was renamed. A `#word` that the note does not carry as a tag stays a word. */
export function withCurrentTags<N extends Pick<Note, 'text' | 'tags'>>(note: N, codebook: readonly Tag[]): N {
  const tags = currentNames(note.tags, codebook);
  const text = currentWords(note.text, new Set(tags), codebook);
  const isSame = text === note.text && tags.every((tag, index) => tag === note.tags[index]);
  return isSame && tags.length === note.tags.length ? note : { ...note, text, tags };
}

/** Tags by the names they have now, each once. */
export function currentNames(names: readonly string[], codebook: readonly Tag[]): string[] {
  return [...new Set(names.map((name) => resolveTag(codebook, name)?.name ?? name))];
}

function currentWords(text: string, carried: ReadonlySet<string>, codebook: readonly Tag[]): string {
  let words = '';
  let at = 0;
  for (const { name, from } of findTags(text)) {
    const now = resolveTag(codebook, name)?.name;
    if (now === undefined || now.toLowerCase() === name.toLowerCase() || !carried.has(now)) continue;
    words += `${text.slice(at, from)}#${now}`;
    at = from + 1 + name.length;
  }
  return words + text.slice(at);
}
