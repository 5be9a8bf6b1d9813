// What is made of one interview alone: its vectors, its scores and the statements that stand out. It knows nothing of the
// other interviews, so that it can be kept until the interview changes.
import { soundsContrary } from './contrary.ts';
import { detectorScores, type InterviewVectors } from './detect.ts';
import { type Heads, headValue } from './heads.ts';
import type { ExtractionParameters } from './parameters.ts';
import { asksForSolution } from './requests.ts';
import type { Segment } from './segment.ts';
import { wordCount } from './words.ts';

/** One segment of one participant, with its score. */
export interface Telling {
  readonly participant: string;
  readonly segment: Segment;
  readonly score: number;
}

/** A telling that can be compared. */
export interface ComparableTelling extends Telling {
  readonly statement: Float32Array;
  readonly exchange: Float32Array;
}

export interface InterviewReading extends InterviewVectors {
  /** Texts that were encoded for it. */
  readonly texts: number;
  /** Scores of all statements that are long enough to be evidence. */
  readonly levels: Float64Array;
  /** In the order of time, as the other lists. */
  readonly eligible: readonly ComparableTelling[];
  readonly requests: readonly Telling[];
  /** Whatever sounds as if it spoke against something; evidence or not. */
  readonly contrary: readonly ComparableTelling[];
}

/** `texts` is how many were encoded for the vectors. */
export function readInterview(
  segments: readonly Segment[],
  vectors: InterviewVectors,
  texts: number,
  heads: Heads,
  parameters: ExtractionParameters,
): InterviewReading {
  const scores = detectorScores(segments, vectors, heads, parameters);
  const levels: number[] = [];
  const eligible: ComparableTelling[] = [];
  const requests: Telling[] = [];
  const contrary: ComparableTelling[] = [];
  for (const segment of segments) {
    const score = scores[segment.at] ?? null;
    if (score === null) continue;
    const words = wordCount(segment.text);
    if (words >= parameters.minWords) levels.push(score);
    const statement = vectors.statements[segment.at] ?? null;
    const exchange = vectors.exchanges[segment.at] ?? null;
    if (statement === null || segment.participant === null) continue;
    const telling: Telling = { participant: segment.participant, segment, score };
    if (words >= parameters.requestMinWords) {
      const value = exchange
        ? (headValue(statement, heads.request) + headValue(exchange, heads.request)) / 2
        : headValue(statement, heads.request);
      if (value >= parameters.request || asksForSolution(segment.text)) requests.push(telling);
    }
    if (!exchange) continue;
    const comparable = { ...telling, statement, exchange };
    if (words >= parameters.minWords) eligible.push(comparable);
    if (soundsContrary(segment.text)) contrary.push(comparable);
  }
  return { ...vectors, texts, levels: Float64Array.from(levels), eligible, requests, contrary };
}
