// Whether a text answers what was typed, how well, and which letters did. Forgives one wrong, missing, doubled or swapped
// letter in a word of four or more. Pure; it knows nothing of needs or commands.
import type { Range } from '../../../shared/search/snippet.ts';
import { isOneSlipAway, wordDistance } from '../../../shared/search/word-distance.ts';
import { foldText } from '../../../shared/search/words.ts';

export interface Match {
  /** Lower is better; 0 is every word at the start of one. */
  readonly cost: number;
  /** The letters that matched, in order, not overlapping. */
  readonly ranges: readonly Range[];
}

/** Every word that was typed must be found, in any order. Null when one is not. An empty query matches everything. */
export function matchText(text: string, query: string): Match | null {
  const folded = foldText(text);
  let cost = 0;
  const ranges: Range[] = [];
  for (const wanted of wordsOf(foldText(query))) {
    const found = findWord(folded, wanted);
    if (found === null) return null;
    cost += found.cost;
    ranges.push(found.range);
  }
  return { cost, ranges: merged(ranges) };
}

/**
 * The word of these texts that is nearest to the query, at most two letters away, and how many texts hold it. Null when
 * none is near, or the query is shorter than four letters.
 */
export function nearestWord(
  texts: readonly string[],
  query: string,
): { readonly word: string; readonly texts: number } | null {
  const wanted = foldText(query.trim());
  if (wanted.length < SHORTEST_WITH_TYPO) return null;
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text.toLowerCase()))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best: { word: string; texts: number; away: number } | null = null;
  for (const [word, count] of counts) {
    const away = wordDistance(foldText(word), wanted, 2);
    if (away > 2) continue;
    if (best === null || away < best.away || (away === best.away && count > best.texts))
      best = { word, texts: count, away };
  }
  return best && { word: best.word, texts: best.texts };
}

const SHORTEST_WITH_TYPO = 4;
const COST = { wordStart: 0, inside: 1, typo: 3 } as const;

function findWord(text: string, wanted: string): { readonly cost: number; readonly range: Range } | null {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (isWordStart(text, at)) return { cost: COST.wordStart, range: [at, at + wanted.length] };
  }
  const inside = text.indexOf(wanted);
  if (inside >= 0) return { cost: COST.inside, range: [inside, inside + wanted.length] };
  if (wanted.length < SHORTEST_WITH_TYPO) return null;
  for (const { word, at } of placesOfWords(text)) {
    // The word may go on: "delviery" is meant by "delviries" too, and by half of it while it is typed.
    for (const length of [wanted.length, wanted.length + 1, wanted.length - 1]) {
      if (length > word.length || !isOneSlipAway(word.slice(0, length), wanted)) continue;
      return { cost: COST.typo, range: [at, at + length] };
    }
  }
  return null;
}

function wordsOf(text: string): readonly string[] {
  return placesOfWords(text).map(({ word }) => word);
}

function placesOfWords(text: string): readonly { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}_’'-]+/gu)].map((found) => ({ word: found[0], at: found.index }));
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before !== undefined && from <= before[1])
      result[result.length - 1] = [before[0], Math.max(before[1], to)];
    else result.push([from, to]);
  }
  return result;
}
