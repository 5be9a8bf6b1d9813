// Which need a request stands for: the one that was talked about when it was asked for. What is asked for is rarely in the
// words of the need ("a dashboard"); what the same person told just before is. Words of requests are requests.ts's.
import { at } from './at.ts';
import { nearestGroups } from './contrary.ts';
import type { InterviewVectors } from './detect.ts';
import type { ExtractionParameters } from './parameters.ts';
import type { Candidate, Place } from './remarks.ts';
import type { InterviewSegments } from './segment.ts';
import { addInto, unit } from './vectors.ts';

/** The interviews, their vectors, and what all exchanges have in common, which is taken out before comparing. */
export interface Told {
  readonly interviews: readonly Pick<InterviewSegments, 'segments'>[];
  readonly vectors: readonly InterviewVectors[];
  readonly mean: Float64Array;
}

type AttachParameters = Pick<ExtractionParameters, 'requestBefore' | 'requestAfter' | 'requestLike'>;

/**
 * For each request the index of the group that the statements around it are most like on average, or -1 when that is
 * less than `requestLike`. The first `needs` of the groups recur: a weaker signal gets only what none of them is like
 * enough for.
 */
export function attachRequests(
  requests: readonly Place[],
  groups: readonly (readonly Pick<Candidate, 'exchange'>[])[],
  needs: number,
  told: Told,
  parameters: AttachParameters,
): number[] {
  const centres = groups.map((members) =>
    unit(
      Float32Array.from(
        sumOf(
          members.map(({ exchange }) => exchange),
          told.mean,
        ),
      ),
    ),
  );
  const around = requests.map((request) => toldAround(request, told, parameters));
  const ofNeeds = nearestGroups(around, centres.slice(0, needs), parameters.requestLike);
  const ofWeaker = nearestGroups(around, centres.slice(needs), parameters.requestLike);
  return ofNeeds.map((need, r) => {
    const weaker = at(ofWeaker, r);
    return need >= 0 || weaker < 0 ? need : needs + weaker;
  });
}

/**
 * Mean of the exchanges that the same participant told around the request, `requestBefore` segments back and
 * `requestAfter` on. The request itself counts only when it stands alone: it speaks of a solution.
 */
function toldAround(
  { interview, participant, at: position }: Place,
  { interviews, vectors, mean }: Told,
  { requestBefore, requestAfter }: AttachParameters,
): Float32Array {
  const { segments } = at(interviews, interview);
  const { exchanges } = at(vectors, interview);
  const near = segments
    .slice(Math.max(0, position - requestBefore), position + requestAfter + 1)
    .filter((segment) => segment.at !== position && segment.participant === participant)
    .flatMap((segment) => exchanges[segment.at] ?? []);
  const used = near.length > 0 ? near : [exchanges[position] ?? []].flat();
  return Float32Array.from(sumOf(used, mean), (value) => value / Math.max(1, used.length));
}

/** Sum of the vectors after taking out the mean, each at length 1. */
function sumOf(vectors: readonly Float32Array[], mean: Float64Array): Float64Array {
  const sum = new Float64Array(mean.length);
  for (const vector of vectors) addInto(sum, unit(vector.map((value, d) => value - (mean[d] ?? 0))));
  return sum;
}
