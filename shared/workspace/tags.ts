// The codebook: tags with a definition, a shape, a tone and, for nine of them, a key. A note keeps the name it was tagged
// with, so names that a tag had before stay with it as aliases; this file knows no note.
import { z } from 'zod';
import { TagId } from '../ids.ts';

export const TAG_SHAPES = [
  'circle',
  'ring',
  'diamond',
  'triangle',
  'hexagon',
  'bar',
  'plus',
  'steps',
  'half',
  'cross',
] as const;
export const TAG_TONES = ['ink', 'sea', 'moss', 'clay'] as const;

/** Without `#`; letters, digits, `-`, `_`. */
const TagName = z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u);

export const Tag = z.object({
  id: TagId,
  /** Unique in a workspace among all names and aliases, without regard to case. */
  name: TagName,
  /** Names it had before, the latest last. Notes may still carry them; `resolveTag` finds the tag under each. */
  aliases: z.array(TagName).default([]),
  definition: z.string().max(400),
  /** Kinds are read by Earshot itself and keep their name. */
  kind: z.enum(['need', 'request', 'pain', 'workaround']).nullable(),
  shape: z.enum(TAG_SHAPES),
  tone: z.enum(TAG_TONES),
  /** The digit that tags the last note. */
  hotkey: z.number().int().min(1).max(9).nullable(),
  isArchived: z.boolean(),
});
export type Tag = z.infer<typeof Tag>;

/**
 * The tag that a name means now, or undefined when none does: the tag called so, else the one that was. Whoever reads
 * the tags of a note asks here; two names of one note may mean the same tag.
 */
export function resolveTag(tags: readonly Tag[], name: string): Tag | undefined {
  return (
    tags.find((tag) => isSameTagName(tag.name, name)) ??
    tags.find((tag) => tag.aliases.some((alias) => isSameTagName(alias, name)))
  );
}

/** A tag under another name, which keeps the old one as an alias. Taking an old name up again takes it off the aliases. */
export function renamedTag(tag: Tag, name: string): Tag {
  const aliases = [...tag.aliases, tag.name].filter((alias) => !isSameTagName(alias, name));
  return { ...tag, name, aliases: [...new Set(aliases)] };
}

/** Whether two names are one, apart from case. */
function isSameTagName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** How a tag is drawn: the voice marks for need and request, whatever their shape is; its shape for all others. */
export function tagMark(tag: Pick<Tag, 'kind' | 'shape'>): Tag['shape'] | 'need' | 'request' {
  return tag.kind === 'need' || tag.kind === 'request' ? tag.kind : tag.shape;
}

/** What every new workspace starts with: the four kinds, and one example. */
export const STARTING_TAGS: readonly Omit<Tag, 'id'>[] = [
  {
    name: 'need',
    aliases: [],
    definition: 'What somebody has to get done, whatever they ask for.',
    kind: 'need',
    shape: 'circle',
    tone: 'sea',
    hotkey: 1,
    isArchived: false,
  },
  {
    name: 'request',
    aliases: [],
    definition: 'A solution that somebody asked for.',
    kind: 'request',
    shape: 'ring',
    tone: 'ink',
    hotkey: 2,
    isArchived: false,
  },
  {
    name: 'pain',
    aliases: [],
    definition: 'What goes wrong, and what it costs.',
    kind: 'pain',
    shape: 'triangle',
    tone: 'clay',
    hotkey: 3,
    isArchived: false,
  },
  {
    name: 'workaround',
    aliases: [],
    definition: 'What people do instead today.',
    kind: 'workaround',
    shape: 'half',
    tone: 'moss',
    hotkey: 4,
    isArchived: false,
  },
  {
    name: 'trust',
    aliases: [],
    definition: 'Where somebody does not believe what they are shown.',
    kind: null,
    shape: 'diamond',
    tone: 'sea',
    hotkey: 5,
    isArchived: false,
  },
];
