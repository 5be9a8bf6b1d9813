// What a person wants to decide, before it is completed with the evidence they saw, who they are, and when.
import { z } from 'zod';
import { InterviewId, type NeedId, NoteId, OriginalHash } from '../ids.ts';
import type { Verdict } from './decision.ts';

/** Words in any transcript (UTF-16 offsets into `transcriptText`, end exclusive), or a note. */
export const EvidenceSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    interviewId: InterviewId,
    original: OriginalHash,
    from: z.number().int().nonnegative(),
    to: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('note'), interviewId: InterviewId, noteId: NoteId }),
]);
export type EvidenceSource = z.infer<typeof EvidenceSource>;

/** One side of a pair as a person chose it: a quote of the need, words of the team, or both. */
export interface NewPairSide {
  readonly quoteId: string | null;
  readonly text: string | null;
}

/** What a person wants to decide; the host completes it with the evidence they saw, who, and when. */
export type NewDecision =
  | { readonly kind: 'accept' | 'dismiss' | 'restore' | 'keep' | 'unpair'; readonly needId: NeedId }
  | { readonly kind: 'rename'; readonly needId: NeedId; readonly label: string }
  | { readonly kind: 'describe'; readonly needId: NeedId; readonly text: string }
  | { readonly kind: 'merge'; readonly needId: NeedId; readonly fromId: NeedId }
  | {
      readonly kind: 'split';
      readonly needId: NeedId;
      readonly newId: NeedId;
      readonly quoteIds: readonly string[];
      readonly label: string | null;
    }
  | {
      readonly kind: 'moveQuote';
      readonly needId: NeedId;
      readonly toId: NeedId;
      readonly quoteIds: readonly string[];
      /** What stands above the place that was chosen there, the nearest first. */
      readonly below?: readonly string[] | undefined;
    }
  | {
      readonly kind: 'orderQuote';
      readonly needId: NeedId;
      readonly quoteId: string;
      readonly below: readonly string[];
    }
  | {
      readonly kind: 'addQuote';
      readonly needId: NeedId;
      readonly source: EvidenceSource;
      readonly verdict: Verdict;
    }
  | {
      readonly kind: 'markQuote';
      readonly needId: NeedId;
      readonly quoteIds: readonly string[];
      readonly verdict: Verdict;
    }
  | {
      readonly kind: 'removeQuote' | 'rejectAgainst' | 'pinQuote' | 'unpinQuote';
      readonly needId: NeedId;
      readonly quoteIds: readonly string[];
    }
  | {
      readonly kind: 'pair';
      readonly needId: NeedId;
      readonly asked: NewPairSide;
      readonly needs: NewPairSide;
    }
  | {
      readonly kind: 'settle';
      readonly needId: NeedId;
      readonly mergeId: string;
      readonly splitId: string;
      readonly keep: 'merge' | 'split' | 'both';
    }
  | { readonly kind: 'undo'; readonly decisionId: string };
