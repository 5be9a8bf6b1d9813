// Which tags are offered for what is typed after `#`, and what taking one makes of the text. Pure.
import { resolveTag, type Tag } from '../../../../shared/workspace/tags.ts';

export type TagOption =
  | { readonly kind: 'tag'; readonly name: string; readonly definition: string }
  | { readonly kind: 'new'; readonly name: string };

const SHOWN = 7;

/** Tags that begin with the name first, then those that contain it; an unknown name is offered as a new tag at the end. */
export function tagOptions(tags: readonly Tag[], name: string): readonly TagOption[] {
  const wanted = name.toLocaleLowerCase();
  const known = tags
    .filter((tag) => !tag.isArchived)
    .map((tag) => ({ tag, at: placeIn(tag, wanted) }))
    .filter((found) => found.at >= 0)
    .sort((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1) || byKey(a.tag, b.tag));
  const shown = known
    .slice(0, SHOWN)
    .map(({ tag }): TagOption => ({ kind: 'tag', name: tag.name, definition: tag.definition }));
  const isKnown = resolveTag(tags, name) !== undefined;
  return name === '' || isKnown ? shown : [...shown, { kind: 'new', name }];
}

/** Puts a name in place of what was typed after the `#`, with a space behind it to go on. */
export function takeTag(
  typed: string,
  at: { readonly from: number; readonly caret: number },
  name: string,
): { readonly text: string; readonly caret: number } {
  const before = `${typed.slice(0, at.from)}#${name} `;
  return { text: before + typed.slice(at.caret).replace(/^ /, ''), caret: before.length };
}

/** Moves remembered places in a text along with one edit of it; places inside what was replaced are let go. */
export function movePlaces(places: readonly number[], before: string, after: string): number[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const lastChanged = before.length - end;
  return places.flatMap((place) =>
    place < start ? [place] : place >= lastChanged ? [place + after.length - before.length] : [],
  );
}

/** Where the letters stand in a tag's name, or in one it had before; -1 for nowhere. */
function placeIn(tag: Tag, letters: string): number {
  const places = [tag.name, ...tag.aliases]
    .map((name) => name.toLocaleLowerCase().indexOf(letters))
    .filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

function byKey(a: Tag, b: Tag): number {
  return (a.hotkey ?? 10) - (b.hotkey ?? 10) || (a.name < b.name ? -1 : 1);
}
