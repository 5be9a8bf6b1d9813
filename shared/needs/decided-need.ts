// What people decided about one need, after all decisions: the state that folding the log gives.
import type { NeedId, PersonId } from '../ids.ts';
import type { PairSide, PinnedEvidence, PlacedEvidence } from './decision.ts';
import type { HandPlace } from './hand-order.ts';
import type { NeedStatus, OpenQuestion, Worded } from './need.ts';
import type { StatementRef } from './statement.ts';

/** Evidence that a person put somewhere. */
export interface Placement {
  readonly placed: PlacedEvidence;
  readonly by: PersonId;
  readonly decisionId: string;
  /** Others who put it there apart from this, oldest first: it stays theirs when somebody who knew only of this takes it out. */
  readonly apart?: readonly Placement[];
}

export interface DecidedNeed {
  readonly id: NeedId;
  /** Dismissed as long as nobody who knew of the dismissal took the need up again. */
  readonly status: NeedStatus;
  /** A person's name for the need, or null while the suggested label stands. */
  readonly label: string | null;
  readonly renamedBy: PersonId | null;
  /** Names that others gave apart from the one that is shown, the latest first. */
  readonly otherNames: readonly Worded[];
  readonly description: Worded | null;
  /** At least one decision on it holds. */
  readonly isDecided: boolean;
  /** Somebody did more than dismiss it or bring it back: its label and evidence stay through every run. */
  readonly isHeld: boolean;
  /** What people saw when they took the decisions that hold. */
  readonly pinned: PinnedEvidence;
  /** Everything that anybody ever saw of it, decisions taken back included: by this a later run knows it again. */
  readonly seen: readonly StatementRef[];
  /** Put here by hand or pinned, by evidence key. */
  readonly placed: ReadonlyMap<string, Placement>;
  readonly pinnedQuotes: ReadonlyMap<string, Placement>;
  /** Taken out of here by hand: no run brings it back. */
  readonly takenOut: ReadonlySet<string>;
  /** “Does not speak against it.” */
  readonly rejectedAgainst: ReadonlySet<string>;
  /** In the order in which people put them down. */
  readonly places: readonly HandPlace[];
  readonly pair:
    | { readonly asked: PairSide; readonly needs: PairSide; readonly by: PersonId }
    | 'broken'
    | null;
  /** The need that this one became part of. */
  readonly mergedInto: NeedId | null;
  readonly mergedFrom: readonly { readonly needId: NeedId; readonly decisionId: string }[];
  readonly splitFrom: NeedId | null;
  /** Whoever took it up apart from its dismissal, and does not know that it was dismissed. */
  readonly takenUpApart: readonly PersonId[];
  readonly questions: readonly OpenQuestion[];
  /** What was seen of it when it was dismissed. */
  readonly dismissedWith: readonly StatementRef[];
  /** The newest decision that still holds, for Undo; that it stands in a brief is taken back there. */
  readonly lastDecisionId: string | null;
}
