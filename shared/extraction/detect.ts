// Which statements carry a need. The head reads one statement; needs are told over several, so neighbours of the same
// interview lend their score, and thresholds follow from the study's own scores.
import { type Heads, headValue } from './heads.ts';
import type { ExtractionParameters } from './parameters.ts';
import type { Segment } from './segment.ts';
import { wordCount } from './words.ts';

/** Vectors of one interview by segment; null where a segment has none. */
export interface InterviewVectors {
  readonly statements: readonly (Float32Array | null)[];
  readonly exchanges: readonly (Float32Array | null)[];
}

type DetectorParameters = Pick<
  ExtractionParameters,
  'lengthWeight' | 'smoothRange' | 'smoothDecay' | 'smoothWeight' | 'missingExchange'
>;

/** ln(1 + words) of a statement of ordinary length, about 19 words. */
const ORDINARY_LENGTH = 3;

/** First stage, statements alone: scores good enough to choose what is worth an exchange vector. */
export function firstScores(
  segments: readonly Segment[],
  statements: readonly (Float32Array | null)[],
  heads: Heads,
  parameters: DetectorParameters,
): (number | null)[] {
  return smooth(
    segments,
    statements.map((vector) => (vector ? headValue(vector, heads.detector) : null)),
    parameters,
  );
}

/** Second stage: the head's mean over statement and exchange. Null for segments of the team. */
export function detectorScores(
  segments: readonly Segment[],
  vectors: InterviewVectors,
  heads: Heads,
  parameters: DetectorParameters,
): (number | null)[] {
  const values = vectors.statements.map((statement, i) => {
    if (!statement) return null;
    const exchange = vectors.exchanges[i];
    const exchangeValue = exchange ? headValue(exchange, heads.detector) : parameters.missingExchange;
    return (headValue(statement, heads.detector) + exchangeValue) / 2;
  });
  return smooth(segments, values, parameters);
}

/** The score below which the share lies, of scores in ascending order; infinite when there are none. */
export function scoreLevel(ascending: ArrayLike<number>, share: number): number {
  return ascending[Math.floor(share * (ascending.length - 1))] ?? Number.POSITIVE_INFINITY;
}

function smooth(
  segments: readonly Segment[],
  values: readonly (number | null)[],
  { lengthWeight, smoothRange, smoothDecay, smoothWeight }: DetectorParameters,
): (number | null)[] {
  const own = segments.map((segment, i) => {
    const value = values[i] ?? null;
    if (value === null || segment.participant === null) return null;
    return value + lengthWeight * (Math.log(1 + wordCount(segment.text)) - ORDINARY_LENGTH);
  });
  return own.map((score, i) => {
    if (score === null) return null;
    let sum = 0;
    let weights = 0;
    for (let j = Math.max(0, i - smoothRange); j <= Math.min(own.length - 1, i + smoothRange); j++) {
      const other = own[j] ?? null;
      if (j === i || other === null) continue;
      const weight = smoothDecay ** (Math.abs(i - j) - 1);
      sum += weight * other;
      weights += weight;
    }
    return weights > 0 ? score + (smoothWeight * sum) / weights : score;
  });
}
