// Somebody who came by an invite, for as long as one connection of theirs holds. What may change meanwhile, such as who
// they say they are and whether the invite still holds, is asked anew each time.
import type { InviteKind } from '../../../shared/contract/sharing.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { InterviewId, InviteId, WorkspaceId } from '../../../shared/ids.ts';
import type { Person } from '../../../shared/workspace/people.ts';

export interface Visit {
  readonly inviteId: InviteId;
  readonly kind: InviteKind;
  readonly workspaceId: WorkspaceId;
  /** The one interview they may see; null for a teammate, who may see all. */
  readonly interviewId: InterviewId | null;
  /** Hash of the secret by which their computer is known again. */
  readonly visitorHash: string;
  /** Null until they said who they are; no document is opened before. */
  person(): Person | null;
  /** Whether this Yjs client has been theirs before, also in an earlier visit; whether it is another visitor's. */
  owns(client: number): boolean;
  isOthers(client: number): boolean;
  /**
   * Makes it theirs for good, on the disk before anything is written as it; false when it is another's, or when the disk
   * does not take it.
   */
  claim(client: number): Promise<boolean>;
  /** Why this visit has ended, or null while it goes on. */
  over(): AppError | null;
}
