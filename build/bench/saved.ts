// How long it takes until a note is called saved, through the real web door, against what the disk itself takes to keep
// the same bytes. The two take turns, so that both meet the same disk.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { makeStudy } from '../../electron/e2e/testing/make-study.ts';
import { NoteWriter, untilLive } from '../../electron/e2e/testing/note-writer.ts';
import { clientAt, foldersIn, serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const NOTES = 400;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const { me, interviews } = await makeStudy(folder, 1);
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const page = clientAt(await served.address);
  const handles = interviews.map((id) => page.documents.openDocument(interviewDocumentName(id)));
  const bare = await open(join(folder, 'bare'), 'a');
  try {
    for (const handle of handles) {
      await untilLive(handle);
      const notes: number[] = [];
      const appends: number[] = [];
      const updates = updatesOf(handle.document);
      // Always a new note, and none of the long ones.
      const writer = new NoteWriter(handle, me, () => 0.6);
      for (let note = 0; note < NOTES; note += 1) {
        const saving = await timed(() => {
          writer.type();
          return untilLive(handle, true);
        });
        const bytes = updates.pop() ?? new Uint8Array(300);
        const keeping = await timed(async () => {
          await bare.write(bytes);
          await bare.datasync();
        });
        notes.push(saving.ms);
        appends.push(keeping.ms);
      }
      for (const [name, share] of [
        ['p50', 0.5],
        ['p95', 0.95],
      ] as const) {
        const [ours, theirs] = [percentile(notes, share), percentile(appends, share)];
        yield {
          what: `note typed → saved, web door, ${name} of ${NOTES}`,
          earshot: milliseconds(ours),
          peer: `${milliseconds(theirs)} append + fsync`,
          ratio: ours / theirs,
        };
      }
    }
  } finally {
    await bare.close();
    page.close();
    await served.kill();
  }
}

function updatesOf(document: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  return updates;
}
