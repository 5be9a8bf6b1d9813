// The index of what was said and noted, in parts of a few dozen interviews, each kept as one entry of the derived cache. A
// part that is missing, damaged or older is simply empty: its interviews are read again.
import { z } from 'zod';
import { InterviewId, OriginalHash } from '../../../shared/ids.ts';
import { createSearchShard, type SearchShard } from '../../../shared/search/search-shard.ts';
import type { Vocabulary } from '../../../shared/search/vocabulary.ts';
import { parseJson } from '../parse-json.ts';
import type { DerivedCache } from '../storage/derived-cache.ts';

/** Raised when what is kept, or how words are cut, changes: older parts are not used then. */
const INDEX_VERSION = 1;
/** One part is rewritten for a change of one interview; a query asks every part. */
export const INTERVIEWS_IN_PART = 24;

/** What of an interview is in the index, to tell when it is not the newest. */
export const Indexed = z.object({
  words: z.object({ original: OriginalHash, signature: z.string(), turns: z.number().int() }).nullable(),
  /** By note, a checksum of all that is kept of it. */
  notes: z.record(z.string(), z.number()),
});
export type Indexed = z.infer<typeof Indexed>;

/** A turn: where it begins in the original's text, its time, and whether the participant speaks. */
export type TurnAbout = readonly [start: number, startMs: number | null, isParticipant: 0 | 1];
/** A note: its call time and who wrote it. */
export type NoteAbout = readonly [atMs: number, author: string];

export interface IndexPart {
  readonly shard: SearchShard<TurnAbout | NoteAbout>;
  readonly interviews: Map<InterviewId, Indexed>;
}

export interface IndexParts {
  readonly all: readonly IndexPart[];
  partOf(id: InterviewId): IndexPart | undefined;
  /** The part that takes one more interview; a new one when all are full. */
  withRoom(): IndexPart;
  /** Writes the parts that changed since they were read or written. */
  save(isChanged: (part: IndexPart) => boolean): Promise<void>;
}

const StoredPart = z.object({
  version: z.literal(INDEX_VERSION),
  interviews: z.array(z.tuple([InterviewId, Indexed])),
  index: z.record(z.string(), z.unknown()),
});
const StoredCount = z.object({
  version: z.literal(INDEX_VERSION),
  parts: z.number().int().min(0).max(10_000),
});
const COUNT = 'search/parts';
const keyOf = (number: number) => `search/part-${number}`;

/** `pause` is awaited between parts, since each is some megabytes. `onDamaged` hears of a part that could not be used. */
export async function loadIndexParts(
  derived: DerivedCache,
  vocabulary: Vocabulary,
  pause: () => Promise<void>,
): Promise<IndexParts> {
  const parts: IndexPart[] = [];
  const places = new Map<InterviewId, IndexPart>();
  const stored = StoredCount.safeParse(parseOrNull(await derived.read(COUNT)));
  for (let number = 0; number < (stored.data?.parts ?? 0); number += 1) {
    await pause();
    const part = usable(await derived.read(keyOf(number)), vocabulary) ?? emptyPart(vocabulary);
    for (const id of part.interviews.keys()) {
      // A part that was half replaced by another Earshot could name an interview twice; the first counts.
      if (places.has(id)) continue;
      places.set(id, part);
    }
    parts.push(part);
  }
  return {
    all: parts,
    partOf: (id) => places.get(id) ?? parts.find((part) => part.interviews.has(id)),
    withRoom() {
      const free = parts.find((part) => part.interviews.size < INTERVIEWS_IN_PART);
      if (free !== undefined) return free;
      const made = emptyPart(vocabulary);
      parts.push(made);
      return made;
    },
    async save(isChanged) {
      for (const [number, part] of parts.entries()) {
        if (!isChanged(part)) continue;
        await derived.write(keyOf(number), encode(storedPart(part)));
        await pause();
      }
      await derived.write(COUNT, encode({ version: INDEX_VERSION, parts: parts.length }));
    },
  };
}

function emptyPart(vocabulary: Vocabulary): IndexPart {
  return { shard: createSearchShard(vocabulary), interviews: new Map() };
}

function storedPart({ shard, interviews }: IndexPart): unknown {
  return { version: INDEX_VERSION, interviews: [...interviews], index: shard.save() };
}

function usable(bytes: Uint8Array | undefined, vocabulary: Vocabulary): IndexPart | null {
  const stored = StoredPart.safeParse(parseOrNull(bytes));
  if (!stored.success) return null;
  const { index, interviews } = stored.data;
  try {
    // Its checksum and version say that `save` wrote it; the library itself refuses another of its own versions.
    const plain = index as unknown as ReturnType<SearchShard<never>['save']>;
    return { shard: createSearchShard(vocabulary, plain), interviews: new Map(interviews) };
  } catch {
    return null; // made by another version of the index library
  }
}

function parseOrNull(bytes: Uint8Array | undefined): unknown {
  return bytes === undefined ? null : parseJson(bytes);
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
