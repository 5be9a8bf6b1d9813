// A note as evidence: what somebody of the team wrote down. It is never a quote, and never shown or counted as one.
import { z } from 'zod';
import { InterviewId, NoteId, PersonId } from '../ids.ts';
import { Role } from '../workspace/people.ts';

/** Points at a note and keeps its words as they were when somebody decided on it. */
export const NoteRef = z.object({
  noteId: NoteId,
  interviewId: InterviewId,
  author: PersonId,
  role: Role,
  /** Call time at which its typing began. */
  atMs: z.number().nonnegative(),
  text: z.string().max(4_000),
  tags: z.array(z.string().max(60)).max(60),
});
export type NoteRef = z.infer<typeof NoteRef>;
