// From a keystroke at one client to its arrival at every other one, through the real web door with its fsync, against a bare
// relay of Yjs' protocol that keeps nothing (what y-websocket's server does). The two take turns, so that both meet the same
// computer. All clients share this process; each server has one of its own.
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { untilLive } from '../../electron/e2e/testing/note-writer.ts';
import { clientAt, foldersIn, serveEarshot } from '../../electron/e2e/testing/served-earshot.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { type InterviewId, NoteId, type PersonId } from '../../shared/ids.ts';
import { addNote, interviewDocumentName } from '../../shared/interviews/interview-document.ts';
import { startBareRelay } from './bare-relay.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const CLIENTS = [2, 10, 50];
const KEYS = 150;
const BURST = 500;
/** In a large workspace, beside the interview that is measured. */
const LARGE = { interviews: 40, notes: 500 };
const SHARES = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

interface Arrivals {
  readonly ours: number[];
  readonly theirs: number[];
  /** What one append and fsync took in between. */
  readonly disk: number[];
}

interface Room {
  readonly documents: readonly Y.Doc[];
  close(): void;
}

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const study = await makeWorkspace(folder);
  const name = interviewDocumentName(study.first);
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const relay = await startBareRelay(root);
  const disk = await open(join(folder, 'bare'), 'a');
  try {
    const { address } = served;
    const ours = async (count: number): Promise<Room> => {
      const pages = await Promise.all(Array.from({ length: count }, async () => clientAt(await address)));
      const handles = pages.map((page) => page.documents.openDocument(name));
      await Promise.all(handles.map((handle) => untilLive(handle)));
      return {
        documents: handles.map(({ document }) => document),
        close: () => {
          for (const page of pages) page.close();
        },
      };
    };
    const theirs = async (count: number): Promise<Room> => {
      const joined = await Promise.all(Array.from({ length: count }, () => relay.join()));
      return {
        documents: joined.map(({ document }) => document),
        close: () => {
          for (const { close } of joined) close();
        },
      };
    };
    for (const count of CLIENTS) {
      const [one, other] = [await ours(count), await theirs(count)];
      const arrivals: Arrivals = { ours: [], theirs: [], disk: [] };
      for (let key = 0; key < KEYS; key += 1) {
        arrivals.ours.push(...(await pressKey(one)));
        arrivals.theirs.push(...(await pressKey(other)));
        arrivals.disk.push(await keep(disk));
      }
      yield* compared(`key → arrival, ${count} clients`, arrivals);
      if (count === CLIENTS.at(-1)) {
        const bursts = [await burst(one, study.me), await burst(other, study.me)] as const;
        yield {
          what: `${BURST} notes in a burst → at all of ${count} clients`,
          earshot: milliseconds(bursts[0]),
          peer: `${milliseconds(bursts[1])} bare relay`,
          ratio: bursts[0] / bursts[1],
        };
      }
      one.close();
      other.close();
    }
    yield await memory('memory of the host afterwards', served.pid, relay.pid);

    await served.kill();
    await addNotes(root, folder, study);
    const large = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
    try {
      const { ms, result: page } = await timed(async () => clientAt(await large.address));
      const other = clientAt(await large.address);
      const handles = [page, other].map(({ documents }) => documents.openDocument(name));
      await Promise.all(handles.map((handle) => untilLive(handle)));
      await page.client.call('interviews.list', {});
      const room = { documents: handles.map(({ document }) => document) };
      const bare = await theirs(2);
      const arrivals: Arrivals = { ours: [], theirs: [], disk: [] };
      for (let key = 0; key < KEYS; key += 1) {
        arrivals.ours.push(...(await pressKey(room)));
        arrivals.theirs.push(...(await pressKey(bare)));
        arrivals.disk.push(await keep(disk));
      }
      const notes = (LARGE.interviews * LARGE.notes).toLocaleString('en');
      yield { what: `start with a workspace of ${notes} notes`, earshot: milliseconds(ms) };
      yield* compared(`key → arrival, ${notes} notes, 2 clients`, arrivals);
      yield await memory(`memory of the host, ${notes} notes`, large.pid, relay.pid);
      for (const one of [page, other, bare]) one.close();
    } finally {
      await large.kill();
    }
  } finally {
    await served.kill();
    await relay.close();
    await disk.close();
  }
}

/** One letter at the first client; how long it took to each of the others. */
async function pressKey({ documents }: Pick<Room, 'documents'>): Promise<number[]> {
  const [writer, ...others] = documents;
  const arrived = others.map((document) => {
    return new Promise<number>((resolve) => document.once('update', () => resolve(performance.now())));
  });
  const startedAt = performance.now();
  writer?.getText('typed').insert(0, 'a');
  return (await Promise.all(arrived)).map((at) => at - startedAt);
}

async function burst({ documents }: Room, me: PersonId): Promise<number> {
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

function writeNote(document: Y.Doc, id: string, me: PersonId): void {
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

/** What Earshot has to do beside: the bytes of a keystroke on the disk. */
async function keep(disk: FileHandle): Promise<number> {
  const { ms } = await timed(async () => {
    await disk.write(new Uint8Array(64));
    await disk.datasync();
  });
  return ms;
}

function* compared(what: string, { ours, theirs, disk }: Arrivals): Generator<Row> {
  for (const [name, share] of SHARES) {
    const [one, other] = [percentile(ours, share), percentile(theirs, share)];
    yield {
      what: `${what}, ${name}`,
      earshot: milliseconds(one),
      peer: `${milliseconds(other)} bare relay, ${milliseconds(percentile(disk, share))} fsync`,
      ratio: one / other,
    };
  }
}

/** Resident, as Linux counts it; elsewhere a sentence. */
async function memory(what: string, ours: number, theirs: number): Promise<Row> {
  if (process.platform !== 'linux') return { what: `(${what}: left out, counted on Linux only)` };
  const [one, other] = [await megabytes(ours), await megabytes(theirs)];
  return { what, earshot: `${one} MB`, peer: `${other} MB bare relay`, ratio: one / other };
}

async function megabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024);
}

interface Study {
  readonly me: PersonId;
  readonly first: InterviewId;
  readonly others: readonly InterviewId[];
}

async function makeWorkspace(folder: string): Promise<Study> {
  const folders = foldersIn(folder);
  const test = await startTestHost({ userFolder: folders.user }, folder);
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

async function addNotes(root: string, folder: string, { me, others }: Study): Promise<void> {
  const served = serveEarshot(join(root, 'dist', 'earshot.js'), foldersIn(folder));
  const page = clientAt(await served.address);
  for (const id of others) {
    const handle = page.documents.openDocument(interviewDocumentName(id));
    await untilLive(handle);
    handle.document.transact(() => {
      for (let note = 0; note < LARGE.notes; note += 1) writeNote(handle.document, `n${note}`, me);
    });
    await untilLive(handle, true);
    handle.release();
  }
  page.close();
  await served.kill();
}
