// The marks that people laid over an interview's words, placed over one of its transcripts.
import type { InterviewId, OriginalHash } from '../../../shared/ids.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { type PlacedMark, placeMarks, readWordMarks } from '../../../shared/interviews/word-marks.ts';
import { type Turn, transcriptText } from '../../../shared/transcripts/transcript.ts';
import type { HostContext } from '../host-context.ts';

/** The marks of an interview as they lie over these turns. */
export async function marksOver(
  context: Pick<HostContext, 'workspace'>,
  interviewId: InterviewId,
  original: OriginalHash,
  turns: readonly Turn[],
): Promise<PlacedMark[]> {
  const marks = await context
    .workspace()
    .documents.read(interviewDocumentName(interviewId), (document) => readWordMarks(document));
  return marks.size === 0 ? [] : placeMarks(marks, original, transcriptText(turns));
}
