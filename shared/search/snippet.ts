// The part of a text that shows why it was found, and which of its letters were meant.
import type { Meant } from './vocabulary.ts';
import { placedWords } from './words.ts';

/** From, inclusive, to, exclusive: UTF-16 offsets. */
export type Range = readonly [from: number, to: number];

export interface Snippet {
  readonly text: string;
  /** In `text`, in order, not overlapping. */
  readonly ranges: readonly Range[];
}

/** What each typed word means, by the word of the index; for a beginning, how many letters were typed. */
export type MeantWords = ReadonlyMap<string, { readonly kind: Meant['kind']; readonly typed: number }>;

/** About two lines of a list. */
const LENGTH = 160;
const BEFORE = 50;

/** Up to `LENGTH` characters around the first word that was meant, cut between words; an ellipsis says where it was cut. */
export function snippetOf(text: string, meant: MeantWords, length = LENGTH): Snippet {
  const whole = rangesOf(text, meant);
  if (text.length <= length) return { text, ranges: whole };
  const first = whole[0]?.[0] ?? 0;
  const wanted = Math.min(first <= BEFORE ? 0 : first - BEFORE, text.length - length);
  const from = wanted <= 0 ? 0 : afterSpace(text, wanted, first);
  const to = from + length >= text.length ? text.length : beforeSpace(text, from + length, from);
  const lead = from === 0 ? '' : '… ';
  return {
    text: `${lead}${text.slice(from, to)}${to === text.length ? '' : ' …'}`,
    ranges: whole
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Range => [start - from + lead.length, end - from + lead.length]),
  };
}

export function rangesOf(text: string, meant: MeantWords): Range[] {
  return placedWords(text).flatMap(({ word, from, to }): Range[] => {
    const how = meant.get(word);
    if (how === undefined) return [];
    return [[from, how.kind === 'start' ? from + how.typed : to]];
  });
}

function afterSpace(text: string, at: number, last: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space < last) return space + 1;
  // No space: not between the two halves of one sign.
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

function beforeSpace(text: string, at: number, first: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > first + LENGTH / 2) return space;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
