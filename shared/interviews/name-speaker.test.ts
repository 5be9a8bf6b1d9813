import { expect, it } from 'vitest';
import { PersonId } from '../ids.ts';
import type { SpeakerIdentity } from './interview-document.ts';
import { exportedName, nameSpeaker, type WhoIsWho } from './name-speaker.ts';

const ines = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' as const };
const who: WhoIsWho = {
  participant: 'Rowan',
  people: [ines],
  speakers: new Map<string, SpeakerIdentity>([
    ['R. Okafor', { kind: 'participant' }],
    ['Ines Carvalho', { kind: 'person', personId: ines.id }],
    ['Gone', { kind: 'person', personId: PersonId.parse('gone') }],
    ['Tomas (2)', { kind: 'same-as', name: 'Tomas' }],
    ['Tomas', { kind: 'team' }],
    ['INES C.', { kind: 'team', name: 'Inês' }],
    ['INES C. (2)', { kind: 'same-as', name: 'INES C.' }],
    ['Waiter', { kind: 'not-here' }],
    ['A', { kind: 'same-as', name: 'B' }],
    ['B', { kind: 'same-as', name: 'A' }],
  ]),
};

it('says the pseudonym for the participant, and a name of the team for a person', () => {
  expect(nameSpeaker('R. Okafor', who)).toEqual({ kind: 'participant', name: 'Rowan' });
  expect(nameSpeaker('Ines Carvalho', who)).toEqual({ kind: 'person', name: 'Ines', person: ines });
  expect(nameSpeaker('Gone', who)).toEqual({ kind: 'team', name: 'Gone' });
});

it('follows "same as", and does not run in a circle', () => {
  expect(nameSpeaker('Tomas (2)', who)).toEqual({ kind: 'team', name: 'Tomas' });
  expect(nameSpeaker('A', who)).toEqual({ kind: 'unknown', name: 'A' });
});

it('leaves whom nobody named unknown', () => {
  expect(nameSpeaker('Somebody', who)).toEqual({ kind: 'unknown', name: 'Somebody' });
  expect(nameSpeaker(null, who)).toEqual({ kind: 'unknown', name: 'Unknown' });
  expect(nameSpeaker('Waiter', who)).toEqual({ kind: 'not-here', name: 'Waiter' });
});

it('shows a name as it was spelled anew, also under the names that are the same, and exports it so', () => {
  expect(nameSpeaker('INES C.', who)).toEqual({ kind: 'team', name: 'Inês' });
  expect(nameSpeaker('INES C. (2)', who)).toEqual({ kind: 'team', name: 'Inês' });
  expect(exportedName([{ speaker: 'INES C.' }], who)('INES C.')).toBe('Inês');
});
