// Several people keep one workspace on computers of their own, and anything may happen to any of them. Afterwards all of
// them have the same, and every word that a window called saved is there.
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName, readInterview } from '../../../shared/interviews/interview-document.ts';
import { chance as chanceOf } from './chance.ts';
import { type FuzzPerson, startPerson } from './fuzz-person.ts';
import { missingWords } from './note-writer.ts';

const STEPS = 12;
const HEAL_MS = 30_000;
const DAY_MS = 86_400_000;

export interface WorldReport {
  readonly schedules: number;
  readonly typed: number;
  readonly saved: number;
  readonly crashes: number;
  /** What was lost or differs, by schedule; empty when nothing did. */
  readonly faults: readonly string[];
}

/** Plays `schedules` of this seed, one after the other, among the same two to five people. */
export async function playWorld(seed: number, schedules: number): Promise<WorldReport> {
  const chance = chanceOf(seed);
  const people = await gather(2 + (seed % 4), chance);
  const faults: string[] = [];
  let crashes = 0;
  let typed = 0;
  let saved = 0;
  try {
    for (let schedule = 0; schedule < schedules; schedule += 1) {
      const interview = await newInterview(people);
      const document = interviewDocumentName(interview);
      for (const person of people) await openWindow(person, document);
      await until(
        () => people.every(isLive),
        () => 'the interview is not on every screen',
      );
      crashes += await play(people, document, chance);
      for (const fault of await heal(people, document))
        faults.push(`seed ${seed}, schedule ${schedule}: ${fault}`);
      for (const person of people) {
        typed += sum(person, (writer) => writer.typed.size);
        saved += sum(person, (writer) => writer.saved.size);
        person.closeWindow();
        person.forget();
      }
      if (faults.length > 0) break;
    }
  } finally {
    for (const person of [...people].reverse()) await person.close();
  }
  return { schedules, typed, saved, crashes, faults };
}

async function gather(count: number, chance: () => number): Promise<FuzzPerson[]> {
  const people: FuzzPerson[] = [];
  for (let index = 0; index < count; index += 1) {
    // Mostly whoever made the workspace, sometimes one who joined themselves.
    const joins = people[Math.floor(chance() ** 3 * people.length)] ?? null;
    const skewMs = index === 0 ? 0 : (chance() - 0.5) * 4 * DAY_MS;
    people.push(await startPerson({ name: `Person ${index}`, joins, chance, skewMs }));
  }
  return people;
}

async function newInterview(people: readonly FuzzPerson[]): Promise<InterviewId> {
  const test = people[0]?.test();
  if (!test) throw new Error('nobody is here to make an interview');
  const { id } = await test.call('interviews.create', {
    participant: { pseudonym: 'Rowan', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  return id;
}

async function openWindow(person: FuzzPerson, document: string): Promise<void> {
  const state = await person.test()?.call('session.state', {});
  if (state) person.openWindow(document, state.me.id);
}

/** What happens in one schedule; answers how many computers stopped at once. */
async function play(people: readonly FuzzPerson[], document: string, chance: () => number): Promise<number> {
  let crashes = 0;
  const underWay: Promise<unknown>[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const person = people[Math.floor(chance() * people.length)];
    if (!person) continue;
    const what = chance();
    if (what < 0.6) type(person, chance);
    else if (what < 0.68) person.wire?.cut();
    else if (what < 0.76) person.wire?.setPlugged(chance() < 0.5);
    else if (what < 0.82) person.disk.set(chance() < 0.5 ? 'full' : 'works');
    else if (what < 0.86) person.closeWindow();
    else if (what < 0.92) await openWindow(person, document);
    else if (what < 0.96 && person.test()) {
      crashes += 1;
      // Whoever typed may be gone with the computer: what their window remembers must not hide a loss.
      if (chance() < 0.5) person.closeWindow();
      underWay.push(person.crash());
    }
    await wait(chance() ** 2 * 8);
  }
  await Promise.all(underWay);
  return crashes;
}

function type(person: FuzzPerson, chance: () => number): void {
  const page = person.window();
  if (!page || page.handle.state.kind === 'loading' || page.handle.state.kind === 'refused') return;
  for (let edits = 1 + chance() * 3; edits > 0; edits -= 1) page.writer.type();
}

/** Puts everything right, waits until nothing changes any more, and answers what is not as it must be. */
async function heal(people: readonly FuzzPerson[], document: string): Promise<string[]> {
  for (const person of people) {
    person.disk.set('works');
    person.wire?.setPlugged(true);
    await openWindow(person, document);
    person.window()?.transport.tryNow();
  }
  const isInStep = async () => {
    for (const person of people) await person.test()?.call('peers.retry', {});
    return people.every(isLive) && readTheSame(people) && (await haveTheSame(people));
  };
  try {
    await until(isInStep, () => `not in step: ${people.map(describe).join(', ')}`);
  } catch (error) {
    return [String(error)];
  }
  const faults: string[] = [];
  for (const [index, person] of people.entries()) {
    const own = person.window()?.handle.document;
    if (!own) faults.push(`person ${index} has no window`);
    if (!own) continue;
    for (const [whose, { writers }] of people.entries())
      for (const id of writers.flatMap((writer) => missingWords(writer.saved, own)))
        faults.push(`person ${index} lacks note ${id} of person ${whose}, which was saved`);
  }
  return faults;
}

function isLive(person: FuzzPerson): boolean {
  const state = person.window()?.handle.state;
  return state?.kind === 'live' && state.unsavedEdits === 0;
}

/** Whether all computers hold the same edits of all documents. */
async function haveTheSame(people: readonly FuzzPerson[]): Promise<boolean> {
  const lists = await Promise.all(people.map((person) => person.test()?.call('replicas.list', {})));
  return lists.every((list) => isDeepStrictEqual(sorted(list), sorted(lists[0])));
}

function sorted(
  list: { readonly documents: readonly { readonly name: string; readonly digest: string }[] } | undefined,
) {
  return list?.documents.map(({ name, digest }) => `${name} ${digest}`).sort();
}

/** Whether all windows show the same notes: what reached a computer is on its way to them. */
function readTheSame(people: readonly FuzzPerson[]): boolean {
  const [first, ...others] = people.map((person) => {
    const document = person.window()?.handle.document;
    return document && readInterview(document).notes;
  });
  return others.every((other) => isDeepStrictEqual(other, first));
}

function describe(person: FuzzPerson): string {
  return JSON.stringify(person.window()?.handle.state ?? null);
}

function sum(person: FuzzPerson, of: (writer: FuzzPerson['writers'][number]) => number): number {
  return person.writers.reduce((total, writer) => total + of(writer), 0);
}

/** Rejects with what `otherwise` says when it takes too long. */
async function until(isSo: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
  const endAt = performance.now() + HEAL_MS;
  while (!(await isSo())) {
    if (performance.now() > endAt) throw new Error(otherwise());
    await wait(30);
  }
}
