// From vectors to what is worked with: the statements that may be evidence, the requests, and the score levels of the
// study. It knows nothing of groups.
import { at } from './at.ts';
import { scoreLevel } from './detect.ts';
import { exchangeText, exchangeWords } from './encoder-inputs.ts';
import type { ExtractionParameters } from './parameters.ts';
import type { ComparableTelling, InterviewReading, Telling } from './read-interview.ts';
import type { InterviewSegments } from './segment.ts';
import { addTables, cosineTable, type PairTable, sparseTable, standardise } from './similarity.ts';
import { addInto, unit } from './vectors.ts';
import { tfidf } from './words.ts';

/** A place in an interview. */
export interface Place {
  /** Index of the interview. */
  readonly interview: number;
  readonly participant: string | null;
  /** Position among the interview's segments. */
  readonly at: number;
}

/** A telling, and in which interview. */
export interface Remark extends Telling, Place {
  readonly participant: string;
}

/** A remark that may be evidence. */
export interface Candidate extends Remark, ComparableTelling {
  readonly participant: string;
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

/** `readings` are those of the interviews, in their order. */
export function sortRemarks(
  readings: readonly InterviewReading[],
  parameters: ExtractionParameters,
): Remarks {
  const levels = sortedLevels(readings);
  const wanted = parameters.detect.map((share) => scoreLevel(levels, share));
  const joining = Math.min(scoreLevel(levels, parameters.growDetect), ...wanted);
  const least = leastScore(
    readings.flatMap(({ eligible }) => eligible.map(({ score }) => score)),
    joining,
    MOST_CANDIDATES,
  );
  const leastOfRest = Math.min(...wanted);
  const candidates: Candidate[] = [];
  const rest: Candidate[] = [];
  for (const [interview, { eligible }] of readings.entries()) {
    for (const one of eligible) {
      if (one.score >= least) candidates.push(candidateIn(interview, one));
      else if (one.score >= leastOfRest) rest.push(candidateIn(interview, one));
    }
  }
  return {
    candidates,
    rest,
    requests: readings.flatMap(({ requests }, interview) =>
      requests.map((one) => ({ ...one, interview, at: one.segment.at })),
    ),
    contrary: readings.flatMap(({ contrary }, interview) =>
      contrary.map((one) => candidateIn(interview, one)),
    ),
    spoken: levels.length,
    means: {
      statement: meanVector(readings.map(({ statements }) => statements)),
      exchange: meanVector(readings.map(({ exchanges }) => exchanges)),
    },
  };
}

function candidateIn(interview: number, one: ComparableTelling): Candidate {
  const { participant, segment, score, statement, exchange } = one;
  return { interview, at: segment.at, participant, segment, score, statement, exchange };
}

/** The scores of all statements that are long enough to be evidence, ascending. */
function sortedLevels(readings: readonly InterviewReading[]): Float64Array {
  const levels = new Float64Array(readings.reduce((sum, reading) => sum + reading.levels.length, 0));
  let from = 0;
  for (const reading of readings) {
    levels.set(reading.levels, from);
    from += reading.levels.length;
  }
  return levels.sort();
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

function meanVector(interviews: readonly (readonly (Float32Array | null)[])[]): Float64Array {
  let sum = new Float64Array(0);
  let count = 0;
  for (const vectors of interviews) {
    for (const vector of vectors) {
      if (vector === null) continue;
      if (count === 0) sum = new Float64Array(vector.length);
      addInto(sum, vector);
      count++;
    }
  }
  return sum.map((value) => value / count);
}
