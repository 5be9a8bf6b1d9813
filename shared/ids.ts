// Branded ids: a NeedId is never passed where a NoteId belongs. An id is made once, at creation, and never reused.
import { z } from 'zod';

/** What may stand in an id: letters, digits, `-` and `_`, so that an id is safe in a file name, a URL and a document name. */
const idText = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const WorkspaceId = idText.brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export const PersonId = idText.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const ParticipantId = idText.brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof ParticipantId>;
export const InterviewId = idText.brand<'InterviewId'>();
export type InterviewId = z.infer<typeof InterviewId>;
/** A ULID, so that the ids of notes sort by the time of their creation. */
export const NoteId = idText.brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;
export const TagId = idText.brand<'TagId'>();
export type TagId = z.infer<typeof TagId>;
export const NeedId = idText.brand<'NeedId'>();
export type NeedId = z.infer<typeof NeedId>;
export const BriefId = idText.brand<'BriefId'>();
export type BriefId = z.infer<typeof BriefId>;
export const InviteId = idText.brand<'InviteId'>();
export type InviteId = z.infer<typeof InviteId>;
/** Hash of interview, original and character span: the same words keep their id across runs and computers. */
export const StatementId = idText.brand<'StatementId'>();
export type StatementId = z.infer<typeof StatementId>;
/** SHA-256 of an original's bytes, 64 lower-case hex digits. */
export const OriginalHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'OriginalHash'>();
export type OriginalHash = z.infer<typeof OriginalHash>;
