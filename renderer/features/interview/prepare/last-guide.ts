// The guide of the interview before, to begin from.
import type { InterviewSummary } from '../../../../shared/contract/interviews.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import { interviewDocumentName } from '../../../../shared/interviews/interview-document.ts';
import type { Documents } from '../../../client/documents.ts';

/** The newest other interview with questions; `rows` come newest first. */
export function lastWithGuide(
  rows: readonly InterviewSummary[],
  current: InterviewId,
): InterviewSummary | undefined {
  return rows.find((row) => row.id !== current && row.questions > 0 && row.damage === null);
}

/** The words of an interview's guide, once they have come. Rejects when they cannot be read. */
export function readGuideOf(documents: Documents, id: InterviewId): Promise<string> {
  const handle = documents.openDocument(interviewDocumentName(id));
  return new Promise<string>((resolve, reject) => {
    const look = () => {
      if (handle.state.kind === 'refused') reject(new Error(`the guide of ${id} cannot be read`));
      else if (handle.state.kind === 'live') resolve(handle.document.getText('guide').toString());
    };
    handle.subscribe(look);
    look();
  }).finally(() => handle.release());
}
