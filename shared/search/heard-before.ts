// Whether others said something like it: the need whose words are nearest to a note that is being written. By words alone,
// for when there is no encoder at hand (heard-alike.ts); a miss costs nothing, so it would rather stay silent than guess.
import { STOP_WORDS, stem, tokens } from '../extraction/words.ts';
import type { ParticipantId } from '../ids.ts';
import type { Need, Quote } from '../needs/need.ts';
import { oneEach } from '../needs/one-each.ts';

export interface HeardBefore {
  readonly need: Need;
  /** Of others than the one who speaks, nearest first, one a person. */
  readonly quotes: readonly Quote[];
}

export interface HeardIndex {
  /** Null when nobody else said anything like it. `except`: whoever is being listened to. */
  find(text: string, except: ParticipantId | null): HeardBefore | null;
}

/** Two words in common may be chance; they must be rare ones, or more. */
const LEAST_WORDS = 2;
/** Share of the note's weight that a need's words must hold. */
const LEAST_SHARE = 0.4;
/** Others who have to have said it. */
export const LEAST_PEOPLE = 2;
/** A note of one word says too little. */
const LEAST_IN_NOTE = 3;

export function createHeardIndex(needs: readonly Need[]): HeardIndex {
  const open = needs.filter((need) => need.status !== 'dismissed');
  const entries = open.flatMap((need) =>
    need.quotes.map((quote) => ({ need, quote, stems: new Set(stemsOf(`${quote.text} ${need.label}`)) })),
  );
  const byStem = new Map<string, number[]>();
  entries.forEach(({ stems }, at) => {
    for (const one of stems) byStem.set(one, [...(byStem.get(one) ?? []), at]);
  });
  const weightOf = (one: string) => Math.log((entries.length + 1) / ((byStem.get(one)?.length ?? 0) + 0.5));

  return {
    find(text, except) {
      const stems = [...new Set(stemsOf(text))];
      if (stems.length < LEAST_IN_NOTE) return null;
      const whole = stems.reduce((sum, one) => sum + Math.max(0, weightOf(one)), 0);
      const found = new Map<number, { words: number; weight: number }>();
      for (const one of stems) {
        for (const at of byStem.get(one) ?? []) {
          const was = found.get(at) ?? { words: 0, weight: 0 };
          found.set(at, { words: was.words + 1, weight: was.weight + Math.max(0, weightOf(one)) });
        }
      }
      const near = [...found]
        .filter(([, { words, weight }]) => words >= LEAST_WORDS && weight / whole >= LEAST_SHARE)
        .sort(([, a], [, b]) => b.weight - a.weight);
      for (const [at] of near) {
        const need = entries[at]?.need;
        const quotes = need === undefined ? [] : othersOf(need, except, near, entries);
        if (need !== undefined && quotes.length >= LEAST_PEOPLE) return { need, quotes };
      }
      return null;
    },
  };
}

/** One quote for each other person, those with the note's words first. */
function othersOf(
  need: Need,
  except: ParticipantId | null,
  near: readonly (readonly [number, unknown])[],
  entries: readonly { readonly need: Need; readonly quote: Quote }[],
): Quote[] {
  const nearest = near.flatMap(([at]) => (entries[at]?.need === need ? (entries[at]?.quote ?? []) : []));
  return oneEach([...nearest, ...need.quotes].filter((quote) => quote.participantId !== except));
}

function stemsOf(text: string): string[] {
  return tokens(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}
