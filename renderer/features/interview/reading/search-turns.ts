// Where words occur in a transcript, as the file has them and as people corrected them. Plain words, without regard to
// case; offsets are those of the turn's own text in the file.
import { correctedText, type TurnCorrection } from '../../../../shared/interviews/marked-turns.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

export interface FoundWords {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** More than this nobody steps through; the count then says so. */
export const MOST_FOUND = 2_000;

const NO_CORRECTIONS: ReadonlyMap<number, readonly TurnCorrection[]> = new Map();

/**
 * In the order of the words; empty for a search of nothing but spaces. What touches a correction covers all of it, since
 * it is shown as one.
 */
export function searchTurns(
  turns: readonly Pick<Turn, 'text'>[],
  wanted: string,
  corrections = NO_CORRECTIONS,
): readonly FoundWords[] {
  const words = wanted.trim();
  if (words === '') return [];
  // Spaces match any run of them: captions break lines where people do not.
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
  const search = new RegExp(pattern, 'giu');
  const found: FoundWords[] = [];
  for (const [turn, { text }] of turns.entries()) {
    const own = corrections.get(turn) ?? [];
    const places = own.length === 0 ? placesIn(text, search) : placesUnder(text, search, own);
    for (const place of places) {
      found.push({ turn, ...place });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placesIn(text: string, search: RegExp): Place[] {
  return Array.from(text.matchAll(search), ({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
  }));
}

function placesUnder(text: string, search: RegExp, corrections: readonly TurnCorrection[]): Place[] {
  const inFile = placesIn(text, search);
  const corrected = placesIn(correctedText(text, corrections), search).map((place) => ({
    from: inFileAt(place.from, corrections, 'from'),
    to: inFileAt(place.to, corrections, 'to'),
  }));
  const whole = [...inFile, ...corrected].map((place) => coverCorrections(place, corrections));
  const distinct = new Map(whole.map((place) => [`${place.from}-${place.to}`, place]));
  return [...distinct.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** An offset in the corrected text, as one in the file's; within a correction its beginning or its end. */
function inFileAt(at: number, corrections: readonly TurnCorrection[], edge: 'from' | 'to'): number {
  let shift = 0;
  for (const one of corrections) {
    const begin = one.from + shift;
    const end = begin + one.text.length;
    if (edge === 'from' ? at < begin : at <= begin) break;
    if (edge === 'from' ? at < end : at <= end) return edge === 'from' ? one.from : one.to;
    shift += one.text.length - (one.to - one.from);
  }
  return at - shift;
}

function coverCorrections({ from, to }: Place, corrections: readonly TurnCorrection[]): Place {
  const touched = corrections.filter((one) => one.from < to && one.to > from);
  return {
    from: Math.min(from, ...touched.map((one) => one.from)),
    to: Math.max(to, ...touched.map((one) => one.to)),
  };
}
