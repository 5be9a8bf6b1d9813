// What the rest of the host may ask about needs.
import type { ExtractionState, NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedId, ParticipantId } from '../../../shared/ids.ts';
import type { StoredRun } from '../extraction/stored-run.ts';

export type NewDecision =
  | { readonly kind: 'accept' | 'dismiss' | 'restore'; readonly needId: NeedId }
  | { readonly kind: 'rename'; readonly needId: NeedId; readonly label: string }
  | { readonly kind: 'undo'; readonly decisionId: string };

export interface NeedsService {
  view(): Promise<NeedsView>;
  decide(decision: NewDecision): Promise<{ decisionId: string }>;
  /** Makes a need outlive every re-run without judging it: accepts it unless somebody decided already. */
  pin(id: NeedId): Promise<void>;
  lastRun(): Promise<StoredRun | null>;
  /** Needs voiced by each participant, dismissed ones left out. */
  countByParticipant(): Promise<ReadonlyMap<ParticipantId, number>>;
  start(): Promise<ExtractionState>;
  cancel(): ExtractionState;
  close(): Promise<void>;
}
