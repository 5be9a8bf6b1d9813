import { type InterviewId, type OriginalHash, StatementId } from '../ids.ts';
import { sha256 } from './sha256.ts';

/** Names words by where they stand (UTF-16 span in `transcriptText`): the same words have the same id on every computer and in every run. */
export function statementId(
  interviewId: InterviewId,
  original: OriginalHash,
  span: { readonly start: number; readonly end: number },
): StatementId {
  return StatementId.parse(sha256(`${interviewId}\n${original}\n${span.start}-${span.end}`).slice(0, 32));
}
