import { act, screen, waitFor, within } from '@testing-library/react';
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
import { overlayStore } from '../../../state/overlay-store.ts';
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
  expect(row(/The till/)).toHaveAccessibleName('4 minutes 12, only Tomas, engineer: The till exports a CSV.');
  expect(row(/Price of oil/)).toHaveAccessibleName(/^30 minutes 52, both: Ines .*; Tomas .*, a guess$/);
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
  expect(screen.getByText(/3 notes so far$/)).toBeVisible();
  expect(screen.getByRole('button', { name: /1 only Tomas, up to 31:10/ })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Read yours now, theirs when they are back' })).toBeVisible();
  expect(screen.getByText('0 of 1 so far')).toBeVisible();
  expect(screen.queryByRole('timer')).toBeNull();

  // What one marks alone waits for the other's mark, and what is handed to them is seen when they are back.
  const user = userEvent.setup();
  await user.click(row(/Price of oil/));
  await user.click(await screen.findByRole('button', { name: /^Mark( M)?$/ }));
  expect(await screen.findByText('waits for Tomas')).toBeVisible();
  expect(screen.getByText('0 together, 1 by you')).toBeVisible();
  expect(screen.getByRole('img', { name: 'Marked by you' })).toBeVisible();
  await user.click(row(/The till/));
  await user.keyboard('f');
  const card = within(await screen.findByRole('article', { name: 'The till exports a CSV.' }));
  await user.click(card.getByRole('button', { name: 'More…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Tomas asks it' }));
  expect(await card.findByText('Tomas asks it; Tomas sees it when back')).toBeVisible();
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
    expect(row(/The till/)).toHaveAccessibleName(/only Tomas, engineer: The till exports a CSV.$/),
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
  await userEvent.click(screen.getByRole('button', { name: 'Ask someone to read it' }));
  expect(overlayStore.getState().overlay).toEqual({ kind: 'share', interviewId });
  overlayStore.getState().close();
});

it('shows at which row the other is, counts what either has read, and starts the five minutes when both are here', async () => {
  const { facilities } = await openDebrief();
  const { awareness } = facilities.documents.openDocument(interviewDocumentName(interviewId));
  const says = (atRow: string) =>
    act(() => {
      awareness
        .getStates()
        .set(7, { personId: 'tomas', name: 'Tomas', role: 'engineer', typing: false, row: atRow });
      awareness.emit('change', [{ added: [7], updated: [], removed: [] }, 'local']);
    });
  expect(screen.getByRole('timer')).toHaveTextContent('0:00 of 5 min');
  expect(screen.getByRole('button', { name: 'Start the five minutes' })).toBeVisible();
  says('a');
  await waitFor(() => expect(row(/The till/)).toHaveAccessibleName(/Tomas is here$/));
  expect(await screen.findByRole('button', { name: 'Pause the five minutes' })).toBeVisible();
  expect(await screen.findByText('1 of 1 read', {}, { timeout: 5_000 })).toBeVisible();
  // Somebody who says nonsense of their row is in no row.
  says('x'.repeat(200));
  await waitFor(() => expect(row(/The till/)).not.toHaveAccessibleName(/is here$/));
});

it('tells for a moment what came in with somebody who is back', async () => {
  const awayTomas: Peer = {
    id: 'tomas',
    name: 'Tomas',
    direction: 'joins-us',
    connection: { kind: 'not-connected', reason: 'away', since: '2026-11-24T10:48:00.000Z' },
    waitingEdits: 0,
    waitingByDocument: {},
    lastSyncedAt: null,
  };
  let peers: readonly Peer[] = [awayTomas];
  const { facilities, tell } = await openDebrief(
    [
      ['b', ines, 1_852_000, 'Price of oil moved between the order and the invoice.'],
      ['x', tomas, 252_000, 'The till exports a CSV.'],
    ],
    [],
    { 'peers.state': () => ({ peers }) },
  );
  expect(await screen.findByText(/^Tomas is not here; their notes up to 04:12\.$/)).toBeVisible();
  peers = [{ ...awayTomas, connection: { kind: 'connected' } }];
  const { document } = facilities.documents.openDocument(interviewDocumentName(interviewId));
  tell('peers.changed', { peers });
  act(() => {
    const origin = {
      author: tomas.id,
      role: tomas.role,
      atMs: 1_870_000,
      kind: 'note',
      createdAt: '2026-11-24T10:00:00.000Z',
    } as const;
    addNote(document, NoteId.parse('c'), origin, {
      text: 'Oil up, learned the price from the invoice.',
      tags: [],
      isMarked: false,
    });
  });
  expect(
    await screen.findByText('Tomas is back. 1 of their notes came in, 1 of your rows is now both.'),
  ).toBeVisible();
});

it('says that nothing differs where both noted the same', async () => {
  await openDebrief(both.slice(1));
  expect(await screen.findByText('You noted the same thing. Next time, split the guide?')).toBeVisible();
});
