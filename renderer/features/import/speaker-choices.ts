// Who a name in a file can be, as choices of a list: one text for each identity, and back. Pure.
import { PersonId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { roleNames } from '../../ui/role.ts';

export type Identities = ReadonlyMap<string, SpeakerIdentity>;

export interface SpeakerChoice {
  readonly value: string;
  readonly label: string;
}

export function choiceOf(identity: SpeakerIdentity): string {
  switch (identity.kind) {
    case 'participant':
    case 'team':
    case 'not-here':
      return identity.kind;
    case 'person':
      return `person:${identity.personId}`;
    case 'same-as':
      return `same:${identity.name}`;
    default:
      return assertNever(identity);
  }
}

/** Null for a text that no choice has. */
export function identityOf(choice: string): SpeakerIdentity | null {
  if (choice === 'participant' || choice === 'team' || choice === 'not-here') return { kind: choice };
  if (choice.startsWith('same:')) return { kind: 'same-as', name: choice.slice('same:'.length) };
  const personId = PersonId.safeParse(choice.replace(/^person:/, ''));
  return choice.startsWith('person:') && personId.success
    ? { kind: 'person', personId: personId.data }
    : null;
}

/** “Same as” is offered only for names that are somebody themselves, so that no chain can run in a circle. */
export function choicesFor(
  name: string,
  identities: Identities,
  people: readonly Person[],
  participant: string,
): readonly SpeakerChoice[] {
  const others = [...identities].filter(([other, identity]) => other !== name && identity.kind !== 'same-as');
  const own = identities.get(name);
  // A person who has left the list is still who this name is.
  const gone = own?.kind === 'person' && !people.some((person) => person.id === own.personId);
  return [
    { value: 'participant', label: participant === '' ? 'Participant' : `${participant}, participant` },
    ...people.map((person) => ({
      value: choiceOf({ kind: 'person', personId: person.id }),
      label: `${person.name} · ${roleNames[person.role]}`,
    })),
    ...(gone ? [{ value: choiceOf(own), label: 'Somebody of the team' }] : []),
    { value: 'team', label: 'Of the team' },
    ...others.map(([other]) => ({ value: `same:${other}`, label: `Same as ${other}` })),
    { value: 'not-here', label: 'Not in the interview' },
  ];
}

/** “Exports say Rowan. The name in the file, R. Okafor, is kept in this workspace only.” Null when nobody is it. */
export function privacyNote(identities: Identities): { readonly names: readonly string[] } | null {
  const names = [...identities]
    .filter(([, identity]) => identity.kind === 'participant')
    .map(([name]) => name);
  return names.length === 0 ? null : { names };
}
