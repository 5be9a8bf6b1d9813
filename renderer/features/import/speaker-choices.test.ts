import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PersonId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { choiceOf, choicesFor, identityOf, privacyNote } from './speaker-choices.ts';

const ines = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' as const };

it('reads every identity back from its choice', () => {
  const identities: fc.Arbitrary<SpeakerIdentity> = fc.oneof(
    fc.constantFrom<SpeakerIdentity>({ kind: 'participant' }, { kind: 'team' }, { kind: 'not-here' }),
    fc.string({ maxLength: 200 }).map((name): SpeakerIdentity => ({ kind: 'same-as', name })),
    fc
      .stringMatching(/^[A-Za-z0-9_-]{1,64}$/)
      .map((text): SpeakerIdentity => ({ kind: 'person', personId: PersonId.parse(text) })),
  );
  fc.assert(
    fc.property(identities, (identity) => {
      expect(identityOf(choiceOf(identity))).toEqual(identity);
    }),
  );
  expect(identityOf('somebody')).toBeNull();
});

it('offers the participant by their pseudonym, the team, and the other names of the file', () => {
  const identities = new Map<string, SpeakerIdentity>([
    ['R. Okafor', { kind: 'participant' }],
    ['Ines Carvalho', { kind: 'team' }],
    ['Ines (2)', { kind: 'same-as', name: 'Ines Carvalho' }],
  ]);
  expect(choicesFor('Ines Carvalho', identities, [ines], 'Rowan').map((choice) => choice.label)).toEqual([
    'Rowan, participant',
    'Ines · PM',
    'Of the team',
    'Same as R. Okafor',
    'Not in the interview',
  ]);
});

it('can never be led in a circle of "same as"', () => {
  const names = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { maxLength: 20 }), (presses) => {
      let identities: ReadonlyMap<string, SpeakerIdentity> = new Map(
        names.map((name) => [name, { kind: 'team' }]),
      );
      for (const [who, which] of presses) {
        const name = names[who] ?? 'a';
        const choices = choicesFor(name, identities, [], '');
        const identity = identityOf(choices[which % choices.length]?.value ?? '');
        if (identity) identities = new Map(identities).set(name, identity);
      }
      for (const name of names) expect(somebodyBehind(name, identities)).not.toBeNull();
    }),
  );
});

/** Who is at the end of a chain of "same as"; null when it has none. */
function somebodyBehind(name: string, identities: ReadonlyMap<string, SpeakerIdentity>) {
  let at = name;
  for (let step = 0; step <= identities.size; step += 1) {
    const identity = identities.get(at);
    if (identity?.kind !== 'same-as') return identity ?? null;
    at = identity.name;
  }
  return null;
}

it('still knows a person who is not in the list any more', () => {
  const identities = new Map<string, SpeakerIdentity>([
    ['Tomas', { kind: 'person', personId: PersonId.parse('gone') }],
  ]);
  expect(choicesFor('Tomas', identities, [ines], '').map((choice) => choice.value)).toContain('person:gone');
});

it('says which names stay in the workspace', () => {
  expect(privacyNote(new Map([['R. Okafor', { kind: 'participant' }]]))).toEqual({ names: ['R. Okafor'] });
  expect(privacyNote(new Map([['Tomas', { kind: 'team' }]]))).toBeNull();
});
