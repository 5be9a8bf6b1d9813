// What the rest of the host may ask of search.
import type { HeardHint, SearchAnswer, SearchKind } from '../../../shared/contract/search.ts';
import type { InterviewId } from '../../../shared/ids.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly kinds: readonly SearchKind[];
  /** Hits of a kind. */
  readonly limit: number;
}

export interface SearchService {
  query(question: SearchQuestion): Promise<SearchAnswer>;
  /** Waits for the needs when they are being counted; null when nothing like it was said. */
  heard(interviewId: InterviewId, text: string): Promise<HeardHint | null>;
  /** Needs may have other names now. */
  needsChanged(): void;
  /** Stops what is under way; what is not kept yet is read again the next time. */
  close(): Promise<void>;
}
