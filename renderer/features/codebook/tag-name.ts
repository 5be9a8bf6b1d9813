// What a person may call a tag. Pure.
import { resolveTag, Tag } from '../../../shared/workspace/tags.ts';

/** As it is kept: without the `#` that many type in front, and with `-` for spaces. */
export function cleanTagName(typed: string): string {
  return typed.trim().replace(/^#/, '').replace(/\s+/g, '-');
}

/** Why a tag cannot be called so, in a sentence; undefined when it can. `own` is the tag that is renamed. */
export function tagNameRefusal(name: string, tags: readonly Tag[], own?: Tag): string | undefined {
  if (name === '') return undefined;
  if (!Tag.shape.name.safeParse(name).success) return 'Letters, digits, - and _ only, 40 at the most.';
  const taken = resolveTag(
    tags.filter((tag) => tag.id !== own?.id),
    name,
  );
  if (taken === undefined) return undefined;
  const isItsName = taken.name.toLowerCase() === name.toLowerCase();
  if (!isItsName) return `#${taken.name} was called so, and notes still carry that name.`;
  return taken.isArchived
    ? `#${taken.name} is in the archive. Bring it back instead.`
    : `There is a #${taken.name} already.`;
}
