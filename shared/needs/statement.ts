// A statement: a sentence that carries a need, a pain, a goal, a workaround, a request or a constraint.
import { z } from 'zod';
import { InterviewId, OriginalHash, StatementId } from '../ids.ts';

/**
 * Points at words in a transcript and keeps them too. The words shown are always cut from the original by the
 * span; if the cut does not equal `text`, the quote is broken and is shown as such, never guessed.
 */
export const StatementRef = z.object({
  id: StatementId,
  interviewId: InterviewId,
  original: OriginalHash,
  /** UTF-16 offsets into `transcriptText`, end exclusive. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  startMs: z.number().nonnegative().nullable(),
  endMs: z.number().nonnegative().nullable(),
  /** The speaker as the file names them. */
  speaker: z.string().max(200).nullable(),
  text: z.string().max(4_000),
});
export type StatementRef = z.infer<typeof StatementRef>;
