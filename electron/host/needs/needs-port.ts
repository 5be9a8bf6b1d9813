// What the rest of the host may ask about needs.
import type { ExtractionState, NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedId, ParticipantId } from '../../../shared/ids.ts';
import type { NewDecision } from '../../../shared/needs/new-decision.ts';
import type { StoredRun } from '../extraction/stored-run.ts';

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
  /** What the computation is doing now, without waiting for anything. */
  extraction(): ExtractionState;
  start(): Promise<ExtractionState>;
  cancel(): ExtractionState;
  close(): Promise<void>;
}
