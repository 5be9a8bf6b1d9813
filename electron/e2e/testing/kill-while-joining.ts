// Somebody joins a workspace, and either computer is killed before everything has come. Then they join again by the same
// invite: everything is there, once, and nothing that the first attempt left stands in the way.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { interviewDocumentName, readInterview } from '../../../shared/interviews/interview-document.ts';
import { chance } from './chance.ts';
import type { KillOptions } from './kill-while-writing.ts';
import { freePort, KillableHost } from './killable-host.ts';
import { missingWords, NoteWriter, untilLive } from './note-writer.ts';
import { clientAt, type DoorAddress } from './served-earshot.ts';

export interface JoiningReport {
  /** Of the host that was joined, and of the one that joined. */
  readonly kills: readonly [number, number];
  /** Kills that came before the joining was answered. */
  readonly beforeAnswer: number;
  /** Kills after which a workspace was there already, and not everything in it. */
  readonly halfThere: number;
  /** What was not there after joining again, or was there twice: kill and what. */
  readonly faults: readonly string[];
}

const INTERVIEWS = 4;
const NOTES = 80;
const LIMIT_MS = 60_000;

type Words = ReadonlyMap<string, NoteWriter>;

export async function killWhileJoining({
  programPath,
  folder,
  kills,
  seed,
}: KillOptions): Promise<JoiningReport> {
  const next = chance(seed);
  const ines = new KillableHost(programPath, join(folder, 'ines'), await freePort(), null);
  const killed: [number, number] = [0, 0];
  const faults: string[] = [];
  let beforeAnswer = 0;
  let halfThere = 0;
  let tomas: KillableHost | null = null;
  try {
    await ines.start();
    const words = await makeWorkspace(ines.address, next);
    // The first is left alone, so that it is known how long joining takes.
    let joinMs = 0;
    for (let kill = 0; kill <= kills; kill += 1) {
      const place = join(folder, `tomas-${kill}`);
      await mkdir(place);
      tomas = new KillableHost(programPath, place, await freePort(), ines.address);
      await tomas.start();
      const startedAt = performance.now();
      if (kill === 0) {
        await joinAt(tomas.address);
        faults.push(...(await missingAt(tomas, words)).map((what) => `undisturbed: ${what}`));
        joinMs = performance.now() - startedAt;
      } else {
        const which = next() < 0.5 ? 0 : 1;
        killed[which] += 1;
        let isAnswered = false;
        const joining = joinAt(tomas.address).then(
          () => {
            isAnswered = true;
          },
          () => undefined, // its end is what is tested
        );
        // Waiting here is no waiting for something: the moment of the kill is what is tested.
        await wait(next() * joinMs);
        if (!isAnswered) beforeAnswer += 1;
        const victim = which === 0 ? ines : tomas;
        await victim.kill();
        const begun = (await workspacesOf(place)).length > 0;
        await victim.start();
        if (which === 0) await joining;
        if (begun && !isAnswered) halfThere += 1;
        await joinAt(tomas.address);
        faults.push(...(await missingAt(tomas, words)).map((what) => `kill ${kill}: ${what}`));
        const made = await workspacesOf(place);
        if (made.length !== 1) faults.push(`kill ${kill}: ${made.length} workspaces`);
      }
      await tomas.kill();
    }
    return { kills: killed, beforeAnswer, halfThere, faults };
  } finally {
    await tomas?.kill();
    await ines.kill();
  }
}

/** Answers who wrote what, by the name of the interview's document. */
async function makeWorkspace(address: DoorAddress, next: () => number): Promise<Words> {
  const { client, documents, close } = clientAt(address);
  await client.call('session.setMe', { name: 'Ines', role: 'pm' });
  await client.call('workspaces.create', { name: 'Study', folder: null });
  const { me } = await client.call('session.state', {});
  const words = new Map<string, NoteWriter>();
  while (words.size < INTERVIEWS) {
    const { id } = await client.call('interviews.create', {
      participant: { pseudonym: `P${words.size}`, description: '', realName: '' },
      plannedAt: null,
      guide: '',
    });
    const name = interviewDocumentName(id);
    const handle = documents.openDocument(name);
    await untilLive(handle);
    const writer = new NoteWriter(handle, me.id, next);
    while (writer.typed.size < NOTES) writer.type();
    await untilLive(handle, true);
    words.set(name, writer);
  }
  close();
  return words;
}

async function joinAt(address: DoorAddress): Promise<void> {
  const { client, close } = clientAt(address);
  try {
    await client.call('peers.join', {
      link: 'earshot://join/#secret',
      name: 'Tomas',
      role: 'engineer',
      folder: null,
    });
  } finally {
    close();
  }
}

/** What is not there after a while. */
async function missingAt({ address }: KillableHost, words: Words): Promise<string[]> {
  const { client, documents, close } = clientAt(address);
  const endAt = performance.now() + LIMIT_MS;
  try {
    for (;;) {
      const missing: string[] = [];
      const here = new Set(
        (await client.call('interviews.list', {})).map(({ id }) => interviewDocumentName(id)),
      );
      for (const [name, { typed }] of words) {
        if (!here.has(name)) {
          missing.push(name);
          continue;
        }
        const handle = documents.openDocument(name);
        await untilLive(handle);
        missing.push(...missingWords(typed, handle.document));
        if (readInterview(handle.document).notes.length > typed.size)
          missing.push(`${name}: more than there were`);
        handle.release();
      }
      if (missing.length === 0 || performance.now() > endAt) return missing;
      await wait(30);
    }
  } finally {
    close();
  }
}

async function workspacesOf(place: string): Promise<string[]> {
  const folders = await readdir(join(place, 'workspaces')).catch(() => []);
  const made = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(place, 'workspaces', folder))).includes('earshot.json'),
    ),
  );
  return folders.filter((_folder, index) => made[index]);
}
