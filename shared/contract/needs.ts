// The contract's part about extraction and needs.
import { z } from 'zod';
import { type InterviewId, NeedId } from '../ids.ts';
import { EvidenceKey, Verdict } from '../needs/decision.ts';
import { MOST_ABOVE } from '../needs/hand-order.ts';
import type { Need } from '../needs/need.ts';
import { EvidenceSource } from '../needs/new-decision.ts';
import { type Access, nothing } from './parts.ts';

export type ExtractionStep = 'load' | 'encode' | 'compare' | 'group' | 'label';

export type ExtractionState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly step: ExtractionStep;
      readonly done: number;
      readonly total: number;
      /** Interviews of this run that are computed, and those that are already known. */
      readonly newInterviews: number;
      readonly knownInterviews: number;
      readonly interview: string | null;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly at: string }
  | { readonly kind: 'stopped'; readonly at: string };

export interface NeedsView {
  readonly needs: readonly Need[];
  /** The last finished run, or null. */
  readonly run: {
    readonly at: string;
    readonly model: string;
    readonly interviews: number;
    readonly seconds: number;
  } | null;
  /** Interviews with words that no run has seen. */
  readonly notInRun: readonly InterviewId[];
  /** Interviews with words. */
  readonly interviewsWithWords: number;
  readonly peopleForRecurring: number;
  /** Interviews in a language that the model in use was not made for. */
  readonly otherLanguages: readonly { readonly interviewId: InterviewId; readonly language: string }[];
  readonly extraction: ExtractionState;
}

const decisionId = z.string().min(1).max(64);
const label = z.string().trim().min(1).max(300);
/** Evidence of a need, as the view names it: ids of quotes and keys of noted evidence. */
const quoteIds = z.array(EvidenceKey).min(1).max(500);
const below = z.array(EvidenceKey).max(MOST_ABOVE);
const pairSide = z.object({
  /** A quote of this need. */
  quoteId: EvidenceKey.nullable(),
  text: z.string().trim().max(500).nullable(),
});

export const needParams = {
  'extraction.start': nothing,
  'extraction.cancel': nothing,
  'needs.list': nothing,
  'needs.accept': z.object({ id: NeedId }),
  'needs.rename': z.object({ id: NeedId, label: z.string().trim().min(1).max(300) }),
  'needs.dismiss': z.object({ id: NeedId }),
  'needs.restore': z.object({ id: NeedId }),
  'needs.undo': z.object({ decisionId }),
  /** The need in a sentence of the team; an empty one takes the sentence away. */
  'needs.describe': z.object({ id: NeedId, text: z.string().trim().max(500) }),
  /** `fromId` becomes part of `id`. */
  'needs.merge': z.object({ id: NeedId, fromId: NeedId }),
  /** The quotes become a need of their own. */
  'needs.split': z.object({ id: NeedId, quoteIds, label: label.nullable() }),
  /** `below`: the evidence above the place that was chosen there, the nearest first. */
  'needs.moveQuote': z.object({ id: NeedId, toId: NeedId, quoteIds, below: below.optional() }),
  /** The quote stands right below the first of `below` that is in the need; below nothing is on top. */
  'needs.orderQuote': z.object({ id: NeedId, quoteId: EvidenceKey, below }),
  'needs.addQuote': z.object({ id: NeedId, source: EvidenceSource, verdict: Verdict }),
  /** The same quotes under another verdict; takes candidates against as well. */
  'needs.markQuote': z.object({ id: NeedId, quoteIds, verdict: Verdict }),
  'needs.removeQuote': z.object({ id: NeedId, quoteIds }),
  /** A candidate against that does not speak against it. */
  'needs.rejectAgainst': z.object({ id: NeedId, quoteIds }),
  'needs.pinQuote': z.object({ id: NeedId, quoteIds }),
  'needs.unpinQuote': z.object({ id: NeedId, quoteIds }),
  'needs.pair': z.object({ id: NeedId, asked: pairSide, needs: pairSide }),
  'needs.unpair': z.object({ id: NeedId }),
  /** Of two decisions made apart, which hold. */
  'needs.settle': z.object({
    id: NeedId,
    mergeId: decisionId,
    splitId: decisionId,
    keep: z.enum(['merge', 'split', 'both']),
  }),
  /** The asking person has seen what the need holds now. */
  'needs.look': z.object({ id: NeedId }),
} as const;

export interface NeedResults {
  'extraction.start': ExtractionState;
  'extraction.cancel': ExtractionState;
  'needs.list': NeedsView;
  'needs.accept': { readonly decisionId: string };
  'needs.rename': { readonly decisionId: string };
  'needs.dismiss': { readonly decisionId: string };
  'needs.restore': { readonly decisionId: string };
  'needs.undo': { readonly decisionId: string };
  'needs.describe': { readonly decisionId: string };
  'needs.merge': { readonly decisionId: string };
  'needs.split': { readonly decisionId: string; readonly needId: NeedId };
  'needs.moveQuote': { readonly decisionId: string };
  'needs.orderQuote': { readonly decisionId: string };
  'needs.addQuote': { readonly decisionId: string };
  'needs.markQuote': { readonly decisionId: string };
  'needs.removeQuote': { readonly decisionId: string };
  'needs.rejectAgainst': { readonly decisionId: string };
  'needs.pinQuote': { readonly decisionId: string };
  'needs.unpinQuote': { readonly decisionId: string };
  'needs.pair': { readonly decisionId: string };
  'needs.unpair': { readonly decisionId: string };
  'needs.settle': { readonly decisionId: string };
  'needs.look': null;
}

export const needAccess: Readonly<Record<keyof typeof needParams, Access>> = {
  'extraction.start': 'member',
  'extraction.cancel': 'member',
  'needs.list': 'guest',
  'needs.accept': 'member',
  'needs.rename': 'member',
  'needs.dismiss': 'member',
  'needs.restore': 'member',
  'needs.undo': 'member',
  'needs.describe': 'member',
  'needs.merge': 'member',
  'needs.split': 'member',
  'needs.moveQuote': 'member',
  'needs.orderQuote': 'member',
  'needs.addQuote': 'member',
  'needs.markQuote': 'member',
  'needs.removeQuote': 'member',
  'needs.rejectAgainst': 'member',
  'needs.pinQuote': 'member',
  'needs.unpinQuote': 'member',
  'needs.pair': 'member',
  'needs.unpair': 'member',
  'needs.settle': 'member',
  'needs.look': 'member',
};

export interface NeedEvents {
  /** `needs.list` may answer differently. */
  'needs.changed': Record<string, never>;
  'extraction.changed': ExtractionState;
}
