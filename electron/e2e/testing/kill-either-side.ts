// Two people type at two computers that keep one workspace, and either computer is killed again and again. After every kill
// a new page finds there what was called saved there, before anybody could bring it along again; in the end both have all.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import { chance } from './chance.ts';
import type { KillOptions } from './kill-while-writing.ts';
import { freePort, KillableHost } from './killable-host.ts';
import { missingWords, NoteWriter, untilLive } from './note-writer.ts';
import { clientAt, type MovingClient } from './served-earshot.ts';

export interface EitherSideReport {
  readonly kills: readonly [number, number];
  readonly typed: number;
  readonly saved: number;
  /** Notes that were called saved and are not there: kill and note. */
  readonly lost: readonly string[];
  /** Notes that did not reach both computers in the end. */
  readonly undelivered: readonly string[];
}

const LONGEST_WRITING_MS = 120;
const DELIVERY_MS = 60_000;

class Side extends KillableHost {
  page: MovingClient | null = null;
  writer: NoteWriter | null = null;
}

export async function killEitherSide(options: KillOptions): Promise<EitherSideReport> {
  const next = chance(options.seed);
  const ines = new Side(options.programPath, join(options.folder, 'ines'), await freePort(), null);
  const tomas = new Side(options.programPath, join(options.folder, 'tomas'), await freePort(), ines.address);
  const sides = [ines, tomas] as const;
  const kills: [number, number] = [0, 0];
  const lost: string[] = [];
  try {
    const document = await meet(ines, tomas);
    await Promise.all(sides.map((side) => openPage(side, document, next)));
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const which = next() < 0.5 ? 0 : 1;
      const side = sides[which];
      kills[which] += 1;
      const stop = new AbortController();
      const typing = typeUntil(sides, next, stop.signal);
      // Waiting here is no waiting for something: the moment of the kill is what is tested.
      await wait(next() * LONGEST_WRITING_MS);
      stop.abort();
      await Promise.all([side.kill(), typing]);
      await side.start();
      for (const id of await findLost(side, document)) lost.push(`kill ${kill}: ${id}`);
      side.page?.moveTo(side.address);
    }
    const undelivered = await untilDelivered(sides, document);
    const sum = (of: (writer: NoteWriter) => number) =>
      sides.reduce((total, { writer }) => total + (writer ? of(writer) : 0), 0);
    return {
      kills,
      typed: sum((writer) => writer.typed.size),
      saved: sum((writer) => writer.saved.size),
      lost,
      undelivered,
    };
  } finally {
    for (const side of sides) {
      side.page?.close();
      await side.kill();
    }
  }
}

/** One makes the workspace and an interview, the other joins. Answers the interview's document. */
async function meet(ines: Side, tomas: Side): Promise<string> {
  await Promise.all([ines.start(), tomas.start()]);
  const { client, close } = clientAt(ines.address);
  await client.call('session.setMe', { name: 'Ines', role: 'pm' });
  await client.call('workspaces.create', { name: 'Study', folder: null });
  const { id } = await client.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  close();
  const other = clientAt(tomas.address);
  await other.client.call('peers.join', {
    link: 'earshot://join/#secret',
    name: 'Tomas',
    role: 'engineer',
    folder: null,
  });
  other.close();
  return interviewDocumentName(id);
}

async function openPage(side: Side, document: string, next: () => number): Promise<void> {
  const page = clientAt(side.address);
  const handle = page.documents.openDocument(document);
  await untilLive(handle);
  const { me } = await page.client.call('session.state', {});
  side.page = page;
  side.writer = new NoteWriter(handle, me.id, next);
}

async function typeUntil(sides: readonly Side[], next: () => number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (let edits = next() * 4; edits > 0; edits -= 1) sides[next() < 0.5 ? 0 : 1]?.writer?.type();
    await wait(next() * 12);
  }
}

/** What a new page does not find at this computer of what was called saved there. */
async function findLost({ address, writer }: Side, document: string): Promise<string[]> {
  const page = clientAt(address);
  const handle = page.documents.openDocument(document);
  await untilLive(handle);
  const missing = writer ? missingWords(writer.saved, handle.document) : [];
  page.close();
  return missing;
}

/** What is not on both computers' pages after a while, of everything that was typed. */
async function untilDelivered(sides: readonly Side[], document: string): Promise<string[]> {
  const endAt = performance.now() + DELIVERY_MS;
  for (;;) {
    const missing: string[] = [];
    for (const { page } of sides) {
      const handle = page?.documents.openDocument(document);
      if (!handle) continue;
      await untilLive(handle, true);
      await page?.client.call('peers.retry', {});
      for (const { writer } of sides)
        if (writer) missing.push(...missingWords(writer.typed, handle.document));
      handle.release();
    }
    if (missing.length === 0 || performance.now() > endAt) return missing;
    await wait(50);
  }
}
