// From vectors to what is worked with: the statements that may be evidence, the requests, and the score levels of the
// study. It knows nothing of groups.
import { at } from './at.ts';
import { soundsContrary } from './contrary.ts';
import { detectorScores, type InterviewVectors, scoreLevel } from './detect.ts';
import { exchangeText, exchangeWords } from './encoder-inputs.ts';
import { type Heads, headValue } from './heads.ts';
import type { ExtractionParameters } from './parameters.ts';
import { asksForSolution } from './requests.ts';
import type { InterviewSegments, Segment } from './segment.ts';
import { addTables, cosineTable, type PairTable, sparseTable, standardise } from './similarity.ts';
import { addInto, unit } from './vectors.ts';
import { tfidf, wordCount } from './words.ts';

/** A place in an interview. */
export interface Place {
  /** Index of the interview. */
  readonly interview: number;
  readonly participant: string | null;
  /** Position among the interview's segments. */
  readonly at: number;
}

/** One segment of one participant, with its score. */
export interface Remark extends Place {
  readonly participant: string;
  readonly segment: Segment;
  readonly score: number;
}

/** A remark that may be evidence. */
export interface Candidate extends Remark {
  readonly statement: Float32Array;
  readonly exchange: Float32Array;
}

export interface Remarks {
  /** In the order of interviews and time. */
  readonly candidates: readonly Candidate[];
  /** What would be candidates if one table could hold them; empty in all but very large studies. */
  readonly rest: readonly Candidate[];
  readonly requests: readonly Remark[];
  /** Whatever sounds as if it spoke against something; evidence or not. */
  readonly contrary: readonly Candidate[];
  /** How many statements are long enough to be evidence, candidates or not: quantiles of scores are shares of them. */
  readonly spoken: number;
  /** What everything that was said here has in common; taken out before comparing. */
  readonly means: { readonly statement: Float64Array; readonly exchange: Float64Array };
}

/** Tables grow with the square: 1,500 statements, about 35 interviews, take some 100 MB. */
const MOST_CANDIDATES = 1_500;

export function sortRemarks(
  interviews: readonly InterviewSegments[],
  vectors: readonly InterviewVectors[],
  heads: Heads,
  parameters: ExtractionParameters,
): Remarks {
  const scores = interviews.map(({ segments }, i) =>
    detectorScores(segments, at(vectors, i), heads, parameters),
  );
  const levels = interviews
    .flatMap(({ segments }, i) =>
      segments.flatMap((segment) => {
        const score = at(scores, i)[segment.at] ?? null;
        return score !== null && wordCount(segment.text) >= parameters.minWords ? [score] : [];
      }),
    )
    .sort((a, b) => a - b);
  const eligible: Candidate[] = [];
  const requests: Remark[] = [];
  const contrary: Candidate[] = [];
  interviews.forEach(({ segments }, interview) => {
    const { statements, exchanges } = at(vectors, interview);
    for (const segment of segments) {
      const statement = statements[segment.at] ?? null;
      const exchange = exchanges[segment.at] ?? null;
      const score = at(scores, interview)[segment.at] ?? null;
      if (statement === null || score === null || segment.participant === null) continue;
      const remark: Remark = { interview, participant: segment.participant, at: segment.at, segment, score };
      const words = wordCount(segment.text);
      if (words >= parameters.requestMinWords) {
        const value = exchange
          ? (headValue(statement, heads.request) + headValue(exchange, heads.request)) / 2
          : headValue(statement, heads.request);
        if (value >= parameters.request || asksForSolution(segment.text)) requests.push(remark);
      }
      if (!exchange) continue;
      const candidate = { ...remark, statement, exchange };
      if (words >= parameters.minWords) eligible.push(candidate);
      if (soundsContrary(segment.text)) contrary.push(candidate);
    }
  });
  const wanted = parameters.detect.map((share) => scoreLevel(levels, share));
  const least = leastScore(
    eligible.map(({ score }) => score),
    Math.min(scoreLevel(levels, parameters.growDetect), ...wanted),
    MOST_CANDIDATES,
  );
  return {
    candidates: eligible.filter(({ score }) => score >= least),
    rest: eligible.filter(({ score }) => score < least && score >= Math.min(...wanted)),
    requests,
    contrary,
    spoken: levels.length,
    means: {
      statement: meanVector(vectors.flatMap(({ statements }) => statements)),
      exchange: meanVector(vectors.flatMap(({ exchanges }) => exchanges)),
    },
  };
}

/** `wanted`, raised as far as needed for at most `most` of the scores to reach it (but for equals). */
export function leastScore(scores: readonly number[], wanted: number, most: number): number {
  const reaching = scores.filter((score) => score >= wanted).sort((a, b) => b - a);
  return reaching.length > most ? (reaching[most - 1] ?? wanted) : wanted;
}

/** How alike the candidates are: exchange vectors, statement vectors and words, each standardised, then added. */
export function compareCandidates(
  { candidates, means }: Remarks,
  interviews: readonly InterviewSegments[],
  parameters: ExtractionParameters,
): PairTable {
  const of = Int32Array.from(candidates, ({ interview }) => interview);
  const exchanges = candidates.map(({ exchange }) => centred(exchange, means.exchange));
  const statements = candidates.map(({ statement }) => centred(statement, means.statement));
  const words = candidates.map((candidate) =>
    exchangeWords(exchangeText(at(interviews, candidate.interview).segments, candidate.at, parameters.side)),
  );
  return standardise(
    addTables([
      { weight: parameters.wExchange, table: standardise(cosineTable(exchanges, of)) },
      { weight: parameters.wStatement, table: standardise(cosineTable(statements, of)) },
      { weight: parameters.wWords, table: standardise(sparseTable(tfidf(words), of)) },
    ]),
  );
}

function centred(vector: Float32Array, mean: Float64Array): Float32Array {
  return unit(vector.map((value, d) => value - (mean[d] ?? 0)));
}

function meanVector(vectors: readonly (Float32Array | null)[]): Float64Array {
  const present = vectors.filter((vector) => vector !== null);
  const sum = new Float64Array(present[0]?.length ?? 0);
  for (const vector of present) addInto(sum, vector);
  return sum.map((value) => value / present.length);
}
