// Why a need stands where it stands in the list, in one sentence.
import type { Need } from './need.ts';

/** `index` in `ranked`, which is in rank. For a weaker signal: what it lacks. */
export function rankReason(ranked: readonly Need[], index: number, peopleForRecurring: number): string {
  const need = ranked[index];
  if (need === undefined) return '';
  const people = `${need.people} ${need.people === 1 ? 'person' : 'people'}`;
  if (!need.isRecurring) {
    const kept = need.status === 'accepted' ? ' It stands among the needs because you accepted it.' : '';
    if (need.people >= peopleForRecurring)
      return `${people}, most of them in passing; a recurring need is told of at more length.${kept}`;
    return `${people}; a recurring need takes ${peopleForRecurring}.${kept}`;
  }
  const above = ranked[index - 1];
  const below = ranked[index + 1];
  if (above?.people === need.people)
    return `Rank ${index + 1}: ${people}, as many as the one above, which holds together more firmly.`;
  if (below?.people === need.people)
    return `Rank ${index + 1}: ${people}, as many as the one below; this one holds together more firmly.`;
  return index === 0
    ? `Rank 1: ${people}, more than any other need.`
    : `Rank ${index + 1}: ${people}; those above were voiced by more.`;
}
