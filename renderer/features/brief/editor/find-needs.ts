// Finds needs by what somebody types, with a slip of the finger forgiven. Plain enough to be right at every keystroke.
import type { Need } from '../../../../shared/needs/need.ts';

/** What is searched of a need. */
export type FoundBy = Pick<Need, 'label' | 'suggestedLabel'>;

/**
 * The needs that hold every word of `query`, best match first and otherwise in their order; all of them for an empty
 * query. A word matches where a word of the label begins with it, holds it, or begins with it but for one slip (two
 * in a long word).
 */
export function findNeeds<N extends FoundBy>(needs: readonly N[], query: string): N[] {
  const wanted = words(query);
  if (wanted.length === 0) return [...needs];
  return needs
    .map((need) => ({ need, cost: costOf(need, wanted) }))
    .filter(({ cost }) => cost < NO_MATCH)
    .sort((a, b) => a.cost - b.cost)
    .map(({ need }) => need);
}

const NO_MATCH = 1_000;

function costOf(need: FoundBy, wanted: readonly string[]): number {
  // A name that a person gave stands first, and what was suggested before it still finds the need.
  const shown = words(need.label);
  const suggested = words(need.suggestedLabel);
  let sum = 0;
  for (const word of wanted) {
    const cost = Math.min(
      ...shown.map((one) => wordCost(word, one)),
      ...suggested.map((one) => wordCost(word, one) + 0.5),
      NO_MATCH,
    );
    if (cost >= NO_MATCH) return NO_MATCH;
    sum += cost;
  }
  return sum;
}

function wordCost(wanted: string, word: string): number {
  if (word === wanted) return 0;
  if (word.startsWith(wanted)) return 1;
  if (word.includes(wanted)) return 2;
  const slips = wanted.length >= 8 ? 2 : wanted.length >= 4 ? 1 : 0;
  const distance = prefixDistance(wanted, word, slips);
  return distance <= slips ? 2 + distance : NO_MATCH;
}

/** The fewest edits (letter added, left out, replaced, or two swapped) that make `wanted` a beginning of `word`. */
function prefixDistance(wanted: string, word: string, limit: number): number {
  if (limit === 0) return NO_MATCH;
  const width = Math.min(word.length, wanted.length + limit);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, index) => index);
  for (let i = 1; i <= wanted.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= width; j += 1) {
      const isSame = wanted[i - 1] === word[j - 1];
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && wanted[i - 1] === word[j - 2] && wanted[i - 2] === word[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? NO_MATCH;
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
