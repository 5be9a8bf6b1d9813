// Finds words again in another version of a transcript, by the words themselves and what stands around them. It moves
// nothing by guess: words that are gone, or that could be in two places, have no place.

/** Words with what stood around them, as the W3C's TextQuoteSelector has it (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface WordQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** UTF-16 offsets, end exclusive. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** A text whose words can be looked up; made once for many quotes. */
export interface IndexedText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

interface Word extends TextSpan {
  readonly folded: string;
}

const CONTEXT_CHARACTERS = 80;
/** Fewer words than this, those around them included, prove no place. */
const LEAST_WORDS = 4;
/** So many words are their own proof, even where everything around them has changed. */
const TELLING_WORDS = 7;

/** What `findQuote` needs to find the span again. The context is cut at whole words. */
export function quoteAt(text: string, { from, to }: TextSpan): WordQuote {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - CONTEXT_CHARACTERS), from).replace(/^\S*\s/, ''),
    suffix: text.slice(to, to + CONTEXT_CHARACTERS).replace(/\s\S*$/, ''),
  };
}

export function indexText(text: string): IndexedText {
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  for (const [index, { folded }] of words.entries()) {
    const there = places.get(folded);
    if (there === undefined) places.set(folded, [index]);
    else there.push(index);
  }
  return { text, words, places };
}

/**
 * The one place where the quote's words stand, case, accents and punctuation aside; null when they are nowhere, or in
 * several places of which none fits better. Linear in the number of places of the quote's rarest word.
 */
export function findQuote(quote: WordQuote, text: IndexedText): TextSpan | null {
  const wanted = wordsOf(quote.exact);
  const rarest = rarestOf(wanted, text);
  if (rarest === null) return null;
  const before = wordsOf(quote.prefix);
  const after = wordsOf(quote.suffix);
  let best: { at: number; around: number } | null = null;
  let isTie = false;
  for (const place of text.places.get(wanted[rarest]?.folded ?? '') ?? []) {
    const at = place - rarest;
    if (!isAt(wanted, text, at)) continue;
    const around = sameBefore(before, text, at) + sameAfter(after, text, at + wanted.length);
    if (best !== null && around < best.around) continue;
    isTie = best !== null && around === best.around;
    best = { at, around };
  }
  if (best === null || isTie) return null;
  const isTelling = wanted.length >= TELLING_WORDS;
  if (!isTelling && (best.around === 0 || wanted.length + best.around < LEAST_WORDS)) return null;
  return spanOf(quote.exact, wanted, text, best.at);
}

function rarestOf(wanted: readonly Word[], text: IndexedText): number | null {
  let rarest: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, { folded }] of wanted.entries()) {
    const count = text.places.get(folded)?.length ?? 0;
    if (count === 0) return null;
    if (count < fewest) {
      fewest = count;
      rarest = index;
    }
  }
  return rarest;
}

function isAt(wanted: readonly Word[], { words }: IndexedText, at: number): boolean {
  return wanted.every(({ folded }, index) => words[at + index]?.folded === folded);
}

function sameBefore(before: readonly Word[], { words }: IndexedText, at: number): number {
  let same = 0;
  while (same < before.length && before[before.length - 1 - same]?.folded === words[at - 1 - same]?.folded)
    same += 1;
  return same;
}

function sameAfter(after: readonly Word[], { words }: IndexedText, at: number): number {
  let same = 0;
  while (same < after.length && after[same]?.folded === words[at + same]?.folded) same += 1;
  return same;
}

/** From the first word to the last, with the signs around them that the quote had and the text still has. */
function spanOf(exact: string, wanted: readonly Word[], { text, words }: IndexedText, at: number): TextSpan {
  const from = words[at]?.from ?? 0;
  const to = words[at + wanted.length - 1]?.to ?? from;
  const lead = exact.slice(0, wanted[0]?.from ?? 0);
  const tail = exact.slice(wanted.at(-1)?.to ?? exact.length);
  return {
    from: text.slice(from - lead.length, from) === lead ? from - lead.length : from,
    to: text.slice(to, to + tail.length) === tail ? to + tail.length : to,
  };
}

/** Letters and digits, with apostrophes inside; folded by case and accents. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: match[0].normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase(),
  }));
}
