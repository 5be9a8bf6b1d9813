// The contract's part about “Find more like this” for a tag.
import { z } from 'zod';
import { type InterviewId, type NoteId, type OriginalHash, type PersonId, TagId } from '../ids.ts';
import { EvidenceKey } from '../needs/decision.ts';
import { EvidenceSource } from '../needs/new-decision.ts';
import type { Role } from '../workspace/people.ts';
import type { Access } from './parts.ts';

interface Like {
  /** A statement's id, or `note:` and the note's id. */
  readonly key: string;
  readonly interviewId: InterviewId;
  /** The participant's pseudonym. */
  readonly participant: string;
  readonly text: string;
  /** Call time; null where the file has no times. */
  readonly atMs: number | null;
}

/** Something close in meaning to what carries a tag: words, or a note. */
export type LikeTag =
  | (Like & {
      readonly kind: 'words';
      readonly original: OriginalHash;
      readonly start: number;
      readonly end: number;
    })
  | (Like & {
      readonly kind: 'note';
      readonly noteId: NoteId;
      readonly author: PersonId;
      readonly role: Role;
    });

export interface FoundLikeTag {
  /** Notes that carry the tag, and how many it takes. */
  readonly places: number;
  readonly needed: number;
  /** The nearest first. */
  readonly found: readonly LikeTag[];
}

export const likeTagParams = {
  'tags.findLike': z.object({ id: TagId }),
  /** Puts the tag on a note, or on words as a note of one's own beside them. */
  'tags.addLike': z.object({ id: TagId, source: EvidenceSource }),
  /** “No”: it is not proposed for this tag again. */
  'tags.refuseLike': z.object({ id: TagId, key: EvidenceKey }),
} as const;

export interface LikeTagResults {
  'tags.findLike': FoundLikeTag;
  'tags.addLike': null;
  'tags.refuseLike': null;
}

export const likeTagAccess: Readonly<Record<keyof typeof likeTagParams, Access>> = {
  'tags.findLike': 'member',
  'tags.addLike': 'member',
  'tags.refuseLike': 'member',
};
