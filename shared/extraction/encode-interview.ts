// The vectors of one interview: every participant's statement, and the exchange of those that may carry a need. This and
// what is read from them is all that a new interview costs, once: it is kept until the interview changes.
import { at } from './at.ts';
import { firstScores } from './detect.ts';
import type { Encoder } from './encoder.ts';
import { clean, exchangeReader } from './encoder-inputs.ts';
import type { Heads } from './heads.ts';
import type { ExtractionParameters } from './parameters.ts';
import { breathe, type Work } from './progress.ts';
import { type InterviewReading, readInterview } from './read-interview.ts';
import type { InterviewSegments, Segment } from './segment.ts';
import { createStudyMemory, type StudyMemory } from './study-memory.ts';
import { wordCount } from './words.ts';

/** Texts between two reports: few enough for a bar that moves, enough for several encoders to be busy at once. */
const TEXTS_AT_ONCE = 24;
/** Share of statements that usually get an exchange vector; it only serves the total of a progress report. */
const USUAL_SHARE_OF_EXCHANGES = 0.6;

/** What the encoder reads of every participant's statement; also what tells whether an interview is known already. */
export function statementTexts(segments: readonly Segment[]): string[] {
  return segments.filter(({ participant }) => participant !== null).map(({ text }) => clean(text));
}

/** Readings of all interviews, in their order. Reports texts as the step "encode"; what the memory knows is not asked for. */
export async function encodeInterviews(
  interviews: readonly InterviewSegments[],
  encoder: Encoder,
  heads: Heads,
  parameters: ExtractionParameters,
  work: Work,
  memory: StudyMemory = createStudyMemory(),
): Promise<InterviewReading[]> {
  const planned = interviews.map((interview) => {
    const known = memory.known(interview, parameters);
    if (known) return { interview, known, texts: [], total: known.texts };
    const texts = statementTexts(interview.segments);
    return { interview, texts, total: texts.length + usualExchanges(texts.length) };
  });
  let done = 0;
  let total = planned.reduce((sum, one) => sum + one.total, 0);

  async function embed(texts: readonly string[], interview: string): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
      await breathe(work, { step: 'encode', done, total, interview });
      const some = texts.slice(from, from + TEXTS_AT_ONCE);
      vectors.push(...(await encoder.embed(some, work.signal, interview)));
      done += some.length;
    }
    return vectors;
  }

  const readings: InterviewReading[] = [];
  for (const { interview, known, texts } of planned) {
    if (known) {
      done += known.texts;
      readings.push(known);
      continue;
    }
    const { interviewId, segments } = interview;
    const statementVectors = await embed(texts, interviewId);
    const speaking = segments.filter(({ participant }) => participant !== null);
    const statements = spread(segments.length, speaking, statementVectors);

    const scores = firstScores(segments, statements, heads, parameters);
    const worth = segments.filter(
      ({ at: position, text }) =>
        (scores[position] ?? Number.NEGATIVE_INFINITY) >= parameters.prefilter &&
        wordCount(text) >= parameters.requestMinWords,
    );
    total += worth.length - usualExchanges(texts.length);
    const exchangeOf = exchangeReader(segments, parameters.side);
    const exchangeTexts = worth.map((segment) => exchangeOf(segment.at));
    const exchanges = spread(segments.length, worth, await embed(exchangeTexts, interviewId));
    const count = texts.length + exchangeTexts.length;
    const reading = readInterview(segments, { statements, exchanges }, count, heads, parameters);
    memory.keep(interview, parameters, reading);
    readings.push(reading);
  }
  await breathe(work, { step: 'encode', done: total, total, interview: null });
  return readings;
}

function usualExchanges(statements: number): number {
  return Math.round(statements * USUAL_SHARE_OF_EXCHANGES);
}

function spread(
  length: number,
  segments: readonly Segment[],
  vectors: readonly Float32Array[],
): (Float32Array | null)[] {
  const all = new Array<Float32Array | null>(length).fill(null);
  segments.forEach((segment, k) => {
    all[segment.at] = at(vectors, k);
  });
  return all;
}
