// The needs of a folder as plain JSON, in the shape that build/quality/score-needs.mjs reads.
import { AppError } from '../../shared/errors.ts';
import type { NeedProposal, Statement } from '../../shared/extraction/proposal.ts';
import type { InterviewId } from '../../shared/ids.ts';

export interface PredictedNeed {
  readonly label: string;
  readonly subtitle: string;
  /** Names, as the transcripts have them. */
  readonly participants: readonly string[];
  readonly quotes: readonly PredictedQuote[];
}

export interface PredictedQuote {
  /** File name. */
  readonly interview: string;
  /** Seconds from the beginning of the recording; 0 when the file gives no times. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly text: string;
  /** True for what was asked for, false for evidence. */
  readonly isRequest: boolean;
}

/** Best first, weaker signals left out. Requests stand among the quotes, after the evidence. */
export function toPrediction(
  proposals: readonly NeedProposal[],
  fileNames: ReadonlyMap<InterviewId, string>,
): PredictedNeed[] {
  const recurring = proposals.filter(({ grounds }) => !grounds.isWeak);
  const quote = (statement: Statement, isRequest: boolean): PredictedQuote => {
    const interview = fileNames.get(statement.interviewId);
    if (interview === undefined) {
      throw new AppError(
        'internal',
        `The result names an interview that was not given: ${statement.interviewId}.`,
      );
    }
    const start = (statement.startMs ?? 0) / 1_000;
    return {
      interview,
      start,
      end: Math.max(start, (statement.endMs ?? statement.startMs ?? 0) / 1_000),
      speaker: statement.speaker ?? 'unknown',
      text: statement.text,
      isRequest,
    };
  };
  return recurring.map(({ label, subtitle, participants, statements, requests }) => ({
    label,
    subtitle,
    participants,
    quotes: [
      ...statements.map((statement) => quote(statement, false)),
      ...requests.map((statement) => quote(statement, true)),
    ],
  }));
}
