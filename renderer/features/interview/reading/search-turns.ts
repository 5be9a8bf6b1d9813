// Where words occur in a transcript. Plain words, without regard to case; offsets are those of the turn's own text.
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

export interface FoundWords {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** More than this nobody steps through; the count then says so. */
export const MOST_FOUND = 2_000;

/** In the order of the words; empty for a search of nothing but spaces. */
export function searchTurns(turns: readonly Pick<Turn, 'text'>[], wanted: string): readonly FoundWords[] {
  const words = wanted.trim();
  if (words === '') return [];
  // Spaces match any run of them: captions break lines where people do not.
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
  const search = new RegExp(pattern, 'giu');
  const found: FoundWords[] = [];
  for (const [turn, { text }] of turns.entries()) {
    for (const match of text.matchAll(search)) {
      found.push({ turn, from: match.index, to: match.index + match[0].length });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}
