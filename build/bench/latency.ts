// From a keystroke at one client to its arrival at every other one, and to its paint in another page, through the real web
// door with its fsync, against y-websocket, which keeps nothing. The two take turns, so that both meet the same computer. All
// Node clients share this process; each server has one of its own.
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type * as Y from 'yjs';
import { untilLive } from '../../electron/e2e/testing/note-writer.ts';
import {
  clientAt,
  type DoorAddress,
  foldersIn,
  serveEarshot,
} from '../../electron/e2e/testing/served-earshot.ts';
import type { PersonId } from '../../shared/ids.ts';
import { interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { findChromium } from '../chromium.mjs';
import { type LatencyPeer, startLatencyPeer } from './latency-peer.ts';
import { addFirstNote, addManyNotes, LARGE, makeWorkspace, type Study, writeNote } from './latency-study.ts';
import { keyToPaint, openOurs, openTheirs } from './paint.ts';
import { isCostCounted, megabytes, processorMs } from './process-cost.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const CLIENTS = [2, 10, 50];
const KEYS = 150;
/** Before anything is counted: a program that has just started is slower, on both sides. */
const WARM_UP_KEYS = 20;
const BURST = 500;
const SHARES = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

interface Measured {
  readonly ours: number[];
  readonly theirs: number[];
  /** What one append and fsync took in between. */
  readonly disk: number[];
}

interface Room {
  readonly documents: readonly Y.Doc[];
  close(): void;
}

interface Sides {
  readonly pid: number;
  readonly peer: LatencyPeer;
  readonly disk: FileHandle;
  readonly ours: (count: number) => Promise<Room>;
  readonly theirs: (count: number) => Promise<Room>;
}

export async function* measure({ root, folder, importFile }: Bench): AsyncGenerator<Row> {
  const { peer, complaint } = await startLatencyPeer({ root, importFile });
  if (complaint !== null) yield { what: complaint };
  const study = await makeWorkspace(folder);
  await addFirstNote(root, folder, study);
  const disk = await open(join(folder, 'bare'), 'a');
  const serve = () => serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const sidesAt = (pid: number, address: DoorAddress): Sides => ({
    pid,
    peer,
    disk,
    ours: (count) => joinOurs(address, interviewDocumentName(study.first), count),
    theirs: (count) => joinTheirs(peer, count),
  });
  try {
    const painting = serve();
    try {
      const address = await painting.address;
      yield* paints(sidesAt(painting.pid, address), address, study, CLIENTS);
    } finally {
      await painting.kill();
    }

    const served = serve();
    try {
      const sides = sidesAt(served.pid, await served.address);
      for (const count of CLIENTS) yield* arrivals(sides, count, `${count} clients`);
      yield await burst(sides, CLIENTS.at(-1) ?? 0, study.me);
      yield await memory('memory of the host afterwards', served.pid, peer);
    } finally {
      await served.kill();
    }

    await addManyNotes(root, folder, study);
    const startedAt = performance.now();
    const large = serve();
    try {
      const address = await large.address;
      const page = clientAt(address);
      await page.client.call('interviews.list', {});
      const ms = performance.now() - startedAt;
      page.close();
      const notes = (LARGE.interviews * LARGE.notes).toLocaleString('en');
      yield { what: `start → list, workspace of ${notes} notes`, earshot: milliseconds(ms) };
      yield* arrivals(sidesAt(large.pid, address), 2, `${notes} notes, 2 clients`);
      yield await memory(`memory of the host, ${notes} notes`, large.pid, peer);
    } finally {
      await large.kill();
    }
  } finally {
    await peer.close();
    await disk.close();
  }
}

async function joinOurs(address: DoorAddress, name: string, count: number): Promise<Room> {
  const pages = Array.from({ length: count }, () => clientAt(address));
  const handles = pages.map((page) => page.documents.openDocument(name));
  await Promise.all(handles.map((handle) => untilLive(handle)));
  return {
    documents: handles.map(({ document }) => document),
    close: () => {
      for (const page of pages) page.close();
    },
  };
}

async function joinTheirs(peer: LatencyPeer, count: number): Promise<Room> {
  const joined = await Promise.all(Array.from({ length: count }, () => peer.join()));
  return {
    documents: joined.map(({ document }) => document),
    close: () => {
      for (const { close } of joined) close();
    },
  };
}

async function* arrivals(
  { pid, peer, disk, ours, theirs }: Sides,
  count: number,
  what: string,
): AsyncGenerator<Row> {
  const [one, other] = [await ours(count), await theirs(count)];
  const cost = isCostCounted ? await Promise.all([pid, peer.pid].map(processorMs)) : null;
  const measured: Measured = { ours: [], theirs: [], disk: [] };
  for (let key = -WARM_UP_KEYS; key < KEYS; key += 1) {
    const [mine, yours] = [await pressKey(one), await pressKey(other)];
    const kept = await keep(disk);
    if (key < 0) continue;
    measured.ours.push(...mine);
    measured.theirs.push(...yours);
    measured.disk.push(kept);
  }
  const costNow = cost && (await Promise.all([pid, peer.pid].map(processorMs)));
  one.close();
  other.close();
  yield* compared(`key → arrival, ${what}`, peer, measured);
  if (cost === null || costNow === null) return;
  const [mine = Number.NaN, yours = Number.NaN] = costNow.map(
    (ms, side) => (ms - (cost[side] ?? 0)) / (KEYS + WARM_UP_KEYS),
  );
  yield {
    what: `processor time of the server a key, ${what}`,
    earshot: milliseconds(mine),
    peer: `${milliseconds(yours)} ${peer.name}`,
    ratio: mine / yours,
  };
}

/** One letter at the first client; how long it took to each of the others. */
async function pressKey({ documents }: Room): Promise<number[]> {
  const [writer, ...others] = documents;
  const arrived = others.map((document) => {
    return new Promise<number>((resolve) => document.once('update', () => resolve(performance.now())));
  });
  const startedAt = performance.now();
  writer?.getText('typed').insert(0, 'a');
  return (await Promise.all(arrived)).map((at) => at - startedAt);
}

async function* paints(
  { peer, disk, ours, theirs }: Sides,
  address: DoorAddress,
  { first }: Study,
  clients: readonly number[],
): AsyncGenerator<Row> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    yield { what: '(key → paint: left out, since no Chromium is here)' };
    return;
  }
  const browser = await chromium.launch({ executablePath, args: ['--disable-quic'] });
  try {
    const newPage = () => pageOfItsOwn(browser);
    const mine = await openOurs(newPage, address, first);
    const yours = peer.page && (await openTheirs(newPage, peer.page));
    for (const count of clients) {
      const rooms = [await ours(count - 2), await theirs(count - 2)];
      const measured: Measured = { ours: [], theirs: [], disk: [] };
      for (let key = -WARM_UP_KEYS; key < KEYS; key += 1) {
        const letter = key % 6 === 0 ? ' ' : 'a';
        const one = await keyToPaint(mine, letter);
        const other = yours ? await keyToPaint(yours, letter) : Number.NaN;
        const kept = await keep(disk);
        if (key < 0) continue;
        measured.ours.push(one);
        measured.theirs.push(other);
        measured.disk.push(kept);
      }
      for (const room of rooms) room.close();
      yield* compared(`key → paint at the other, ${count} clients`, peer, measured);
    }
  } finally {
    await browser.close();
  }
}

