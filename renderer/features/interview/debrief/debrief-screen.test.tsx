import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Peer } from '../../../../shared/contract/peers.ts';
import type { Results } from '../../../../shared/contract.ts';
import { InterviewId, NoteId, PersonId } from '../../../../shared/ids.ts';
import { readDebriefLaterBy } from '../../../../shared/interviews/debrief.ts';
import {
  addNote,
  interviewDocumentName,
  type NoteOrigin,
} from '../../../../shared/interviews/interview-document.ts';
import { type MountOptions, mountWithHost } from '../../../testing/mount-with-host.tsx';
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
async function openDebrief(noted = both, peers: readonly Peer[] = [], answers: MountOptions['answers'] = {}) {
  const mounted = await mountWithHost(<DebriefScreen interviewId={interviewId} />, {
    answers: { 'peers.state': () => ({ peers }), ...answers },
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
  // The dashed line stands between the rows, or below the last of them.
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lines.at(-1)).toBe('Tomas is not here; their notes up to 31:10');
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

it('hands a follow-up to the next guide, to a person, or drops it with a word why, and takes it back', async () => {
  const sorrel = {
    id: InterviewId.parse('i2'),
    participant: 'Sorrel',
    progress: 'planned',
    isArchived: false,
    plannedAt: '2026-11-26T10:00:00.000Z',
    createdAt: '2026-11-20T10:00:00.000Z',
  };
  const mounted = await openDebrief(both, [], {
    // Only what the debrief reads of a row.
    'interviews.list': () => [sorrel] as unknown as Results['interviews.list'],
    'interviews.addQuestion': () => ({ number: 9, isAdded: true }),
    'interviews.removeQuestion': () => ({ isRemoved: true }),
  });
  const user = userEvent.setup();
  await user.click(row(/The till/));
  await user.keyboard('f');
  const card = await screen.findByRole('article', { name: 'The till exports a CSV.' });
  const inside = within(card);
  const takenBack = async (words: string) => {
    expect(await inside.findByText(words)).toBeVisible();
    expect(screen.getByText('0 open, 1 handed over')).toBeVisible();
    await user.click(inside.getByRole('button', { name: 'Undo' }));
    expect(await inside.findByRole('button', { name: 'More…' })).toBeVisible();
    expect(screen.getByText('1 open, 0 handed over')).toBeVisible();
  };
  const more = async (name: string) => {
    await user.click(inside.getByRole('button', { name: 'More…' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  await user.click(await inside.findByRole('button', { name: 'To Sorrel’s guide' }));
  await takenBack('Sorrel’s guide, question 9');
  const question = { id: 'i2', question: 'The till exports a CSV.' };
  expect(mounted.asked('interviews.addQuestion')).toEqual([question]);
  expect(mounted.asked('interviews.removeQuestion')).toEqual([question]);

  await user.click(inside.getByRole('button', { name: /^Ines asks/ }));
  await takenBack('Ines asks it');

  await more('Tomas looks it up…');
  await user.type(await inside.findByRole('textbox'), 'Thursday{Enter}');
  await takenBack('Tomas looks it up by Thursday');

  await more('Drop it…');
  await user.type(
    await inside.findByRole('textbox', { name: 'Why it is dropped' }),
    'Answered by the CSV{Enter}',
  );
  await takenBack('Dropped by Ines: Answered by the CSV');
}, 20_000);

it('is put off for all until they are there, and taken back', async () => {
  const away: Peer = {
    id: 'tomas',
    name: 'Tomas',
    direction: 'joins-us',
    connection: { kind: 'not-connected', reason: 'away', since: '2026-11-24T10:48:00.000Z' },
    waitingEdits: 0,
    waitingByDocument: {},
    lastSyncedAt: null,
  };
  const { facilities } = await openDebrief(both, [away]);
  const { document } = facilities.documents.openDocument(interviewDocumentName(interviewId));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Later, together' }));
  expect(readDebriefLaterBy(document)).toEqual(['p1']);
  await user.click(await screen.findByRole('button', { name: 'Undo: waits on Home' }));
  expect(readDebriefLaterBy(document)).toEqual([]);
  expect(await screen.findByRole('button', { name: 'Later, together' })).toBeVisible();
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
