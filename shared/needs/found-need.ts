import type { NeedId, StatementId } from '../ids.ts';
import type { NoteRef } from './note-ref.ts';
import type { StatementRef } from './statement.ts';

/** A group of the last run under the id it was given. */
export interface FoundNeed {
  readonly id: NeedId;
  readonly label: string;
  readonly subtitle: string;
  readonly statements: readonly StatementRef[];
  readonly requests: readonly StatementRef[];
  readonly strength: number;
  /** Notes without words in a transcript that belong here. */
  readonly notes?: readonly NoteRef[] | undefined;
  readonly againstCandidates?: readonly StatementRef[] | undefined;
  readonly closest?: readonly [StatementId, StatementId] | null | undefined;
  /** 0 to 1. */
  readonly confidence?: number | null | undefined;
  /** True for what the run took for a weaker signal: told in passing, or by too few. */
  readonly isWeak?: boolean | undefined;
  /** Statements that answer a question which held the ask already, each with that question, verbatim. */
  readonly led?: readonly { readonly statementId: StatementId; readonly question: string }[] | undefined;
  /** False for one that the run did not find and that is kept from the run before. */
  readonly isFound?: boolean | undefined;
}
