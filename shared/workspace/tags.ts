// The codebook: tags with a definition, a shape, a tone and, for nine of them, a key.
import { z } from 'zod';
import { TagId } from '../ids.ts';

export const TAG_SHAPES = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'bar',
  'cross',
  'ring',
  'wave',
  'drop',
  'star',
] as const;
export const TAG_TONES = ['ink', 'sea', 'moss', 'clay'] as const;

export const Tag = z.object({
  id: TagId,
  /** Without `#`; letters, digits, `-`, `_`; unique in a workspace without regard to case. */
  name: z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u),
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

/** What every new workspace starts with: the four kinds, and one example. */
export const STARTING_TAGS: readonly Omit<Tag, 'id'>[] = [
  {
    name: 'need',
    definition: 'What somebody has to get done, whatever they ask for.',
    kind: 'need',
    shape: 'circle',
    tone: 'sea',
    hotkey: 1,
    isArchived: false,
  },
  {
    name: 'request',
    definition: 'A solution that somebody asked for.',
    kind: 'request',
    shape: 'ring',
    tone: 'ink',
    hotkey: 2,
    isArchived: false,
  },
  {
    name: 'pain',
    definition: 'What goes wrong, and what it costs.',
    kind: 'pain',
    shape: 'triangle',
    tone: 'clay',
    hotkey: 3,
    isArchived: false,
  },
  {
    name: 'workaround',
    definition: 'What people do instead today.',
    kind: 'workaround',
    shape: 'wave',
    tone: 'moss',
    hotkey: 4,
    isArchived: false,
  },
  {
    name: 'trust',
    definition: 'Where somebody does not believe what they are shown.',
    kind: null,
    shape: 'diamond',
    tone: 'sea',
    hotkey: 5,
    isArchived: false,
  },
];
