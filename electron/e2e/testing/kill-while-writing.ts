// Kills a served Earshot again and again while two people type, and compares after each kill what a new page finds with
// what the two were shown as saved. The two keep their pages, and are let in only after that: what they bring along
// again must not hide a loss.
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentHandle } from '../../../renderer/client/workspace-documents.ts';
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

/** About the time that a start takes, that coming back takes, and as long as a few notes take. */
const LONGEST_MS = { start: 400, comingBack: 80, writing: 120 };
const SHARE = { start: 0.15, comingBack: 0.15 };

export async function killWhileWriting(options: KillOptions): Promise<WritingReport> {
  const next = chance(options.seed);
  const folders = foldersIn(options.folder);
  const { me, interviews } = await makeStudy(options.folder, 2);
  const names = interviews.map(interviewDocumentName);
  const writers: NoteWriter[] = [];
  const pages: MovingClient[] = [];
  const handles: DocumentHandle[] = [];
  const lost: string[] = [];
  const complaints: string[] = [];
  let whileStarting = 0;
  let withUnsavedEdits = 0;

  async function openPages(address: DoorAddress): Promise<void> {
    for (const page of pages) page.moveTo(address);
    while (pages.length < 2) {
      const page = clientAt(address);
      pages.push(page);
      for (const handle of names.map((name) => page.documents.openDocument(name))) {
        // Nobody types into an interview before it is on their screen.
        await untilLive(handle);
        handles.push(handle);
        writers.push(new NoteWriter(handle, me, next));
      }
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
    const moment = next();
    // Waiting here is no waiting for something: the moment of the kill is what is tested.
    if (pages.length > 0 && moment < SHARE.start) {
      await wait(next() * LONGEST_MS.start);
      whileStarting += 1;
    } else {
      const address = await served.address;
      for (const id of await findLost(address, writers)) lost.push(`kill ${kill - 1}: ${id}`);
      await openPages(address);
      const isComingBack = moment < SHARE.start + SHARE.comingBack;
      if (!isComingBack) await Promise.all(handles.map((handle) => untilLive(handle)));
      const stop = new AbortController();
      const typing = typeUntil(stop.signal);
      await wait(next() * (isComingBack ? LONGEST_MS.comingBack : LONGEST_MS.writing));
      stop.abort();
      if (hasUnsavedEdits()) withUnsavedEdits += 1;
      await Promise.all([served.kill(), typing]);
      // Somebody goes on typing while their host is gone.
      if (next() < 0.3) writers[0]?.type();
    }
    await served.kill();
    if (served.complaint !== '') complaints.push(`kill ${kill}: ${served.complaint}`);
  }

  const saved = count(writers, (writer) => writer.saved);
  const last = serveEarshot(options.programPath, folders);
  const address = await last.address;
  for (const id of await findLost(address, writers)) lost.push(`kill ${options.kills}: ${id}`);
  await openPages(address);
  await Promise.all(handles.map((handle) => untilLive(handle, true)));
  const undelivered = await compare(address, writers, (writer) => writer.typed);
  for (const page of pages) page.close();
  await last.kill();
  return {
    kills: options.kills,
    whileStarting,
    withUnsavedEdits,
    saved,
    lost,
    typed: count(writers, (writer) => writer.typed),
    undelivered,
    complaints,
  };
}

function count(writers: readonly NoteWriter[], wordsOf: (writer: NoteWriter) => NoteWriter['saved']): number {
  return writers.reduce((sum, writer) => sum + wordsOf(writer).size, 0);
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
