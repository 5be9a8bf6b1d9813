// The contract's part about extraction and needs.
import { z } from 'zod';
import { type InterviewId, NeedId } from '../ids.ts';
import type { Need } from '../needs/need.ts';
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
  readonly extraction: ExtractionState;
}

export const needParams = {
  'extraction.start': nothing,
  'extraction.cancel': nothing,
  'needs.list': nothing,
  'needs.accept': z.object({ id: NeedId }),
  'needs.rename': z.object({ id: NeedId, label: z.string().trim().min(1).max(300) }),
  'needs.dismiss': z.object({ id: NeedId }),
  'needs.restore': z.object({ id: NeedId }),
  'needs.undo': z.object({ decisionId: z.string().min(1).max(64) }),
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
};

export interface NeedEvents {
  /** `needs.list` may answer differently. */
  'needs.changed': Record<string, never>;
  'extraction.changed': ExtractionState;
}
