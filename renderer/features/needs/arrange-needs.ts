// From what the host says to what is listed: filtered, in rank, recurring ones first, weaker ones below and never hidden.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { narrowNeeds } from '../../../shared/needs/narrow-needs.ts';
import { type Need, standsAmongNeeds } from '../../../shared/needs/need.ts';
import { isFiltering, type NeedFilters, narrowingOf, passesAsNeed, type StudyParts } from './need-filters.ts';

export interface Arranged {
  /** In rank; the first `recurring` of them are recurring or accepted. */
  readonly listed: readonly Need[];
  readonly recurring: number;
  readonly dismissed: number;
  /** “6 recurring, 4 weaker, from 9 people” */
  readonly counts: string;
}

export interface ArrangeOptions {
  readonly filters: NeedFilters;
  readonly study: StudyParts;
  readonly areDismissedShown: boolean;
  readonly sought: string;
}

export function arrangeNeeds(
  view: Pick<NeedsView, 'needs' | 'peopleForRecurring'> | null,
  options: ArrangeOptions,
): Arranged {
  const { filters, study, areDismissedShown, sought } = options;
  const all = view?.needs ?? [];
  const isNarrowed = isFiltering(filters);
  const inPart = isNarrowed
    ? narrowNeeds(all, narrowingOf(filters, study), view?.peopleForRecurring ?? 2)
    : all;
  const dismissed = all.filter((need) => need.status === 'dismissed');
  const wanted = inPart
    .filter((need) => (need.status === 'dismissed') === areDismissedShown)
    .filter((need) => passesAsNeed(filters, need) && holds(need, sought));
  const strong = wanted.filter((need) => areDismissedShown || standsAmongNeeds(need));
  const listed = [...strong, ...wanted.filter((need) => !strong.includes(need))];
  return {
    listed,
    recurring: strong.length,
    dismissed: dismissed.length,
    counts: countsText(all, inPart, isNarrowed),
  };
}

function holds(need: Need, sought: string): boolean {
  const wanted = sought.trim().toLocaleLowerCase();
  if (wanted === '') return true;
  const tags = need.quotes.flatMap((quote) =>
    quote.notes.flatMap((note) => note.tags.map((tag) => `#${tag}`)),
  );
  const texts = [
    need.label,
    ...[...need.quotes, ...need.requests, ...need.against].map((quote) => quote.text),
    ...tags,
  ];
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}

function countsText(all: readonly Need[], inPart: readonly Need[], isNarrowed: boolean): string {
  const open = inPart.filter((need) => need.status !== 'dismissed');
  const recurring = open.filter((need) => need.isRecurring).length;
  const weaker = open.length - recurring;
  const people = all[0]?.stances.length ?? 0;
  const inside = inPart[0]?.stances.length ?? 0;
  const from = isNarrowed ? `${inside} of ${people}` : `${people}`;
  return `${recurring} recurring${weaker === 0 ? '' : `, ${weaker} weaker`}, from ${from} ${people === 1 ? 'person' : 'people'}`;
}
