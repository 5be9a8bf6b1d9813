// Names, roles and initials for the ids in an interview. Somebody who is not known any more still has a place.
import type { PersonId } from '../../../../shared/ids.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { initialsFor } from '../../../ui/avatar.tsx';

export interface Voice extends Person {
  /** One letter, or two where two people here share it. */
  readonly initials: string;
}

export type VoiceOf = (id: PersonId) => Voice;

/** Looks people up; earlier lists win over later ones. */
export function voicesOf(...lists: readonly (readonly Person[])[]): VoiceOf {
  const people = new Map<PersonId, Person>();
  for (const person of lists.flat()) if (!people.has(person.id)) people.set(person.id, person);
  const all = [...people.values()];
  const initials = initialsFor(all.map((person) => person.name));
  const voices = new Map(
    all.map((person, index) => [person.id, { ...person, initials: initials[index] ?? '' }]),
  );
  return (id) => voices.get(id) ?? { id, name: 'Somebody', role: 'observer', initials: 'S' };
}
