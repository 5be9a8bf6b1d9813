// Cuts the power of a computer again and again while two people type, and compares after each cut what a new page finds
// with what the two were shown as saved. They keep their pages and are let in only after that.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentHandle } from '../../../renderer/client/workspace-documents.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { chance } from './chance.ts';
import { cuttableDisk } from './cuttable-disk.ts';
import { makeStudy } from './make-study.ts';
import { missingWords, NoteWriter, untilLive } from './note-writer.ts';
import {
  clientAt,
  type DoorAddress,
  foldersIn,
  type MovingClient,
  type ServedEarshot,
  serveEarshot,
} from './served-earshot.ts';

export interface CutOptions {
  readonly programPath: string;
  /** An empty folder. */
  readonly folder: string;
  readonly cuts: number;
  readonly seed: number;
}

export interface PowerReport {
  readonly typed: number;
  readonly saved: number;
  /** Notes that were shown as saved and are not there: cut and note. */
  readonly lost: readonly string[];
  /** Notes that are not there after the last cut, when their pages came back. */
  readonly undelivered: readonly string[];
  /** Cuts that took what another program had written just before and not synced: that they were cuts of power. */
  readonly tookUnsynced: number;
  readonly complaints: readonly string[];
}

const LONGEST_WRITING_MS = 400;
const UNSYNCED = 'written, and not synced';

export async function cutWhileWriting({ programPath, folder, cuts, seed }: CutOptions): Promise<PowerReport> {
  const next = chance(seed);
  const disk = await cuttableDisk(folder);
  const lost: string[] = [];
  const complaints: string[] = [];
  const pages: MovingClient[] = [];
  const handles: DocumentHandle[] = [];
  const writers: NoteWriter[] = [];
  let tookUnsynced = 0;
  let running: ServedEarshot | null = null;
  try {
    const { me, interviews } = await makeStudy(disk.folder, 2);
    const names = interviews.map(interviewDocumentName);
    const start = async () => {
      const served = serveEarshot(programPath, foldersIn(disk.folder));
      running = served;
      return { served, address: await served.address };
    };
    const bringPages = async (address: DoorAddress) => {
      for (const page of pages) page.moveTo(address);
      for (const name of names.slice(pages.length)) {
        const page = clientAt(address);
        pages.push(page);
        const handle = page.documents.openDocument(name);
        await untilLive(handle);
        handles.push(handle);
        writers.push(new NoteWriter(handle, me, next));
      }
      await Promise.all(handles.map((handle) => untilLive(handle)));
    };
    for (let cut = 1; cut <= cuts; cut += 1) {
      // Another one each time: ext4 writes out at once what takes the place of earlier words.
      const unsynced = join(disk.folder, `unsynced-${cut}`);
      const { served, address } = await start();
      for (const id of await missingAt(address, writers, 'saved')) lost.push(`cut ${cut - 1}: ${id}`);
      await bringPages(address);
      const stop = new AbortController();
      const typing = typeUntil(writers, next, stop.signal);
      const savedBefore = sum(writers, 'saved');
      while (sum(writers, 'saved') === savedBefore) await wait(10);
      // Waiting here is no waiting for something: the moment of the cut is what is tested.
      await wait(next() * LONGEST_WRITING_MS);
      await writeFile(unsynced, UNSYNCED);
      stop.abort();
      await Promise.all([served.kill(), typing]);
      await disk.cutPower();
      if ((await readFile(unsynced, 'utf8').catch(() => '')) !== UNSYNCED) tookUnsynced += 1;
      if (served.complaint !== '') complaints.push(`cut ${cut}: ${served.complaint}`);
    }
    const saved = sum(writers, 'saved');
    const { served, address } = await start();
    for (const id of await missingAt(address, writers, 'saved')) lost.push(`cut ${cuts}: ${id}`);
    await bringPages(address);
    await Promise.all(handles.map((handle) => untilLive(handle, true)));
    const undelivered = await missingAt(address, writers, 'typed');
    for (const page of pages.splice(0)) page.close();
    await served.kill();
    return { typed: sum(writers, 'typed'), saved, lost, undelivered, tookUnsynced, complaints };
  } finally {
    for (const page of pages) page.close();
    // Also when the test failed half-way: whoever has a file open there holds the image.
    await stop(running);
    await disk.remove();
  }
}

function stop(served: ServedEarshot | null): Promise<void> | undefined {
  return served?.kill();
}

async function typeUntil(
  writers: readonly NoteWriter[],
  next: () => number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (let edits = next() * 3; edits > 0; edits -= 1) writers[Math.floor(next() * writers.length)]?.type();
    // Long enough that the disk is done now and then: only then something is called saved.
    await wait(next() * 60);
  }
}

/** What a new page does not find of the writers' words. */
async function missingAt(
  address: DoorAddress,
  writers: readonly NoteWriter[],
  which: 'saved' | 'typed',
): Promise<string[]> {
  const { documents, close } = clientAt(address);
  try {
    const missing: string[] = [];
    for (const writer of writers) {
      const handle = documents.openDocument(writer.name);
      await untilLive(handle);
      missing.push(...missingWords(writer[which], handle.document));
    }
    return missing;
  } finally {
    close();
  }
}

function sum(writers: readonly NoteWriter[], which: 'saved' | 'typed'): number {
  return writers.reduce((total, writer) => total + writer[which].size, 0);
}
