// The vectors of one interview: every participant's statement, and the exchange of those that may carry a need.
// This is all that a new interview costs; everything after it runs on vectors.
import { at } from './at.ts';
import { firstScores, type InterviewVectors } from './detect.ts';
import type { Encoder } from './encoder.ts';
import { clean, exchangeText } from './encoder-inputs.ts';
import type { Heads } from './heads.ts';
import type { ExtractionParameters } from './parameters.ts';
import { breathe, type Work } from './progress.ts';
import type { InterviewSegments, Segment } from './segment.ts';
import { wordCount } from './words.ts';

/** Texts between two reports: few enough for a bar that moves, enough for several encoders to be busy at once. */
const TEXTS_AT_ONCE = 24;
/** Share of statements that usually get an exchange vector; it only serves the total of a progress report. */
const USUAL_SHARE_OF_EXCHANGES = 0.6;

/** What the encoder reads of every participant's statement; also what tells whether an interview is known already. */
export function statementTexts(segments: readonly Segment[]): string[] {
  return segments.filter(({ participant }) => participant !== null).map(({ text }) => clean(text));
}

/** Vectors of all interviews, in their order. Reports texts as the step "encode". */
export async function encodeInterviews(
  interviews: readonly InterviewSegments[],
  encoder: Encoder,
  heads: Heads,
  parameters: ExtractionParameters,
  work: Work,
): Promise<InterviewVectors[]> {
  const statementCounts = interviews.map(({ segments }) => statementTexts(segments).length);
  let done = 0;
  let total = 0;
  for (const count of statementCounts) total += count + Math.round(count * USUAL_SHARE_OF_EXCHANGES);

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

  const encoded: InterviewVectors[] = [];
  for (const [i, { interviewId, segments }] of interviews.entries()) {
    const statementVectors = await embed(statementTexts(segments), interviewId);
    const speaking = segments.filter(({ participant }) => participant !== null);
    const statements = spread(segments.length, speaking, statementVectors);

    const scores = firstScores(segments, statements, heads, parameters);
    const worth = segments.filter(
      ({ at: position, text }) =>
        (scores[position] ?? Number.NEGATIVE_INFINITY) >= parameters.prefilter &&
        wordCount(text) >= parameters.requestMinWords,
    );
    total += worth.length - Math.round(at(statementCounts, i) * USUAL_SHARE_OF_EXCHANGES);
    const exchangeTexts = worth.map((segment) => exchangeText(segments, segment.at, parameters.side));
    const exchanges = spread(segments.length, worth, await embed(exchangeTexts, interviewId));
    encoded.push({ statements, exchanges });
  }
  await breathe(work, { step: 'encode', done: total, total, interview: null });
  return encoded;
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
