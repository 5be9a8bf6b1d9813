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
  /** Words that may speak against it: candidates, counted for nothing. */
  readonly againstCandidates: readonly PredictedQuote[];
  /** Share of the runs without one of the interviews in which it is found again, 0 to 1. */
  readonly confidence: number;
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
  /** The interviewer's question that held it already; null when there was none. */
  readonly ledBy: string | null;
}

/** Best first, weaker signals left out. Requests stand among the quotes, after the evidence. */
export function toPrediction(
  proposals: readonly NeedProposal[],
  fileNames: ReadonlyMap<InterviewId, string>,
): PredictedNeed[] {
  const recurring = proposals.filter(({ grounds }) => !grounds.isWeak);
  const quote = (statement: Statement, isRequest: boolean, ledBy: string | null): PredictedQuote => {
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
      ledBy,
    };
  };
  return recurring.map(({ label, subtitle, participants, statements, requests, grounds }) => ({
    label,
    subtitle,
    participants,
    quotes: [
      ...statements.map((statement) => {
        const led = grounds.led.find(({ statementId }) => statementId === statement.id);
        return quote(statement, false, led?.question ?? null);
      }),
      ...requests.map((statement) => quote(statement, true, null)),
    ],
    againstCandidates: grounds.against.map((statement) => quote(statement, false, null)),
    confidence: grounds.confidence,
  }));
}
