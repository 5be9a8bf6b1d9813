// A need as every screen and export shows it: a proposal of the extraction with people's decisions laid over it.
import type { InterviewId, NeedId, NoteId, ParticipantId, PersonId } from '../ids.ts';
import type { Role } from '../workspace/people.ts';
import type { NoteRef } from './note-ref.ts';
import type { StatementRef } from './statement.ts';

/** A note that was tagged or marked while words were said. */
export interface NearNote {
  readonly id: NoteId;
  readonly author: PersonId;
  readonly role: Role;
  readonly atMs: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly isMarked: boolean;
}

/** One person's words. `isBroken` when the cut from the original no longer equals the stored words. */
export interface Quote extends StatementRef {
  readonly participantId: ParticipantId;
  /** The participant's pseudonym. */
  readonly participant: string;
  /** People of the team who were in the room. */
  readonly inRoom: readonly PersonId[];
  readonly isBroken: boolean;
  /** It was made from an earlier version of the file; the words and their place are those of the newest. */
  readonly isFollowed: boolean;
  /** Pinned by a person: no run takes it out of this need. */
  readonly isPinned: boolean;
  /** Who put it here by hand, or null when a run found it. */
  readonly placedBy: PersonId | null;
  /** Tagged or marked notes that were written while it was said. */
  readonly notes: readonly NearNote[];
}

/** What somebody of the team wrote down, as evidence of its own kind: never a quote, and counted apart. */
export interface NotedEvidence extends NoteRef {
  /** As evidence is named in the contract: `note:` and the note's id. */
  readonly key: string;
  readonly verdict: 'for' | 'against';
  readonly participantId: ParticipantId;
  readonly participant: string;
  readonly placedBy: PersonId | null;
  /** The note was deleted or says something else now; its words of then are shown. */
  readonly isChanged: boolean;
}

export type NeedStatus = 'suggested' | 'accepted' | 'dismissed';

/** How one participant stands to a need; cells of the people strip, in interview order. */
export interface NeedStance {
  readonly participantId: ParticipantId;
  readonly interviewId: InterviewId;
  readonly participant: string;
  readonly stance: 'for' | 'against' | 'silent' | 'pending';
}

/** One side of the pair: a quote, or what the team wrote in its place, or both. */
export interface NeedPairSide {
  readonly quote: Quote | null;
  readonly text: string | null;
}

/** What was asked for and what is needed. */
export interface NeedPair {
  readonly asked: NeedPairSide;
  readonly needs: NeedPairSide;
  /** Who made or corrected it; null while it is Earshot's proposal. */
  readonly by: PersonId | null;
}

/** What a reader should know before trusting a need. `people` are those whose words it rests on. */
export type NeedDoubt =
  | { readonly kind: 'notes-only' }
  /** Most quotes are one person's. */
  | {
      readonly kind: 'one-person';
      readonly participant: string;
      readonly quotes: number;
      readonly of: number;
    }
  /** Words that answer a leading question of the interviewer. */
  | {
      readonly kind: 'led';
      readonly people: number;
      readonly of: number;
      /** The interviewers' questions, by the id of the quote that answers it. */
      readonly questions: Readonly<Record<string, string>>;
    };

/** Words a person gave, with who and when. */
export interface Worded {
  readonly decisionId: string;
  readonly text: string;
  readonly by: PersonId;
  readonly at: string;
}

/** Two decisions made apart that pull in two directions; both hold until a person chooses. */
export interface OpenQuestion {
  readonly kind: 'merge-or-split';
  readonly mergeId: string;
  readonly splitId: string;
}

export interface Need {
  readonly id: NeedId;
  /** Needs that were merged into this one; their ids still lead here. */
  readonly aliases: readonly NeedId[];
  readonly status: NeedStatus;
  /** What is shown: a person's name for it where there is one, else the suggested label. */
  readonly label: string;
  readonly suggestedLabel: string;
  /** The most central statement, verbatim. */
  readonly subtitle: string;
  readonly isRenamed: boolean;
  /** Who worded the label, when a person did. */
  readonly renamedBy: PersonId | null;
  /** Names given apart from the one shown. */
  readonly otherNames: readonly Worded[];
  /** The need in a sentence of the team. */
  readonly description: Worded | null;
  readonly quotes: readonly Quote[];
  /** What was asked for instead, in their words. */
  readonly requests: readonly Quote[];
  /** Words against it that a person confirmed. */
  readonly against: readonly Quote[];
  /** Words that may speak against it; they count for nothing until a person says so. */
  readonly againstCandidates: readonly Quote[];
  /** Notes that stand for words nobody recorded; counted apart, never as quotes. */
  readonly noted: readonly NotedEvidence[];
  /** Keys of all quotes, requests and voices against in the order that people gave them; empty while nobody did. */
  readonly handOrder: readonly string[];
  /** Distinct participants among `quotes`: people, never mentions. */
  readonly people: number;
  /** Distinct participants among `requests`. */
  readonly peopleAsking: number;
  /** Distinct participants among `against`. */
  readonly peopleAgainst: number;
  /** Distinct participants who are there by notes for it alone. */
  readonly peopleNoted: number;
  readonly pair: NeedPair | null;
  readonly stances: readonly NeedStance[];
  /** Enough people for a study of this size. */
  readonly isRecurring: boolean;
  /** Higher is shown first; a property of this run only. */
  readonly strength: number;
  /** In the last run's result; a pinned need that the run no longer finds keeps its evidence and says so. */
  readonly isInLastRun: boolean;
  /** Why it was grouped: the two quotes of different people that are most alike. */
  readonly closest: readonly [Quote, Quote] | null;
  /** How often the group comes out again when one interview is left out, 0 to 1; null when the run did not say. */
  readonly confidence: number | null;
  /** The model of the run that found it. */
  readonly model: string | null;
  readonly doubts: readonly NeedDoubt[];
  /** Evidence keys that came in since the asking person looked at the need last; empty before their first look. */
  readonly newSince: readonly string[];
  /** For a dismissed need that would come back with more people than it had then. */
  readonly moreSinceDismissed: { readonly before: number; readonly now: number } | null;
  /** Whoever accepted it apart from its dismissal. */
  readonly takenUpApart: readonly PersonId[];
  readonly mergedFrom: readonly {
    readonly needId: NeedId;
    readonly label: string;
    readonly decisionId: string;
  }[];
  readonly splitFrom: NeedId | null;
  readonly questions: readonly OpenQuestion[];
  /** The decision an Undo would take back, if any. */
  readonly lastDecisionId: string | null;
}

/** Whether it stands among the needs or below them, with the weaker signals: what somebody accepted stays above. */
export function standsAmongNeeds(need: Pick<Need, 'isRecurring' | 'status'>): boolean {
  return need.isRecurring || need.status === 'accepted';
}

/** The need that an id leads to, also when it was merged into another. */
export function needUnder(needs: readonly Need[], id: NeedId): Need | undefined {
  return needs.find((need) => need.id === id) ?? needs.find((need) => need.aliases.includes(id));
}

/** Needs by every id that leads to them. */
export function needsById(needs: readonly Need[]): Map<NeedId, Need> {
  const aliased = needs.flatMap((need) => need.aliases.map((id) => [id, need] as const));
  return new Map([...aliased, ...needs.map((need) => [need.id, need] as const)]);
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
