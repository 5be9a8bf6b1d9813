// The workspace in which latency is measured, and the notes that make it large.
import { join } from 'node:path';
import type * as Y from 'yjs';
import { untilLive } from '../../electron/e2e/testing/note-writer.ts';
import { clientAt, foldersIn, serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { type InterviewId, NoteId, type PersonId } from '../../shared/ids.ts';
import { addNote, interviewDocumentName } from '../../shared/interviews/interview-document.ts';

/** In a large workspace, beside the interview that is measured. */
export const LARGE = { interviews: 40, notes: 500 };

export interface Study {
  readonly me: PersonId;
  readonly first: InterviewId;
  readonly others: readonly InterviewId[];
}

export async function makeWorkspace(folder: string): Promise<Study> {
  const folders = foldersIn(folder);
  const test = await startTestHost({ userFolder: folders.user }, folder);
  await test.call('session.setMe', { name: 'Ines', role: 'pm' });
  await test.call('workspaces.create', { name: 'Study', folder: folders.workspace });
  const create = async () =>
    (
      await test.call('interviews.create', {
        participant: { pseudonym: '', description: '', realName: '' },
        plannedAt: null,
        guide: '',
      })
    ).id;
  const first = await create();
  const others: InterviewId[] = [];
  while (others.length < LARGE.interviews) others.push(await create());
  const { me } = await test.call('session.state', {});
  await test.host.close();
  return { me: me.id, first, others };
}

/** The note that pages edit: the last one of whoever sits there. */
export async function addFirstNote(root: string, folder: string, { me, first }: Study): Promise<void> {
  await writing(root, folder, [first], (document) => writeNote(document, 'first', me));
}

export async function addManyNotes(root: string, folder: string, { me, others }: Study): Promise<void> {
  await writing(root, folder, others, (document) => {
    for (let note = 0; note < LARGE.notes; note += 1) writeNote(document, `n${note}`, me);
  });
}

export function writeNote(document: Y.Doc, id: string, me: PersonId): void {
  const origin = {
    author: me,
    role: 'pm',
    atMs: 0,
    createdAt: '2026-11-25T10:00:00.000Z',
    kind: 'note',
  } as const;
  const words = {
    text: 'They count it by hand again, and nobody told them why.',
    tags: ['pain'],
    isMarked: false,
  };
  document.transact(() => addNote(document, NoteId.parse(id), origin, words));
}

async function writing(
  root: string,
  folder: string,
  ids: readonly InterviewId[],
  write: (document: Y.Doc) => void,
): Promise<void> {
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const page = clientAt(await served.address);
  for (const id of ids) {
    const handle = page.documents.openDocument(interviewDocumentName(id));
    await untilLive(handle);
    handle.document.transact(() => write(handle.document));
    await untilLive(handle, true);
    handle.release();
  }
  page.close();
  await served.kill();
}
