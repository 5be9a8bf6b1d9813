// Every word of the index and in how many texts it stands: what a typed word may mean, and what is nearest when it means
// nothing. It knows no texts.
import { isOneSlipAway, wordDistance } from './word-distance.ts';

/** A word of the index that is meant by a typed one. */
export interface Meant {
  readonly word: string;
  /** `exact`: as typed; `start`: begins as typed; `slip`: it, or its beginning, is one slip away. */
  readonly kind: 'exact' | 'start' | 'slip';
}

export interface Vocabulary {
  /** Counts the words of one more text, or with -1 takes one text out. */
  count(words: Iterable<string>, step?: number): void;
  /** The words that a typed, folded word may mean, likeliest first, at most `MOST_MEANT`. */
  meant(typed: string): Meant[];
  /** The nearest word, at most two slips away, and how many texts hold it. */
  nearest(typed: string): { readonly word: string; readonly texts: number } | null;
}

/** Bounds the work of a query such as “s”. */
const MOST_MEANT = 24;
/** In shorter words a slip makes another word. */
const SHORTEST_WITH_SLIP = 4;

export function createVocabulary(): Vocabulary {
  const texts = new Map<string, number>();

  return {
    count(words, step = 1) {
      for (const word of words) {
        const next = (texts.get(word) ?? 0) + step;
        if (next > 0) texts.set(word, next);
        else texts.delete(word);
      }
    },
    meant(typed) {
      const found: (Meant & { readonly texts: number })[] = [];
      for (const [word, count] of texts) {
        if (word.startsWith(typed))
          found.push({ word, texts: count, kind: word === typed ? 'exact' : 'start' });
      }
      if (found.length === 0 && typed.length >= SHORTEST_WITH_SLIP) {
        for (const [word, count] of texts) {
          if (mayBeSlip(word, typed)) found.push({ word, texts: count, kind: 'slip' });
        }
      }
      return found
        .sort((a, b) => Number(b.kind === 'exact') - Number(a.kind === 'exact') || b.texts - a.texts)
        .slice(0, MOST_MEANT)
        .map(({ word, kind }) => ({ word, kind }));
    },
    nearest(typed) {
      if (typed.length < SHORTEST_WITH_SLIP) return null;
      let best: { word: string; texts: number; away: number } | null = null;
      for (const [word, count] of texts) {
        const away = wordDistance(word, typed, 2);
        if (away > 2) continue;
        if (best === null || away < best.away || (away === best.away && count > best.texts))
          best = { word, texts: count, away };
      }
      return best && { word: best.word, texts: best.texts };
    },
  };
}

/** The word may go on: “delviery” is meant by “delviries” too, and by half of it while it is typed. */
function mayBeSlip(word: string, typed: string): boolean {
  if (word.length < typed.length - 1 || !beginsNear(word, typed)) return false;
  if (isOneSlipAway(word, typed)) return true;
  return [typed.length, typed.length + 1, typed.length - 1].some(
    (length) => length < word.length && isOneSlipAway(word.slice(0, length), typed),
  );
}

/** True of every word that is one slip away, and of few others: one slip leaves one of the first two letters near its place. */
function beginsNear(word: string, typed: string): boolean {
  return word[0] === typed[0] || word[0] === typed[1] || word[1] === typed[0] || word[1] === typed[1];
}
