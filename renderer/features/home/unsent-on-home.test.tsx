import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import { InterviewId, NoteId, PersonId } from '../../../shared/ids.ts';
import {
  addNote,
  interviewDocumentName,
  readInterview,
} from '../../../shared/interviews/interview-document.ts';
import { UnsentEdits } from '../../client/unsent-edits.ts';
import { rememberVisit } from '../../client/visited-interview.ts';
import { type MountOptions, mountWithHost } from '../../testing/mount-with-host.tsx';
import { HomeScreen } from './home-screen.tsx';

afterEach(() => window.localStorage.clear());

const rowan = InterviewId.parse('i1');
const name = interviewDocumentName(rowan);
// Only what Home reads of a row.
const row = {
  id: rowan,
  participant: 'Rowan',
  progress: 'noted',
  isArchived: false,
  inRoom: [],
  track: [],
  notes: 3,
  createdAt: '2026-11-20T10:00:00.000Z',
  plannedAt: null,
  endedAt: null,
  debriefDoneBy: [],
} as unknown as InterviewSummary;

/** A host that lists interviews and acknowledges no edit. */
function openHome(options: MountOptions = {}) {
  return mountWithHost(<HomeScreen />, { answers: { 'interviews.list': () => [row] }, ...options });
}

it('says first of all that words are not saved, takes them up when the page is opened again, and leads to them', async () => {
  const before = await openHome();
  expect(screen.queryByRole('heading', { name: /not saved/ })).toBeNull();
  const { document } = before.facilities.documents.openDocument(name);
  const origin = {
    author: PersonId.parse('p1'),
    role: 'pm',
    atMs: 1_000,
    createdAt: '2026-11-24T10:00:00.000Z',
  } as const;
  addNote(
    document,
    NoteId.parse('a'),
    { ...origin, kind: 'note' },
    { text: 'Counts on cardboard.', tags: [], isMarked: false },
  );
  const title = { name: 'What you wrote for Rowan is not saved yet' };
  expect(await screen.findByRole('heading', title, { timeout: 10_000 })).toBeVisible();
  cleanup();
  before.facilities.close();

  const after = await openHome({ keepsUnsent: true });
  expect(await screen.findByRole('heading', title, { timeout: 10_000 })).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Open it' }));
  expect(after.facilities.navigation.getState().place).toEqual({ place: 'interview', interviewId: rowan });
  const again = after.facilities.documents.openDocument(name);
  await waitFor(() =>
    expect(readInterview(again.document).notes.map((note) => note.text)).toEqual(['Counts on cardboard.']),
  );
}, 30_000);

it('says that words for an interview elsewhere are kept here, until they are sent', async () => {
  const visited = 'w9 ';
  const edits = new UnsentEdits(window.localStorage, `${encodeURIComponent(visited)} ${name}`);
  rememberVisit(window.localStorage, visited, { participant: 'Sorrel', hostName: 'Tomas' });
  // Any update will do: two bytes say that nothing was inserted or deleted.
  edits.add(new Uint8Array([0, 0]));
  await openHome({ keepsUnsent: true });
  expect(
    await screen.findByRole('heading', { name: 'What you wrote for Sorrel is not all with Tomas' }),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Open the link' })).toBeVisible();
  cleanup();

  edits.clear();
  await openHome({ keepsUnsent: true });
  expect(await screen.findByRole('button', { name: /New interview/ })).toBeVisible();
  expect(screen.queryByRole('heading', { name: /is not all with/ })).toBeNull();
  expect(Object.keys(window.localStorage).filter((key) => key.startsWith('earshot.visited'))).toEqual([]);
}, 30_000);
