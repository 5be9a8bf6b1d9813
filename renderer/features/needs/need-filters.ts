// Which part of the study the needs are shown from: what can be chosen, how many interviews each choice holds, and what it
// lets through. Pure.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { InterviewId, NeedId } from '../../../shared/ids.ts';
import type { Narrowing } from '../../../shared/needs/narrow-needs.ts';
import type { Need } from '../../../shared/needs/need.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';

export interface NeedFilters {
  readonly tag: string | null;
  readonly room: 'both' | 'pm' | 'others' | null;
  readonly field: { readonly name: string; readonly value: string } | null;
  /** Interviews of the last so many days. */
  readonly sinceDays: number | null;
  /** Needs with evidence that came since the person looked last. */
  readonly isNew: boolean;
  /** Just these, as a number that was opened counts them; `why` says what they are. */
  readonly only: { readonly ids: readonly NeedId[]; readonly why: string } | null;
}

export const NO_FILTERS: NeedFilters = {
  tag: null,
  room: null,
  field: null,
  sinceDays: null,
  isNew: false,
  only: null,
};

export interface FilterChoice<T> {
  readonly value: T;
  readonly label: string;
  /** Interviews; quotes for a tag. */
  readonly count: number;
}

export const ROOM_WORDS = { both: 'both', pm: 'PM only', others: 'without the PM' } as const;
export const SINCE_DAYS = [7, 14, 30] as const;
/** What participants without a value of the field are under. */
export const NO_VALUE = '';

export interface StudyParts {
  readonly facts: WorkspaceFacts;
  readonly interviews: readonly InterviewSummary[];
  readonly needs: readonly Need[];
  readonly now: Date;
}

export function isFiltering(filters: NeedFilters): boolean {
  const { tag, room, field, sinceDays, isNew, only } = filters;
  return tag !== null || room !== null || field !== null || sinceDays !== null || isNew || only !== null;
}

/** What lets interviews and quotes through. */
export function narrowingOf(filters: NeedFilters, study: StudyParts): Narrowing {
  const valueOfField = fieldLookup(study.facts, filters.field?.name ?? null);
  const passing = new Set(
    study.interviews
      .filter((interview) => filters.room === null || roomOf(interview, study.facts) === filters.room)
      .filter((interview) => filters.sinceDays === null || isSince(interview, filters.sinceDays, study.now))
      .filter(
        ({ participantId }) => filters.field === null || valueOfField(participantId) === filters.field.value,
      )
      .map((interview) => interview.id),
  );
  const { tag } = filters;
  return {
    hasInterview: (id: InterviewId) => passing.has(id),
    hasQuote: (quote) => tag === null || quote.notes.some((note) => note.tags.includes(tag)),
    hasNoted: (note) => tag === null || note.tags.includes(tag),
  };
}

/** Needs that the choices about needs themselves let through. */
export function passesAsNeed(filters: NeedFilters, need: Need): boolean {
  if (filters.isNew && need.newSince.length === 0) return false;
  return filters.only === null || filters.only.ids.includes(need.id);
}

export function roomChoices({ interviews, facts }: StudyParts): FilterChoice<keyof typeof ROOM_WORDS>[] {
  const keys = ['both', 'pm', 'others'] as const;
  return keys.map((value) => ({
    value,
    label: ROOM_WORDS[value],
    count: interviews.filter((one) => roomOf(one, facts) === value).length,
  }));
}

export function sinceChoices({ interviews, now }: StudyParts): FilterChoice<number>[] {
  return SINCE_DAYS.map((days) => ({
    value: days,
    label: `the last ${days} days`,
    count: interviews.filter((one) => isSince(one, days, now)).length,
  }));
}

/** By field; within one the values by how many interviews they hold. */
export function fieldChoices({ interviews, facts }: StudyParts) {
  const names = [...new Set(facts.participants.flatMap((one) => Object.keys(one.fields)))].sort();
  return names.map((name) => {
    const counts = new Map<string, number>();
    const valueOfField = fieldLookup(facts, name);
    for (const { participantId } of interviews) {
      const value = valueOfField(participantId);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(
      ([value, count]): FilterChoice<string> => ({
        value,
        label: value || `No ${name.toLowerCase()}`,
        count,
      }),
    );
    return { name, values: values.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) };
  });
}

export function tagChoices({ needs }: StudyParts): FilterChoice<string>[] {
  const quotes = new Map<string, Set<string>>();
  for (const quote of needs.flatMap((need) => need.quotes)) {
    for (const tag of quote.notes.flatMap((note) => note.tags)) {
      const with_ = quotes.get(tag) ?? new Set();
      quotes.set(tag, with_.add(quote.id));
    }
  }
  return [...quotes]
    .map(([tag, ids]) => ({ value: tag, label: `#${tag}`, count: ids.size }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** The field that tells segments apart: the one of that name, else the first there is. */
export function segmentField({ participants }: WorkspaceFacts): string | null {
  const names = [...new Set(participants.flatMap((one) => Object.keys(one.fields)))].sort();
  return names.find((name) => name.toLowerCase() === 'segment') ?? names[0] ?? null;
}

/** What a participant has in a field, by their id. */
export function fieldLookup({ participants }: WorkspaceFacts, field: string | null): (id: string) => string {
  const values = new Map<string, string>(
    participants.map((one) => [one.id, (field === null ? undefined : one.fields[field])?.trim() ?? NO_VALUE]),
  );
  return (id) => values.get(id) ?? NO_VALUE;
}

function roomOf(interview: InterviewSummary, { people }: WorkspaceFacts): keyof typeof ROOM_WORDS | null {
  const roles = interview.inRoom.flatMap((id) => people.find((one) => one.id === id)?.role ?? []);
  const hasPm = roles.includes('pm');
  const hasOthers = roles.some((role) => role !== 'pm');
  if (hasPm && hasOthers) return 'both';
  if (hasPm) return 'pm';
  return hasOthers ? 'others' : null;
}

function isSince({ plannedAt, createdAt }: InterviewSummary, days: number, now: Date): boolean {
  return new Date(plannedAt ?? createdAt).getTime() >= now.getTime() - days * 86_400_000;
}
