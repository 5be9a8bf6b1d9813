// What anybody could do without an encoder: words of exchanges, average link. It is measured beside the extraction, so
// that a figure tells how much the rest is worth.
import { at } from '../../shared/extraction/at.ts';
import { crossLink } from '../../shared/extraction/cross-link.ts';
import { exchangeText, exchangeWords } from '../../shared/extraction/encoder-inputs.ts';
import type { InterviewSegments } from '../../shared/extraction/segment.ts';
import { crossQuantiles, sparseTable } from '../../shared/extraction/similarity.ts';
import { tfidf, wordCount } from '../../shared/extraction/words.ts';

const CONTEXT_WORDS = 40;
const LEAST_WORDS = 9;
const LEAST_PEOPLE = 3;
const MOST_GROUPS = 15;
/** Of the similarities across interviews; the best of .95, .97, .98 and .99 on the development suites. */
const CUT = 0.98;

/** Groups as the scorer reads them, those of most people first. */
export function tfidfGroups(
  interviews: readonly InterviewSegments[],
  fileNames: ReadonlyMap<string, string>,
): unknown[] {
  const said = interviews.flatMap(({ interviewId, segments }, interview) =>
    segments.flatMap((segment) =>
      segment.participant !== null && wordCount(segment.text) >= LEAST_WORDS
        ? [
            {
              interview,
              file: fileNames.get(interviewId) ?? '',
              segment,
              words: exchangeWords(exchangeText(segments, segment.at, CONTEXT_WORDS)),
            },
          ]
        : [],
    ),
  );
  const table = sparseTable(
    tfidf(said.map(({ words }) => words)),
    Int32Array.from(said, ({ interview }) => interview),
  );
  const [cut = Number.POSITIVE_INFINITY] = crossQuantiles(table, [CUT]);
  return crossLink(table, cut)
    .map((group) => group.map((i) => at(said, i)))
    .map((group) => ({ group, people: new Set(group.map(({ segment }) => segment.participant)) }))
    .filter(({ people }) => people.size >= LEAST_PEOPLE)
    .sort((a, b) => b.people.size - a.people.size)
    .slice(0, MOST_GROUPS)
    .map(({ group, people }) => ({
      label: at(group, 0).segment.text,
      participants: [...people],
      quotes: group.map(({ file, segment }) => ({
        interview: file,
        start: (segment.startMs ?? 0) / 1_000,
        end: (segment.endMs ?? segment.startMs ?? 0) / 1_000,
        speaker: segment.speaker ?? 'unknown',
        text: segment.text,
      })),
    }));
}
