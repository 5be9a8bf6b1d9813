// What was read of a study's interviews in earlier runs, so that one more interview costs its own words and not those of
// all. It holds nothing that could not be read again; with an empty memory every result is the same.
import type { ExtractionParameters } from './parameters.ts';
import { type Background, phraseKeys } from './phrases.ts';
import type { InterviewReading } from './read-interview.ts';
import type { InterviewSegments } from './segment.ts';

/** Serves one encoder with its heads. An interview is known by its object: another one is another interview. */
export interface StudyMemory {
  /** What was kept, unless it was read with other parameters. */
  known(interview: InterviewSegments, parameters: ExtractionParameters): InterviewReading | undefined;
  keep(interview: InterviewSegments, parameters: ExtractionParameters, reading: InterviewReading): void;
  /** In how many segments of exactly these interviews each phrase is, the team's words included. */
  background(interviews: readonly InterviewSegments[]): Background;
}

export function createStudyMemory(): StudyMemory {
  const readings = new WeakMap<
    InterviewSegments,
    { readonly by: string; readonly reading: InterviewReading }
  >();
  const segmentsWith = new Map<string, number>();
  let counted = new Set<InterviewSegments>();
  let segments = 0;

  function count(interview: InterviewSegments, sign: 1 | -1): void {
    segments += sign * interview.segments.length;
    for (const { text } of interview.segments) {
      for (const key of phraseKeys(text)) {
        const times = (segmentsWith.get(key) ?? 0) + sign;
        if (times === 0) segmentsWith.delete(key);
        else segmentsWith.set(key, times);
      }
    }
  }

  return {
    known(interview, parameters) {
      const kept = readings.get(interview);
      return kept?.by === readingParameters(parameters) ? kept.reading : undefined;
    },
    keep(interview, parameters, reading) {
      readings.set(interview, { by: readingParameters(parameters), reading });
    },
    background(interviews) {
      const wanted = new Set(interviews);
      for (const interview of counted) if (!wanted.has(interview)) count(interview, -1);
      for (const interview of wanted) if (!counted.has(interview)) count(interview, 1);
      counted = wanted;
      return { segments, segmentsWith };
    },
  };
}

/** What of the parameters has a say in a reading; all others are about the study. */
function readingParameters(parameters: ExtractionParameters): string {
  const { side, minWords, lengthWeight, smoothRange, smoothDecay, smoothWeight } = parameters;
  const { prefilter, missingExchange, request, requestMinWords } = parameters;
  return [
    [side, minWords, lengthWeight, smoothRange, smoothDecay, smoothWeight],
    [prefilter, missingExchange, request, requestMinWords],
  ].join();
}
