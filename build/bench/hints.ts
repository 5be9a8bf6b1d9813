// From a note that rests to its hint: by the encoder, beside the same notes by words alone. The page sees after 90 ms that
// typing rests, so that 60 of the 150 are the host's. Not on a large study: what grows is one product of vectors a quote.
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/engine-client.ts';
import { forkEngine } from '../../electron/engine/fork-engine.ts';
import type { HostOptions } from '../../electron/host/host-options.ts';
import { startTestHost } from '../../electron/host/testing/start-test-host.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const TIMES = 10;
const NOTES = [
  'Driver never waits while they check what came',
  'She hunts for what is left to pay to the suppliers',
  'Till and our figures disagree every week, and she has stopped asking why',
  'Two brothers and a carpet',
  'Recording is on, she agreed',
  'Wants to know what is missing before anybody signs for it',
];

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const enginePath = join(root, 'dist', 'engine-process.js');
  const byMeaning = await ask(join(folder, 'encoder'), {
    createEngine: (options) => createEngine({ ...options, spawn: () => forkEngine(enginePath) }),
  });
  const byWords = await ask(join(folder, 'words'), {});
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [ours, words] = [percentile(byMeaning.times, share), percentile(byWords.times, share)];
    yield {
      what: `a note rests → its hint, sample, ${name}`,
      earshot: milliseconds(ours),
      peer: `${milliseconds(words)} by words alone`,
      ratio: ours / words,
    };
  }
  yield { what: '  made ready when an interview is opened', earshot: milliseconds(byMeaning.readyMs) };
}

async function ask(folder: string, options: Partial<HostOptions>) {
  const test = await startTestHost(options, folder);
  await test.call('workspaces.openSample', {});
  const { id: interviewId } = await test.call('interviews.create', {
    participant: { pseudonym: 'Elm', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  const { ms: readyMs } = await timed(() => test.call('search.heard', { interviewId, text: '' }));
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    for (const text of NOTES)
      times.push((await timed(() => test.call('search.heard', { interviewId, text }))).ms);
  }
  await test.host.close();
  return { times, readyMs };
}
