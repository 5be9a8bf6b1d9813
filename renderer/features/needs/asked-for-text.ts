import type { Need } from '../../../shared/needs/need.ts';
import { oneEach } from '../../../shared/needs/one-each.ts';

/** “asked for by 2 people: “I want a dashboard””, or that nobody asked for anything. */
export function askedForText(need: Need): string {
  const first = oneEach(need.requests)[0];
  if (!first) return 'asked for: nothing';
  const people = need.peopleAsking === 1 ? '1 person' : `${need.peopleAsking} people`;
  return `asked for by ${people}: “${first.text}”`;
}
