// A workspace with one interview that Ines and Tomas share, written straight into its folder: what two people would have
// done before a spec begins.
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type InterviewId, NoteId, PersonId } from '../../../shared/ids.ts';
import { readTickedGuide, tickQuestion } from '../../../shared/interviews/guide.ts';
import {
  addNote,
  interviewDocumentName,
  setClockRecord,
  setFollowUpAsked,
} from '../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { silentLog } from '../../host/log.ts';
import { startTestHost } from '../../host/testing/start-test-host.ts';
import { openWorkspaceFolder } from '../../host/workspace/opened-workspace.ts';

export interface StudyNote {
  readonly by: 'ines' | 'tomas';
  readonly atMs: number;
  readonly text: string;
  readonly tags?: readonly string[];
  readonly isMarked?: boolean;
  readonly kind?: 'note' | 'follow-up';
  readonly askedAtMs?: number;
}

export interface LiveStudy {
  readonly guide?: string;
  /** How many of the guide's questions were asked. */
  readonly asked?: number;
  readonly notes?: readonly StudyNote[];
  /** The clock stands here; without it the call has not begun. */
  readonly standsAtMs?: number;
  readonly isNamed?: boolean;
}

const tomas: Person = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' };

/** Makes it under `root`, where the served app keeps its user folder, and returns the interview's id. */
export async function makeLiveStudy(root: string, study: LiveStudy): Promise<InterviewId> {
  const userFolder = join(root, 'user');
  const folder = join(root, 'workspaces', 'Larder');
  const test = await startTestHost({ userFolder }, root);
  if (study.isNamed !== false) await test.call('session.setMe', { name: 'Ines', role: 'pm' });
  await test.call('workspaces.create', { name: 'Larder', folder });
  for (const [name, definition] of [
    ['price', 'What it costs, and when they learn it'],
    ['prep', 'Work before the doors open'],
  ] as const)
    await test.call('tags.create', { name, definition });
  const { id } = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: 'Owner, two food trucks', realName: '' },
    plannedAt: null,
    guide: study.guide ?? '',
  });
  const { me } = await test.call('session.state', {});
  await test.host.close();

  const workspace = await openWorkspaceFolder(folder, {
    log: silentLog(),
    now: () => new Date(),
    tellStorage: () => undefined,
  });
  await workspace.documents.edit('workspace', (document) => {
    if (study.notes?.some((note) => note.by === 'tomas')) document.getMap('people').set(tomas.id, tomas);
  });
  await workspace.documents.edit(interviewDocumentName(id), (document) => {
    for (const [index, note] of (study.notes ?? []).entries()) {
      const author = note.by === 'tomas' ? tomas : me;
      const noteId = NoteId.parse(`n${String(index).padStart(5, '0')}`);
      addNote(
        document,
        noteId,
        {
          author: author.id,
          role: author.role,
          atMs: note.atMs,
          createdAt: new Date(Date.UTC(2026, 10, 24, 10) + note.atMs).toISOString(),
          kind: note.kind ?? 'note',
        },
        { text: note.text, tags: note.tags ?? [], isMarked: note.isMarked ?? false },
      );
      if (note.askedAtMs !== undefined)
        setFollowUpAsked(document, noteId, { by: me.id, atMs: note.askedAtMs });
    }
    const questions = readTickedGuide(document).filter((line) => line.kind === 'question');
    for (const [index, line] of questions.slice(0, study.asked ?? 0).entries())
      tickQuestion(document, line, { id: `t${index}`, atMs: 70_000 + index * 250_000, by: me.id });
    if (study.standsAtMs !== undefined) setClockRecord(document, { kind: 'paused', atMs: study.standsAtMs });
  });
  await workspace.close();
  return id;
}

/** From wherever the page is into that workspace; a second window finds it open already. */
export async function openLarder(page: Page): Promise<void> {
  const recent = page.getByRole('heading', { name: 'Open again' });
  const open = page.getByRole('button', { name: 'Workspace Larder' });
  await expect(recent.or(open).first()).toBeVisible();
  const again = page.getByRole('main').getByRole('button', { name: 'Larder', exact: true });
  if (await recent.isVisible()) await again.click();
  await expect(open).toBeVisible();
}
