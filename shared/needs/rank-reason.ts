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
    return `Rank ${index + 1}: ${people}, as many as the one above, which ${firmer(above, need)}.`;
  if (below?.people === need.people)
    return `Rank ${index + 1}: ${people}, as many as the one below; this one ${firmer(need, below)}.`;
  return index === 0
    ? `Rank 1: ${people}, more than any other need.`
    : `Rank ${index + 1}: ${people}; those above were voiced by more.`;
}

/** What puts the one before the other when as many people voiced both. */
function firmer(one: Need, other: Need): string {
  if (one.peopleNoted !== other.peopleNoted) return 'was noted of more people besides';
  if (peopleMarked(one) !== peopleMarked(other)) return 'was tagged or marked while more of them said it';
  return 'holds together more firmly';
}

/** People whose words somebody tagged or marked while they were said. */
export function peopleMarked(need: Need): number {
  return new Set(
    need.quotes.filter(({ notes }) => notes.length > 0).map(({ participantId }) => participantId),
  ).size;
}
