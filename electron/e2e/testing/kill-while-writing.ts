// Kills a served Earshot again and again while two people type, and compares after each kill what a new page finds with
// what the two were shown as saved. The two keep their pages, and are let in only after that: what they bring along
// again must not hide a loss.
import { setTimeout as wait } from 'node:timers/promises';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { chance } from './chance.ts';
import { makeStudy } from './make-study.ts';
import { missingWords, NoteWriter, untilLive } from './note-writer.ts';
import { clientAt, type DoorAddress, foldersIn, type MovingClient, serveEarshot } from './served-earshot.ts';

export interface KillOptions {
  readonly programPath: string;
  /** An empty folder. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
}

export interface WritingReport {
  readonly kills: number;
  /** Of the kills, those before the door was open. */
  readonly whileStarting: number;
  /** Of the kills, those that met edits which were not saved yet. */
  readonly withUnsavedEdits: number;
  /** Notes that were shown as saved, and those that a kill took nevertheless: kill and note. */
  readonly saved: number;
  readonly lost: readonly string[];
  /** Notes that were typed, and those that are not there after the last start, when their pages came back. */
  readonly typed: number;
  readonly undelivered: readonly string[];
  /** What the killed processes complained of before, or that one ended by itself. */
  readonly complaints: readonly string[];
}

/** About the time that a start takes, and then some. */
const LONGEST_START_MS = 400;
const LONGEST_LIFE_MS = 160;
const SHARE_WHILE_STARTING = 0.15;

export async function killWhileWriting(options: KillOptions): Promise<WritingReport> {
  const next = chance(options.seed);
  const folders = foldersIn(options.folder);
  const { me, interviews } = await makeStudy(options.folder, 2);
  const names = interviews.map(interviewDocumentName);
  const writers: NoteWriter[] = [];
  const pages: MovingClient[] = [];
  const lost: string[] = [];
  const complaints: string[] = [];
  let whileStarting = 0;
  let withUnsavedEdits = 0;

  function openPages(address: DoorAddress): void {
    for (const page of pages) page.moveTo(address);
    while (pages.length < 2) {
      const page = clientAt(address);
      pages.push(page);
      for (const name of names) writers.push(new NoteWriter(page.documents.openDocument(name), me, next));
    }
  }

  const hasUnsavedEdits = () => pages.some((page) => page.documents.unsavedEdits > 0);

  async function typeUntil(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for (let edits = next() * 4; edits > 0; edits -= 1)
        writers[Math.floor(next() * writers.length)]?.type();
      await wait(next() * 12);
    }
  }

  for (let kill = 1; kill <= options.kills; kill += 1) {
    const served = serveEarshot(options.programPath, folders);
    if (pages.length > 0 && next() < SHARE_WHILE_STARTING) {
      await wait(next() * LONGEST_START_MS); // the moment of the kill is what is tested, not a wait for something
      whileStarting += 1;
    } else {
      const address = await served.address;
      for (const id of await findLost(address, writers)) lost.push(`kill ${kill - 1}: ${id}`);
      openPages(address);
      const stop = new AbortController();
      const typing = typeUntil(stop.signal);
      await wait(next() * LONGEST_LIFE_MS);
      stop.abort();
      if (hasUnsavedEdits()) withUnsavedEdits += 1;
      await Promise.all([served.kill(), typing]);
      // Somebody goes on typing while their host is gone.
      if (next() < 0.3) writers[0]?.type();
    }
    await served.kill();
    if (served.complaint !== '') complaints.push(`kill ${kill}: ${served.complaint}`);
  }

  const last = serveEarshot(options.programPath, folders);
  const address = await last.address;
  for (const id of await findLost(address, writers)) lost.push(`kill ${options.kills}: ${id}`);
  openPages(address);
  for (const { documents } of pages) {
    await Promise.all(names.map((name) => untilLive(documents.openDocument(name), true)));
  }
  const undelivered = await compare(address, writers, (writer) => writer.typed);
  for (const page of pages) page.close();
  await last.kill();
  return {
    kills: options.kills,
    whileStarting,
    withUnsavedEdits,
    saved: writers.reduce((sum, writer) => sum + writer.saved.size, 0),
    lost,
    typed: writers.reduce((sum, writer) => sum + writer.typed.size, 0),
    undelivered,
    complaints,
  };
}

function findLost(address: DoorAddress, writers: readonly NoteWriter[]): Promise<string[]> {
  return compare(address, writers, (writer) => writer.saved);
}

/** What a new page does not find of the writers' words. */
async function compare(
  address: DoorAddress,
  writers: readonly NoteWriter[],
  wordsOf: (writer: NoteWriter) => NoteWriter['saved'],
): Promise<string[]> {
  const { documents, close } = clientAt(address);
  try {
    const missing: string[] = [];
    for (const writer of writers) {
      const handle = documents.openDocument(writer.name);
      await untilLive(handle);
      missing.push(...missingWords(wordsOf(writer), handle.document));
    }
    return missing;
  } finally {
    close();
  }
}
