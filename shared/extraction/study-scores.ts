// What a detector score is worth within its study: the head hears one statement at a time and knows neither who speaks
// nor what the others said. It knows nothing of groups.
import { at } from './at.ts';
import { scoreLevel } from './detect.ts';
import type { ExtractionParameters } from './parameters.ts';
import type { PairTable } from './similarity.ts';

type StudyParameters = Pick<ExtractionParameters, 'recurrence' | 'wRecurrence'>;

/** Scores against each person's own mean, lifted where others say something like it; lists are parallel to the table. */
export function studyScores(
  scores: readonly number[],
  people: readonly string[],
  table: PairTable,
  { recurrence, wRecurrence }: StudyParameters,
): number[] {
  return withRecurrence(aboveOwnMean(scores, people), table, recurrence, wRecurrence);
}

/**
 * The parameters for a study of so many interviews: with fewer others than `recurrence` nobody's silence or small talk
 * tells anything, and most of what little is said is needs, so scores are then left to themselves.
 */
export function forStudyOf(interviews: number, parameters: ExtractionParameters): ExtractionParameters {
  if (interviews > parameters.recurrence) return parameters;
  return { ...parameters, wRecurrence: 0, wScore: 0 };
}

/** Some complain of everything and some of nothing: what counts is what stands out of a person's own talk. */
export function aboveOwnMean(scores: readonly number[], people: readonly string[]): number[] {
  const sums = new Map<string, { total: number; count: number }>();
  scores.forEach((score, i) => {
    const { total, count } = sums.get(at(people, i)) ?? { total: 0, count: 0 };
    sums.set(at(people, i), { total: total + score, count: count + 1 });
  });
  return scores.map((score, i) => {
    const { total, count } = sums.get(at(people, i)) ?? { total: 0, count: 1 };
    return score - total / count;
  });
}

/**
 * Adds `weight` times the mean score of the `nearest` statements of other interviews: a need recurs, so what is like
 * other people's needs is likelier one, and what is like their small talk less. Of equally near ones the earlier count.
 */
export function withRecurrence(
  scores: readonly number[],
  { size, values, interviews }: PairTable,
  nearest: number,
  weight: number,
): number[] {
  return scores.map((score, i) => {
    const best: number[] = [];
    for (let j = 0; j < size; j++) {
      if (interviews[j] === interviews[i]) continue;
      const value = values[i * size + j] ?? 0;
      let place = best.length;
      while (place > 0 && (values[i * size + at(best, place - 1)] ?? 0) < value) place--;
      if (place >= nearest) continue;
      best.splice(place, 0, j);
      if (best.length > nearest) best.pop();
    }
    const sum = best.reduce((total, j) => total + at(scores, j), 0);
    return best.length > 0 ? score + (weight * sum) / best.length : score;
  });
}

/**
 * The score below which a share of all `spoken` statements lies, when only `scores` are known and the others lie lower;
 * minus infinity when the level lies among those others.
 */
export function levelAmong(scores: readonly number[], spoken: number, share: number): number {
  const unknown = new Array<number>(Math.max(0, spoken - scores.length)).fill(Number.NEGATIVE_INFINITY);
  return scoreLevel([...unknown, ...[...scores].sort((a, b) => a - b)], share);
}
