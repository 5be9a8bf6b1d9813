// What the encoder reads of a statement. Only the encoder sees these texts: what people see stays verbatim.

import { at } from './at.ts';
import type { Segment } from './segment.ts';

const FILLERS = /\b(um+|uh+|er|erm|hmm?|mm-hm|mm)\b,?/gi;
const STUTTER = /\b(\w+)( \1\b)+/gi;

/** Fillers and doubled words dropped, curly apostrophes straightened, white space folded. */
export function clean(text: string): string {
  const cleaned = text
    .replace(/[’]/g, "'")
    .replace(FILLERS, ' ')
    .replace(STUTTER, '$1')
    .replace(/\s+,/g, ',')
    .replace(/,\s*,/g, ',')
    .replace(/\s+/g, ' ')
    .replace(/^[,.\s]+/, '')
    .trim();
  return cleaned || text;
}

/**
 * "statement [SEP] before [SEP] after": the statement with the nearest `side` words on each side, in time order, each
 * neighbouring segment after its role. A statement alone seldom says what it is about; the turns around it do.
 * `[SEP]` is written literally, the tokenizer knows it.
 */
export function exchangeText(segments: readonly Segment[], index: number, side: number): string {
  return exchangeReader(segments, side)(index);
}

/** The same for many statements of one interview: each segment is cleaned once. */
export function exchangeReader(segments: readonly Segment[], side: number): (index: number) => string {
  const known: (readonly string[] | undefined)[] = [];
  const wordsOf = (segment: Segment, i: number): readonly string[] => {
    const words = known[i] ?? cleanWords(segment);
    known[i] = words;
    return words;
  };
  return (index) => textAround(segments, index, side, wordsOf);
}

function textAround(
  segments: readonly Segment[],
  index: number,
  side: number,
  wordsOf: (segment: Segment, index: number) => readonly string[],
): string {
  const before: string[] = [];
  let left = side;
  for (let i = index - 1; i >= 0 && left > 0; i--) {
    const segment = at(segments, i);
    const words = wordsOf(segment, i).slice(-left);
    left -= words.length;
    before.unshift(role(segment) + words.join(' '));
  }
  const after: string[] = [];
  left = side;
  for (let i = index + 1; i < segments.length && left > 0; i++) {
    const segment = at(segments, i);
    const words = wordsOf(segment, i).slice(0, left);
    left -= words.length;
    after.push(role(segment) + words.join(' '));
  }
  return `${clean(at(segments, index).text)} [SEP] ${before.join(' ')} [SEP] ${after.join(' ')}`;
}

/** The words of an exchange without its marks, for counting words. */
export function exchangeWords(exchange: string): string {
  return exchange.replace(/participant: |interviewer: |\[SEP\]/g, ' ');
}

function role(segment: Segment): string {
  return segment.participant === null ? 'interviewer: ' : 'participant: ';
}

function cleanWords(segment: Segment): string[] {
  return clean(segment.text).split(/\s+/).filter(Boolean);
}
