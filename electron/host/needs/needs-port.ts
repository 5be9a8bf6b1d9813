// What the rest of the host may ask about needs.
import type { EvidenceSource, ExtractionState, NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedId, ParticipantId } from '../../../shared/ids.ts';
import type { Verdict } from '../../../shared/needs/decision.ts';
import type { StoredRun } from '../extraction/stored-run.ts';

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

export interface NeedsService {
  view(): Promise<NeedsView>;
  decide(decision: NewDecision): Promise<{ decisionId: string }>;
  /** Makes a need outlive every re-run without judging it. */
  keep(id: NeedId): Promise<void>;
  /** The acting person has seen what the need holds now. */
  look(id: NeedId): Promise<null>;
  lastRun(): Promise<StoredRun | null>;
  /** Needs voiced by each participant, dismissed ones left out. */
  countByParticipant(): Promise<ReadonlyMap<ParticipantId, number>>;
  start(): Promise<ExtractionState>;
  cancel(): ExtractionState;
  close(): Promise<void>;
}
