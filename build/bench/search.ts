// Search over 300 interviews: an answer beside a plain scan of the same words in memory, and what keeping the index spares.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TestHost } from '../../electron/host/testing/start-test-host.ts';
import { openLargeStudy } from './large-study.ts';
import { type Bench, milliseconds, percentile, type Row, timed } from './row.ts';

const INTERVIEWS = 300;
const QUERIES = [
  'monday',
  'deliv',
  'delviery',
  'report numbers',
  's',
  'time',
  'word12',
  'price list monday',
  'qzxv',
];

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const { test: first, addOne, made } = await openLargeStudy(root, folder, INTERVIEWS);
  const texts = made.flatMap(({ turns }) => turns.map((turn) => turn.text.toLowerCase()));
  const before = heapInUse();
  const { ms: madeMs } = await timed(() => ready(first));
  const memory = heapInUse() - before;
  const times = await ask(first);
  const scans: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    for (const query of QUERIES) {
      const words = query.split(' ');
      scans.push(
        (await timed(() => texts.filter((text) => words.every((word) => text.includes(word))).length)).ms,
      );
    }
  }
  const typical = percentile(times, 0.95);
  const scan = percentile(scans, 0.95);
  yield {
    what: `search over ${INTERVIEWS} interviews (${texts.length.toLocaleString('en')} turns), 95 of 100 within`,
    earshot: milliseconds(typical),
    peer: `${milliseconds(scan)} a plain scan, exact words`,
    ratio: typical / scan,
  };
  yield { what: `  the slowest of ${times.length}`, earshot: milliseconds(Math.max(...times)) };
  yield { what: '  memory that the index takes', earshot: `${Math.round(memory / 2 ** 20)} MB` };
  await addOne();
  yield { what: '  one more interview came in', earshot: milliseconds((await timed(() => ready(first))).ms) };
  const parts = join(folder, 'workspaces', 'Large', 'derived', 'search');
  await kept(parts);
  yield { what: '  kept on the disk', earshot: `${Math.round((await sizeOf(parts)) / 2 ** 20)} MB` };
  const again = await first.restart();
  const { ms: readMs } = await timed(() => ready(again));
  yield {
    what: '  ready after a start, index kept',
    earshot: milliseconds(readMs),
    peer: `${milliseconds(madeMs)} to make it anew`,
    ratio: readMs / madeMs,
  };
  await again.host.close();
}

/** Asks until everything is searched. */
async function ready(test: TestHost): Promise<void> {
  while (
    (await test.call('search.query', { text: 'monday', kinds: ['said', 'notes'], limit: 5 })).building !==
    null
  ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** After everything that is not needed any more was let go of. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

async function ask(test: TestHost): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    for (const text of QUERIES) {
      times.push((await timed(() => test.call('search.query', { text, limit: 5 }))).ms);
    }
  }
  return times;
}

async function kept(folder: string): Promise<void> {
  let before = -1;
  for (;;) {
    const size = await sizeOf(folder);
    if (size > 0 && size === before) return;
    before = size;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.endsWith('.tmp'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
