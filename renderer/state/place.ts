// The places a person can be in. Types only.
import type { BriefId, InterviewId, NeedId, NoteId, OriginalHash, TagId } from '../../shared/ids.ts';

/** Words in a transcript to bring into view: the original they are in, and the UTF-16 offset at which they begin. */
export interface Focus {
  readonly original: OriginalHash;
  readonly start: number;
}

export type Place =
  | { readonly place: 'home' }
  | { readonly place: 'interviews' }
  | { readonly place: 'prepare'; readonly interviewId: InterviewId }
  | { readonly place: 'live'; readonly interviewId: InterviewId }
  | { readonly place: 'debrief'; readonly interviewId: InterviewId }
  | {
      readonly place: 'interview';
      readonly interviewId: InterviewId;
      readonly focus?: Focus;
      /** The note to bring into view, instead of words. */
      readonly noteId?: NoteId;
    }
  | { readonly place: 'needs' }
  | { readonly place: 'need'; readonly needId: NeedId }
  | { readonly place: 'briefs' }
  | { readonly place: 'brief'; readonly briefId: BriefId }
  | { readonly place: 'codebook'; readonly tagId?: TagId }
  | { readonly place: 'settings' }
  | { readonly place: 'privacy' };
