// A need as every screen and export shows it: a proposal of the extraction with people's decisions laid over it.
import type { InterviewId, NeedId, ParticipantId, PersonId } from '../ids.ts';
import type { StatementRef } from './statement.ts';

/** One person's words. `isBroken` when the cut from the original no longer equals the stored words. */
export interface Quote extends StatementRef {
  readonly participantId: ParticipantId;
  /** The participant's pseudonym. */
  readonly participant: string;
  /** People of the team who were in the room. */
  readonly inRoom: readonly PersonId[];
  readonly isBroken: boolean;
}

export type NeedStatus = 'suggested' | 'accepted' | 'dismissed';

/** How one participant stands to a need; cells of the people strip, in interview order. */
export interface NeedStance {
  readonly participantId: ParticipantId;
  readonly interviewId: InterviewId;
  readonly participant: string;
  readonly stance: 'for' | 'against' | 'silent' | 'pending';
}

export interface Need {
  readonly id: NeedId;
  readonly status: NeedStatus;
  /** What is shown: a person's name for it where there is one, else the suggested label. */
  readonly label: string;
  readonly suggestedLabel: string;
  /** The most central statement, verbatim. */
  readonly subtitle: string;
  readonly isRenamed: boolean;
  /** Who worded the label, when a person did. */
  readonly renamedBy: PersonId | null;
  readonly quotes: readonly Quote[];
  /** What was asked for instead, in their words. */
  readonly requests: readonly Quote[];
  readonly against: readonly Quote[];
  /** Distinct participants among `quotes`: people, never mentions. */
  readonly people: number;
  /** Distinct participants among `requests`. */
  readonly peopleAsking: number;
  readonly stances: readonly NeedStance[];
  /** Enough people for a study of this size. */
  readonly isRecurring: boolean;
  /** Higher is shown first; a property of this run only. */
  readonly strength: number;
  /** In the last run's result; a pinned need that the run no longer finds keeps its evidence and says so. */
  readonly isInLastRun: boolean;
  /** The decision an Undo would take back, if any. */
  readonly lastDecisionId: string | null;
}

/**
 * A suggested label is a clause and its key words, joined by a dash (extraction.md, step 7): the clause is what is read,
 * the key words tell two like it apart. A person's own label is taken whole unless it is written the same way.
 */
export function labelParts(label: string): { readonly words: string; readonly keywords: string | null } {
  const at = label.lastIndexOf(' — ');
  if (at <= 0) return { words: label, keywords: null };
  return { words: label.slice(0, at), keywords: label.slice(at + 3) };
}

/** People a need must have to count as recurring: 3 in studies of 6 or more interviews, 2 below that. */
export function peopleForRecurring(interviews: number): number {
  return interviews >= 6 ? 3 : 2;
}
