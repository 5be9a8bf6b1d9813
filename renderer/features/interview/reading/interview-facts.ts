// Sentences about an interview that several views show. Pure.
import type { PersonId } from '../../../../shared/ids.ts';
import type { InterviewEntry, Person } from '../../../../shared/workspace/people.ts';
import type { RoomMarkProps } from '../../../ui/role-mark.tsx';

/** “Tue 24 Nov, 08:30” when it was planned, else the day it was made. */
export function dateOf(entry: Pick<InterviewEntry, 'plannedAt' | 'createdAt'>): string {
  const date = new Date(entry.plannedAt ?? entry.createdAt);
  if (Number.isNaN(date.getTime())) return '';
  const day = dayOf(date, { weekday: 'short' });
  if (entry.plannedAt === null) return day;
  return `${day}, ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}

/** “24 Nov”. */
export function dayOf(date: Date, more: Intl.DateTimeFormatOptions = {}): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...more }).replace(',', '');
}

/** Who was there, and of PM and engineer also who was not, so that an absence can be seen. */
export function roomOf(attendance: readonly PersonId[], people: readonly Person[]): RoomMarkProps['people'] {
  return people
    .filter((person) => attendance.includes(person.id) || person.role === 'pm' || person.role === 'engineer')
    .map((person) => ({ name: person.name, role: person.role, isPresent: attendance.includes(person.id) }))
    .sort((a, b) => Number(b.role === 'pm') - Number(a.role === 'pm'));
}

/** “44 min”, “50 s”. */
export function lengthText(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** “1 note”, “38 notes”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
