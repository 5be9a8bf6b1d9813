// Whether others said something like it, by meaning: the need whose quotes are nearest to a note, from vectors alone. It
// knows no encoder; where there is none, words decide (heard-before.ts).
import { dot } from '../extraction/vectors.ts';
import type { ParticipantId } from '../ids.ts';
import type { Need, Quote } from '../needs/need.ts';
import { oneEach } from '../needs/one-each.ts';
import { type HeardBefore, LEAST_PEOPLE } from './heard-before.ts';

/** A quote with its vector, of unit length. */
export interface HeardQuote {
  readonly need: Need;
  readonly quote: Quote;
  readonly vector: Float32Array;
}

export interface AlikeIndex {
  /** Null when nobody else said anything like it. `except`: whoever is being listened to. */
  find(note: Float32Array, except: ParticipantId | null): HeardBefore | null;
}

/**
 * How far a note must stand out, in standard deviations of what quotes of different needs have in common: how much more
 * alike it is to the two nearest people of a need than such quotes are to each other, plus its lead over the next need.
 * In deviations, because another encoder has another scale. Chosen on 127 notes written for the two development suites
 * (58 that paraphrase a need, 69 of one-offs, of small talk and about the call): 90 of 100 hints were right, 62 of 100
 * paraphrases got one, and one note of the 69 got one wrongly; each suite alone has its best at this value. Words alone
 * come to 68 and 45 of 100.
 */
const LEAST_STANDING_OUT = 3;
/** With fewer pairs of different needs the scale is a guess; words decide then. */
const FEWEST_PAIRS = 30;
/** Quotes that the scale is taken from, spread evenly: pairs grow with the square. */
const MOST_FOR_SCALE = 200;

/** A deviation of equal vectors is no more than this. */
const ROUNDING = 1e-6;

/** Null when there are too few needs to tell what is alike. */
export function createAlikeIndex(quotes: readonly HeardQuote[]): AlikeIndex | null {
  const scale = scaleOf(quotes);
  if (scale === null) return null;
  const byNeed = new Map<Need, HeardQuote[]>();
  for (const quote of quotes) byNeed.set(quote.need, [...(byNeed.get(quote.need) ?? []), quote]);
  return {
    find(note, except) {
      const near = [...byNeed].flatMap(([need, own]) => nearness(need, own, note, except) ?? []);
      near.sort((a, b) => b.likeness - a.likeness);
      const [best, next] = near;
      if (best === undefined) return null;
      const lead = best.likeness - (next?.likeness ?? best.likeness);
      const standsOut = (best.likeness - scale.mean + lead) / scale.deviation;
      return standsOut < LEAST_STANDING_OUT ? null : { need: best.need, quotes: best.quotes };
    },
  };
}

/** How alike a note is to the two nearest other people of a need; null when fewer voiced it. */
function nearness(need: Need, own: readonly HeardQuote[], note: Float32Array, except: ParticipantId | null) {
  const likeness = new Map<Quote, number>();
  for (const { quote, vector } of own)
    if (quote.participantId !== except) likeness.set(quote, dot(note, vector));
  const nearestFirst = [...likeness].sort(([, a], [, b]) => b - a).map(([quote]) => quote);
  const quotes = oneEach(nearestFirst);
  if (quotes.length < LEAST_PEOPLE) return null;
  const nearest = quotes.slice(0, LEAST_PEOPLE);
  const sum = nearest.reduce((total, quote) => total + (likeness.get(quote) ?? 0), 0);
  return { need, quotes, likeness: sum / LEAST_PEOPLE };
}

/** How alike quotes of different people and different needs are: the mean and its standard deviation. */
function scaleOf(quotes: readonly HeardQuote[]) {
  const step = Math.max(1, quotes.length / MOST_FOR_SCALE);
  const some = quotes.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  let [count, sum, squares] = [0, 0, 0];
  for (const [i, a] of some.entries()) {
    for (const b of some.slice(i + 1)) {
      if (a.need === b.need || a.quote.participantId === b.quote.participantId) continue;
      const likeness = dot(a.vector, b.vector);
      count += 1;
      sum += likeness;
      squares += likeness * likeness;
    }
  }
  if (count < FEWEST_PAIRS) return null;
  const mean = sum / count;
  const deviation = Math.sqrt(squares / count - mean * mean);
  return deviation > ROUNDING ? { mean, deviation } : null;
}
