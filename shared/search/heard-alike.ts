// Whether others said something like it, by meaning: the need whose quotes are nearest to a note, from vectors alone. It
// knows no encoder; where there is none, words decide (heard-before.ts).
import { z } from 'zod';
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

/** When a note is alike: cosines, so they belong to one encoder. A model folder may bring its own (heads.json, `hint`). */
export const HintLimits = z.object({
  /** What a note's likeness to the two nearest people of a need, and its lead over the next need, must come to. */
  likeness: z.number(),
  /** The lead counts up to this much: with few needs, or one, it says little. */
  lead: z.number().nonnegative(),
});
export type HintLimits = Readonly<z.infer<typeof HintLimits>>;

/**
 * For the encoder inside the app. Chosen on 127 short notes, half of which paraphrase a need of one of the two
 * development suites and half of which are of one-offs, small talk and the call itself, against the statements of other
 * people: 86 of 100 hints were right, 62 of 100 paraphrases got one, and one of the 69 other notes did. In 80 studies of
 * 3 to 5 interviews and 2 to 5 needs cut out of the suites 79 of 100 were right, 34 got one, and 1.4 of 100 others did.
 * Words alone came to 68 and 45 of 100 on the whole suites. Likeness alone, at the same share of right ones, finds a fifth
 * less; a lead that counts in full tells nonsense in small studies.
 */
export const HINT_LIMITS: HintLimits = { likeness: 0.54, lead: 0.05 };

export function createAlikeIndex(quotes: readonly HeardQuote[], limits: HintLimits): AlikeIndex {
  const byNeed = new Map<Need, HeardQuote[]>();
  for (const quote of quotes) {
    const own = byNeed.get(quote.need);
    if (own) own.push(quote);
    else byNeed.set(quote.need, [quote]);
  }
  return {
    find(note, except) {
      const near = [...byNeed].flatMap(([need, own]) => nearness(need, own, note, except) ?? []);
      near.sort((a, b) => b.likeness - a.likeness);
      const [best, next] = near;
      if (best === undefined) return null;
      const lead = next === undefined ? 0 : Math.min(limits.lead, best.likeness - next.likeness);
      return best.likeness + lead < limits.likeness ? null : { need: best.need, quotes: best.quotes };
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
