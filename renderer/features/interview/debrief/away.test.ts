import { expect, it } from 'vitest';
import type { Peer } from '../../../../shared/contract/peers.ts';
import { NoteId, PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { type AwayFacts, awayFrom, awayNames } from './away.ts';

const ended = Date.parse('2026-11-24T11:00:00.000Z');
const ines = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm', initials: 'I' } as const;
const tomas = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer', initials: 'T' } as const;
const away: Peer = {
  id: 'tomas',
  name: 'Tomas',
  direction: 'joins-us',
  connection: { kind: 'not-connected', reason: 'away', since: '2026-11-24T10:48:00.000Z' },
  waitingEdits: 4,
  waitingByDocument: {},
  lastSyncedAt: '2026-11-24T10:47:00.000Z',
};
const note = (by: typeof ines | typeof tomas, atMs: number): Note => ({
  id: NoteId.parse(`n${atMs}`),
  author: by.id,
  role: by.role,
  atMs,
  createdAt: '2026-11-24T10:00:00.000Z',
  kind: 'note',
  text: 'Words',
  tags: [],
  markedBy: [],
  takenBy: null,
  asked: null,
  deletedAt: null,
});
const facts: AwayFacts = {
  clock: { kind: 'ended', atMs: 2_650_000, endedAtEpochMs: ended },
  peers: [away],
  voices: [ines, tomas],
  here: [ines.id],
  gone: [],
  notes: [note(tomas, 1_600_000), note(tomas, 1_889_000), note(ines, 2_400_000)],
};

it('tells up to when the other’s notes are here', () => {
  expect(awayFrom(facts)).toEqual({ ids: [tomas.id], names: ['Tomas'], upToMs: 1_889_000 });
  expect(awayFrom({ ...facts, gone: [{ voice: tomas, atMs: 1_900_000 }] })?.upToMs).toBe(1_900_000);
});

it('says nothing while the other is there, when nobody else has a copy, or when nothing of the call can be missing', () => {
  expect(awayFrom({ ...facts, peers: [{ ...away, connection: { kind: 'connected' } }] })).toBeNull();
  expect(awayFrom({ ...facts, peers: [] })).toBeNull();
  expect(awayFrom({ ...facts, peers: [{ ...away, lastSyncedAt: '2026-11-24T11:00:01.000Z' }] })).toBeNull();
  expect(awayFrom({ ...facts, here: [ines.id, tomas.id] })).toBeNull();
});

it('names two and more in a sentence', () => {
  expect(awayNames(['Tomas'])).toBe('Tomas');
  expect(awayNames(['Tomas', 'Mara', 'Sam'])).toBe('Tomas, Mara and Sam');
});
