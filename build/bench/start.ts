// From starting the process to the first answered list of interviews, in a workspace of 10 and of 300, against a bare
// Node that reads the same files.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientAt, foldersIn, serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { silentLog } from '../../electron/host/log.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { openWorkspaceFolder } from '../../electron/host/workspace/opened-workspace.ts';
import { NoteId, type PersonId } from '../../shared/ids.ts';
import { addNote, interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { type Bench, best, milliseconds, type Row } from './row.ts';

const NOTES_EACH = 40;
const STARTS = 5;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  for (const interviews of [10, 300]) {
    const place = join(folder, String(interviews));
    await makeLargeStudy(root, place, interviews);
    const folders = foldersIn(place);
    const ours = await best(STARTS, async () => {
      const served = serveEarshot(join(root, 'dist', 'earshot.js'), folders);
      const page = clientAt(await served.address);
      const rows = await page.client.call('interviews.list', {});
      if (rows.length !== interviews) throw new Error(`${rows.length} interviews were listed`);
      page.close();
      await served.kill();
    });
    const theirs = await best(STARTS, () => readWithBareNode(join(folders.workspace, 'documents')));
    yield {
      what: `start → list of ${interviews} interviews answered`,
      earshot: milliseconds(ours),
      peer: `${milliseconds(theirs)} Node reading the files`,
      ratio: ours / theirs,
    };
  }
}

/** A workspace with as many copies of a sample interview, each with its transcript and some notes. */
async function makeLargeStudy(root: string, place: string, interviews: number): Promise<void> {
  const folders = foldersIn(place);
  const file = await readFile(join(root, 'samples', 'larder', 'alder.vtt'));
  const test = await startTestHost({ userFolder: folders.user }, place);
  await test.call('workspaces.create', { name: 'Large', folder: folders.workspace });
  for (let count = 1; count <= interviews; count += 1) {
    await test.call('transcripts.import', {
      interviewId: null,
      newParticipant: `Participant ${count}`,
      fileName: `${count}.vtt`,
      bytes: new Uint8Array(Buffer.concat([file, Buffer.from(`\n\nNOTE copy ${count}\n`)])),
      format: null,
      offsetMs: 0,
      speakers: {},
    });
  }
  const rows = await test.call('interviews.list', {});
  const { me } = await test.call('session.state', {});
  await test.host.close();
  const workspace = await openWorkspaceFolder(folders.workspace, {
    log: silentLog(),
    now: () => new Date(),
    tellStorage: () => undefined,
  });
  // As they are typed: a record of the log for each.
  for (let note = 0; note < NOTES_EACH; note += 1) {
    await Promise.all(
      rows.map(({ id }) =>
        workspace.documents.edit(interviewDocumentName(id), (document) =>
          addNote(document, NoteId.parse(`note-${note}`), origin(me.id, note * 1_000), {
            text: `They counted it by hand, the ${note}th time this week.`,
            tags: ['pain'],
            isMarked: note % 10 === 0,
          }),
        ),
      ),
    );
  }
  await workspace.close();
}

function origin(author: PersonId, atMs: number) {
  return { author, role: 'pm', atMs, createdAt: '2026-11-24T10:00:00.000Z', kind: 'note' } as const;
}

function readWithBareNode(folder: string): Promise<void> {
  const program = `const fs=require('node:fs');for(const n of fs.readdirSync(process.argv[1]))fs.readFileSync(process.argv[1]+'/'+n)`;
  return new Promise((resolve, reject) => {
    spawn(process.execPath, ['-e', program, folder], { stdio: 'ignore' })
      .once('error', reject)
      .once('exit', () => resolve());
  });
}
