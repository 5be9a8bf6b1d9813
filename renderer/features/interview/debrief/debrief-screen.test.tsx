import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Peer } from '../../../../shared/contract/peers.ts';
import { InterviewId, NoteId, PersonId } from '../../../../shared/ids.ts';
import {
  addNote,
  interviewDocumentName,
  type NoteOrigin,
} from '../../../../shared/interviews/interview-document.ts';
import { mountWithHost } from '../../../testing/mount-with-host.tsx';
import { DebriefScreen } from './debrief-screen.tsx';

const interviewId = InterviewId.parse('i1');
const tomas = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' } as const;
const ines = { id: PersonId.parse('p1'), name: 'Ines', role: 'pm' } as const;

type By = typeof tomas | typeof ines;
type Noted = readonly [id: string, by: By, atMs: number, text: string];

const both: readonly Noted[] = [
  ['a', tomas, 252_000, 'The till exports a CSV.'],
  ['b', ines, 1_852_000, 'Price of oil moved between the order and the invoice.'],
  ['c', tomas, 1_870_000, 'Oil up, learned the price from the invoice.'],
];

/** A debrief whose host never answers with words: everything here is this copy's own. */
async function openDebrief(noted = both, peers: readonly Peer[] = []) {
  const mounted = await mountWithHost(<DebriefScreen interviewId={interviewId} />, {
    answers: { 'peers.state': () => ({ peers }) },
    records: [['people', tomas.id, tomas]],
  });
  const { document } = mounted.facilities.documents.openDocument(interviewDocumentName(interviewId));
  for (const [id, by, atMs, text] of noted) {
    const origin: NoteOrigin = {
      author: by.id,
      role: by.role,
      atMs,
      createdAt: '2026-11-24T10:00:00.000Z',
      kind: 'note',
    };
    addNote(document, NoteId.parse(id), origin, { text, tags: [], isMarked: false });
  }
  await screen.findAllByRole('listitem', { name: /The till|Price of oil/ });
  return mounted;
}

const row = (name: RegExp) => screen.getByRole('listitem', { name });

it('shows both viewpoints along the clock without waiting for the host, and what both heard as a guess', async () => {
  await openDebrief();
  expect(row(/The till/)).toHaveAccessibleName('04:12, only Tomas, Engineer: The till exports a CSV.');
  expect(row(/Price of oil/)).toHaveAccessibleName(/^30:52, both: Ines .*; Tomas .*, a guess$/);
  expect(screen.getByRole('button', { name: /0 only Ines/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /1 both/ })).toBeVisible();
});

it('says how far the other’s notes are here while their computer is away, and waits for nothing', async () => {
  await openDebrief(both, [
    {
      id: 'tomas',
      name: 'Tomas',
      direction: 'joins-us',
      connection: { kind: 'not-connected', reason: 'away', since: '2026-11-24T10:48:00.000Z' },
      waitingEdits: 4,
      waitingByDocument: {},
      lastSyncedAt: null,
    },
  ]);
  expect(await screen.findByText('Tomas is not here; their notes up to 31:10.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try now' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Note' })).toBeEnabled();
});

it('takes each act by its key, and undoes it', async () => {
  await openDebrief();
  const user = userEvent.setup();
  await user.click(row(/The till/));
  await user.keyboard('h');
  await waitFor(() => expect(row(/The till/)).toHaveAccessibleName(/Ines heard it too$/));
  await user.keyboard('m');
  await waitFor(() => expect(row(/The till/)).toHaveAccessibleName(/marked by Ines$/));
  await user.keyboard('{Control>}z{/Control}');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() =>
    expect(row(/The till/)).toHaveAccessibleName(/only Tomas, Engineer: The till exports a CSV.$/),
  );
  await user.keyboard('f');
  expect(await screen.findByRole('article', { name: 'The till exports a CSV.' })).toBeVisible();
  await user.click(row(/Price of oil/));
  await user.keyboard('l');
  await waitFor(() => expect(row(/Price of oil/)).toHaveAccessibleName(/invoice\.$/));
  await user.keyboard('l');
  await waitFor(() => expect(row(/Price of oil/)).toHaveAccessibleName(/only Ines/));
  await user.keyboard('1');
  expect(screen.getAllByRole('listitem', { name: /only/ })).toHaveLength(1);
});

it('says that one was alone, without viewpoints to compare', async () => {
  await openDebrief([['b', ines, 1_852_000, 'Price of oil moved.']]);
  expect(screen.getByText('You were alone. Mark what matters.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /only Ines/ })).toBeNull();
  expect(screen.queryByText('Read the difference to each other')).toBeNull();
});

it('says that nothing differs where both noted the same', async () => {
  await openDebrief(both.slice(1));
  expect(await screen.findByText('You noted the same thing. Next time, split the guide?')).toBeVisible();
});
