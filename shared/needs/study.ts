// What needs are counted over: the interviews with their people, words and notes.
import type { InterviewId, NeedId, NoteId, ParticipantId, PersonId } from '../ids.ts';
import type { Note } from '../interviews/interview-document.ts';
import type { Tag } from '../workspace/tags.ts';
import type { StatementRef } from './statement.ts';

/** An interview that has words or notes, in the order of its date. */
export interface HeardInterview {
  readonly id: InterviewId;
  readonly participantId: ParticipantId;
  readonly participant: string;
  readonly inRoom: readonly PersonId[];
  /** False while no run has seen it. */
  readonly isInRun: boolean;
  /** False when there are only notes: its people are not in the strip and not in the size of the study. */
  readonly hasWords: boolean;
  /** False when the words are in a language that the model does not know. */
  readonly isUnderstood: boolean;
  /** The call time of the first and the last word; null when the file has no times. */
  readonly spokenMs: { readonly from: number; readonly to: number } | null;
  /** Not deleted, in the order of call time. */
  readonly notes: readonly Note[];
  /** Added to the file's times to get call time. */
  readonly offsetMs: number;
  /** Cuts the words of a span out of the original; null when the original is not the one the span was made from. */
  readonly cut: (statement: StatementRef) => string | null;
  /** A statement of an earlier version of the file as it stands in the newest; null when its words are not there. */
  readonly follow?: (statement: StatementRef) => StatementRef | null;
}

export interface NeedSurroundings {
  /** The model of the last run. */
  readonly model?: string | null;
  /** What the asking person saw of each need when they looked at it last, by evidence key. */
  readonly looked?: ReadonlyMap<NeedId, ReadonlySet<string>>;
  /** Notes are shown with the names that their tags have in it. */
  readonly codebook?: readonly Tag[];
}

export interface Study {
  readonly byId: ReadonlyMap<InterviewId, HeardInterview>;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly withWords: readonly HeardInterview[];
  readonly surroundings: NeedSurroundings;
}
