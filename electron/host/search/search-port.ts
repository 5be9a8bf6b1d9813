// What the rest of the host may ask of search.
import type { SearchAnswer, SearchKind } from '../../../shared/contract/search.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly kinds: readonly SearchKind[];
  /** Hits of a kind. */
  readonly limit: number;
}

export interface SearchService {
  query(question: SearchQuestion): Promise<SearchAnswer>;
  /** Needs may have other names now. */
  needsChanged(): void;
  /** Stops what is under way; what is not kept yet is read again the next time. */
  close(): Promise<void>;
}