async function pageOfItsOwn(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

async function burst({ peer, ours, theirs }: Sides, count: number, me: PersonId): Promise<Row> {
  const took: number[] = [];
  for (const join of [ours, theirs]) {
    const room = await join(count);
    took.push(await burstIn(room, me));
    room.close();
  }
  const [one = Number.NaN, other = Number.NaN] = took;
  return {
    what: `${BURST} notes in a burst → at all of ${count} clients`,
    earshot: milliseconds(one),
    peer: `${milliseconds(other)} ${peer.name}`,
    ratio: one / other,
  };
}

async function burstIn({ documents }: Room, me: PersonId): Promise<number> {
  const [writer, ...others] = documents;
  const before = writer?.getMap('notes').size ?? 0;
  const all = others.map(
    (document) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.getMap('notes').size < before + BURST) return;
          document.off('update', look);
          resolve();
        };
        document.on('update', look);
      }),
  );
  const startedAt = performance.now();
  for (let note = 0; note < BURST; note += 1) if (writer) writeNote(writer, `b${note}`, me);
  await Promise.all(all);
  return performance.now() - startedAt;
}

/** What Earshot has to do beside: the bytes of a keystroke on the disk. */
async function keep(disk: FileHandle): Promise<number> {
  const { ms } = await timed(async () => {
    await disk.write(new Uint8Array(64));
    await disk.datasync();
  });
  return ms;
}

function* compared(what: string, peer: LatencyPeer, { ours, theirs, disk }: Measured): Generator<Row> {
  for (const [name, share] of SHARES) {
    const [one, other] = [percentile(ours, share), percentile(theirs, share)];
    const fsync = `${milliseconds(percentile(disk, share))} fsync`;
    yield {
      what: `${what}, ${name}`,
      earshot: milliseconds(one),
      peer: Number.isNaN(other) ? fsync : `${milliseconds(other)} ${peer.name}, ${fsync}`,
      ...(!Number.isNaN(other) && { ratio: one / other }),
    };
  }
}

/** Resident, as Linux counts it; elsewhere a sentence. */
async function memory(what: string, ours: number, peer: LatencyPeer): Promise<Row> {
  if (!isCostCounted) return { what: `(${what}: left out, counted on Linux only)` };
  const [one, other] = [await megabytes(ours), await megabytes(peer.pid)];
  return { what, earshot: `${one} MB`, peer: `${other} MB ${peer.name}`, ratio: one / other };
}
