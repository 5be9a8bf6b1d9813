// A thousand interviews on two cores: what one more costs as the study grows, what grouping takes, what a hint and the
// synthesis view take. Vectors come from a stand-in that counts words: the real encoder needs half an hour for a thousand
// interviews, once for each, and is measured by the row `needs`. Work is told as processor time of this process, so that
// other work on the computer does not count.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Engine } from '../../electron/engine/engine-client.ts';
import { readModelFolder } from '../../electron/engine/model-folder.ts';
import { runExtraction } from '../../electron/engine/run-extraction.ts';
import { createStudyReader } from '../../electron/engine/study-reader.ts';
import { startTestHost, type TestHost } from '../../electron/host/testing/start-test-host.ts';
import { viewFrames } from './large-frames.ts';
import { storeNeeds } from './large-needs.ts';
import { type MadeInterview, openLargeStudy } from './large-study.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';
import { wordEncoder } from './word-encoder.ts';

const NEEDS = 200;

export async function* measure({ root, folder, sizes }: Bench): AsyncGenerator<Row> {
  const engine = await standInEngine(root);
  const study = await openLargeStudy(root, folder, 0, 1, { createEngine: () => engine });
  let first: number | null = null;
  for (const size of sizes) {
    while (study.made.length < size - 1) await study.addOne();
    await extract(study.test);
    const cameIn = await work(study.addOne);
    const run = await work(() => extract(study.test));
    const view = await work(() => study.test.call('needs.list', {}));
    const total = cameIn + run + view;
    first ??= total;
    yield {
      what: `one more interview at ${size.toLocaleString('en')}: in, grouped, counted`,
      earshot: `${(total / 1_000).toFixed(1)} s of a processor`,
      peer: `of it grouping ${(run / 1_000).toFixed(1)} s; 1.00 is constant`,
      ratio: total / first,
    };
  }
  yield {
    what: '  memory of host and engine together',
    earshot: `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    peer: '2,048 MB allowed',
    ratio: process.memoryUsage().rss / 2 ** 31,
  };
  await study.test.host.close();
  const workspace = join(folder, 'workspaces', 'Large');
  await storeNeeds(workspace, study.made, NEEDS);
  yield* hints(folder, study.made);
  yield* viewFrames(root, workspace, join(folder, 'user'));
}

/** Milliseconds of a processor that this process used. */
async function work(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Runs the extraction until it has ended. */
async function extract(test: TestHost): Promise<void> {
  const from = test.events.length;
  await test.call('extraction.start', {});
  for (;;) {
    const told = test.events
      .slice(from)
      .flatMap(({ event, payload }) =>
        event === 'extraction.changed' ? (ExtractionEnd.safeParse(payload).data?.kind ?? []) : [],
      );
    const end = told.at(-1);
    if (end === 'idle') return;
    if (end !== undefined) throw new Error(`the extraction ended as ${end}`);
    await test.nextEvent();
  }
}

const ExtractionEnd = z.object({ kind: z.enum(['idle', 'failed', 'stopped']) });

/** The engine's own work in this process, with vectors that cost next to nothing. */
async function standInEngine(root: string): Promise<Engine> {
  const model = await readModelFolder(join(root, 'models', 'earshot-exchange-v1'));
  const encoder = wordEncoder();
  const reader = createStudyReader();
  return {
    embed: (_, texts) => encoder.embed(texts),
    close: () => undefined,
    async extract({ interviews, minPeople, cacheFolder }, { signal } = {}) {
      await setImmediate();
      const job = {
        kind: 'extract' as const,
        jobId: 'bench',
        modelFolder: model.folder,
        cacheFolder,
        interviews,
        options: { minPeople },
      };
      const stop = signal ?? new AbortController().signal;
      return runExtraction(job, model, encoder, stop, () => undefined, reader);
    },
  };
}

/** How long it takes to say that others said something like a note. */
async function* hints(folder: string, made: readonly MadeInterview[]): AsyncGenerator<Row> {
  const test = await startTestHost({}, folder);
  const interviewId = made[0]?.id;
  if (interviewId === undefined) return;
  await test.call('needs.list', {});
  const notes = made.slice(1, 61).flatMap(({ turns }) => turns[1]?.text.slice(0, 200) ?? []);
  const times: number[] = [];
  for (const text of notes)
    times.push((await timed(() => test.call('search.heard', { interviewId, text }))).ms);
  await test.host.close();
  const late = percentile(times.slice(1), 0.95);
  yield {
    what: `hint while a note is typed, ${NEEDS} needs, 95 of 100 within`,
    earshot: milliseconds(late),
    peer: '150 ms allowed',
    ratio: late / 150,
  };
}
