// Kills a served Earshot while it folds a long log into one record. Many kills aim at the moments around the swap of the
// files; the others come when they come. Every note of the log must be there afterwards.
import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import * as Y from 'yjs';
import { NoteId, type PersonId } from '../../../shared/ids.ts';
import { addNote, interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { openUpdateLog } from '../../host/storage/update-log.ts';
import { chance } from './chance.ts';
import type { KillOptions } from './kill-while-writing.ts';
import { makeStudy } from './make-study.ts';
import { missingWords, untilLive } from './note-writer.ts';
import { clientAt, foldersIn, serveEarshot } from './served-earshot.ts';

export interface CompactingReport {
  readonly kills: number;
  /** Kills that left a half-written file, and those after which the log was folded. */
  readonly halfWritten: number;
  readonly folded: number;
  readonly notes: number;
  readonly lost: readonly string[];
  readonly complaints: readonly string[];
}

/** One more than what is folded at opening. */
const RECORDS = 2_001;
const LONGEST_MS = 400;
/** From the first sign of the new file to well after the swap. */
const LONGEST_SWAP_MS = 60;

export async function killWhileCompacting(options: KillOptions): Promise<CompactingReport> {
  const next = chance(options.seed);
  const folders = foldersIn(options.folder);
  const { me, interviews } = await makeStudy(options.folder, 1);
  const [interview] = interviews;
  if (interview === undefined) throw new Error('a study was made without its interview');
  const name = interviewDocumentName(interview);
  const documents = join(folders.workspace, 'documents');
  const file = join(documents, `${name}.ylog`);
  const words = new Map<NoteId, string>();
  const lost: string[] = [];
  const complaints: string[] = [];
  let halfWritten = 0;
  let folded = 0;

  for (let kill = 1; kill <= options.kills; kill += 1) {
    const records = await addRecords(file, me, words, (id) => lost.push(`kill ${kill - 1}: ${id}`));
    const served = serveEarshot(options.programPath, folders);
    const page = clientAt(await served.address);
    const isAimed = next() < 0.6;
    const swapping = isAimed ? untilWritten(documents, `${name}.ylog.tmp`) : undefined;
    page.documents.openDocument(name);
    await swapping;
    // Waiting here is no waiting for something: the moment of the kill is what is tested.
    // Squared, since most of what can go wrong lies right after the first sign.
    await wait(isAimed ? next() ** 2 * LONGEST_SWAP_MS : next() * LONGEST_MS);
    await served.kill();
    page.close();
    if (served.complaint !== '') complaints.push(`kill ${kill}: ${served.complaint}`);
    if ((await readdir(documents)).includes(`${name}.ylog.tmp`)) halfWritten += 1;
    if ((await countRecords(file)) < records) folded += 1;
  }
  const last = serveEarshot(options.programPath, folders);
  const page = clientAt(await last.address);
  const handle = page.documents.openDocument(name);
  await untilLive(handle);
  for (const id of missingWords(words, handle.document)) lost.push(`the last start: ${id}`);
  page.close();
  await last.kill();
  return { kills: options.kills, halfWritten, folded, notes: words.size, lost, complaints };
}

/**
 * Opens the log as the host does, tells which of `words` are not in it, and adds notes until it is long enough to be
 * folded. Answers how many records it has then.
 */
async function addRecords(
  file: string,
  author: PersonId,
  words: Map<NoteId, string>,
  tellLost: (id: string) => void,
): Promise<number> {
  const { log, records } = await openUpdateLog(file);
  const document = new Y.Doc();
  document.transact(() => {
    for (const record of records) Y.applyUpdate(document, record);
  });
  for (const id of missingWords(words, document)) tellLost(id);
  const appends: Promise<void>[] = [];
  document.on('update', (update: Uint8Array) => appends.push(log.append(update)));
  const count = Math.max(1, RECORDS - records.length);
  for (let added = 0; added < count; added += 1) {
    // A few notes hold words, the rest are small, so that the document stays readable in milliseconds.
    const id = NoteId.parse(ulid().toLowerCase());
    if (added % 20 > 0) {
      document.getMap('meta').set('count', added);
      continue;
    }
    const text = `note ${words.size}`;
    const origin = {
      author,
      role: 'pm',
      atMs: 0,
      createdAt: new Date().toISOString(),
      kind: 'note',
    } as const;
    document.transact(() => addNote(document, id, origin, { text, tags: [], isMarked: false }));
    words.set(id, text);
  }
  await Promise.all(appends);
  await log.close();
  document.destroy();
  return log.recordCount;
}

async function countRecords(file: string): Promise<number> {
  const { log } = await openUpdateLog(file, { isReadOnly: true });
  await log.close();
  return log.recordCount;
}

function untilWritten(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_event, changed) => {
      if (changed !== name) return;
      watcher.close();
      resolve();
    });
  });
}
