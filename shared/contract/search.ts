// The contract's part about search: one question over everything that was said, noted, found and written.
import { z } from 'zod';
import type { BriefId, NeedId, NoteId, OriginalHash, ParticipantId, PersonId } from '../ids.ts';
import { InterviewId } from '../ids.ts';
import type { NeedStance, Quote } from '../needs/need.ts';
import type { Range } from '../search/snippet.ts';
import type { Access } from './parts.ts';

/** In the order in which they are shown. */
export const SearchKind = z.enum(['needs', 'said', 'notes', 'briefs', 'people']);
export type SearchKind = z.infer<typeof SearchKind>;

interface Hit {
  /** The words that were found, cut to about two lines. */
  readonly text: string;
  /** Letters of `text` that matched: UTF-16 offsets, in order. */
  readonly ranges: readonly Range[];
}

export interface NeedHit extends Hit {
  readonly kind: 'needs';
  readonly needId: NeedId;
}

export interface SaidHit extends Hit {
  readonly kind: 'said';
  readonly interviewId: InterviewId;
  readonly participant: string;
  readonly isParticipant: boolean;
  /** The words' turn: its original, where it begins in `transcriptText`, and its time. */
  readonly original: OriginalHash;
  readonly start: number;
  readonly startMs: number | null;
}

export interface NoteHit extends Hit {
  readonly kind: 'notes';
  readonly interviewId: InterviewId;
  readonly participant: string;
  readonly noteId: NoteId;
  readonly author: PersonId;
  readonly atMs: number;
}

export interface BriefHit extends Hit {
  readonly kind: 'briefs';
  readonly briefId: BriefId;
  readonly title: string;
}

export interface PersonHit extends Hit {
  readonly kind: 'people';
  readonly participantId: ParticipantId;
  readonly pseudonym: string;
}

export type SearchHit = NeedHit | SaidHit | NoteHit | BriefHit | PersonHit;

export interface SearchAnswer {
  /** Best first within a kind; kinds in their order; kinds without a hit are left out. `total` counts all that match. */
  readonly groups: readonly {
    readonly kind: SearchKind;
    readonly hits: readonly SearchHit[];
    readonly total: number;
  }[];
  /** When nothing was found: the nearest word that is anywhere, and in how many texts it stands. */
  readonly nearest: { readonly word: string; readonly texts: number } | null;
  /** Only words that stand almost everywhere, such as “the”, were asked for; they are not searched. */
  readonly isTooCommon: boolean;
  /** How much of the words is not searched yet, while the index is being made; null when all is. */
  readonly building: { readonly done: number; readonly total: number } | null;
}

/** That others said something like a note, with their words. */
export interface HeardHint {
  readonly needId: NeedId;
  readonly label: string;
  /** One a person, nearest first. */
  readonly quotes: readonly Quote[];
  /** How everybody stands to the need, in interview order. */
  readonly stances: readonly NeedStance['stance'][];
}

export const searchParams = {
  /** An empty text finds nothing and makes the index ready. */
  'search.query': z.object({
    text: z.string().max(200),
    kinds: z.array(SearchKind).max(5).optional(),
    /** Hits of a kind. */
    limit: z.number().int().min(1).max(50),
  }),
  /** Whether others than this interview's participant said something like this note. An empty text makes the answer ready. */
  'search.heard': z.object({ interviewId: InterviewId, text: z.string().max(2_000) }),
} as const;

export interface SearchResults {
  'search.query': SearchAnswer;
  'search.heard': HeardHint | null;
}

export const searchAccess: Readonly<Record<keyof typeof searchParams, Access>> = {
  'search.query': 'member',
  'search.heard': 'member',
};

export interface SearchEvents {
  /** `search.query` may answer differently: more is searched now. Told a few times while the index is being made. */
  'search.changed': { readonly building: SearchAnswer['building'] };
}
