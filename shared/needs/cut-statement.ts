// Cuts a statement out of a transcript: its words, who says them and when. The words are always what stands there.
import { statementId } from '../extraction/statement-id.ts';
import type { InterviewId, OriginalHash } from '../ids.ts';
import { type Turn, transcriptText, turnOffsets } from '../transcripts/transcript.ts';
import type { StatementRef } from './statement.ts';

/** UTF-16 offsets into the `transcriptText` of that original, end exclusive. */
export interface StatementPlace {
  readonly interviewId: InterviewId;
  readonly original: OriginalHash;
  readonly start: number;
  readonly end: number;
}

/** Null when the span is not within one turn: a quote is of one speaker. */
export function cutStatement(turns: readonly Turn[], place: StatementPlace): StatementRef | null {
  const { interviewId, original, start, end } = place;
  const offsets = turnOffsets(turns);
  const at = offsets.findLastIndex((offset) => offset <= start);
  const turn = turns[at];
  const offset = offsets[at];
  if (!turn || offset === undefined || end > offset + turn.text.length) return null;
  return {
    id: statementId(interviewId, original, { start, end }),
    interviewId,
    original,
    start,
    end,
    ...timesOf(turn, start - offset, end - offset),
    speaker: turn.speaker,
    text: transcriptText(turns).slice(start, end),
  };
}

/** From the first to the last caption that the words touch. `from` and `to` count from the turn's start. */
function timesOf(turn: Turn, from: number, to: number) {
  let offset = 0;
  const touched = turn.cues.filter((cue) => {
    const start = offset;
    offset += cue.text.length + 1;
    return start < to && start + cue.text.length > from;
  });
  return {
    startMs: touched[0]?.startMs ?? turn.startMs,
    endMs: touched.at(-1)?.endMs ?? turn.endMs,
  };
}
