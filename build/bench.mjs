// Measures how fast Earshot is: `npm run bench [-- ROW...]`. Each figure stands beside a peer or a physical limit that was
// measured in the same run, so that it means the same on every computer; nothing here passes or fails by the clock.
// `npm run bench -- large [--sizes N,N]` says how many interviews there are when one more comes in.
// `npm run bench -- kill [--kills N] [--seed N]` kills Earshot a thousand times and fails when a saved word is lost.
// `npm run bench -- kill-either [--kills N] [--seed N]` does the same to either of two computers that keep one workspace.
// `npm run bench -- power [--cuts N] [--seed N]` cuts the power of its disk, where that can be done.
// `npm run bench -- fuzz [--schedules N] [--seed N]` plays ten thousand schedules of people who work together while everything
// fails, and fails when a saved word is lost or two computers differ.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildApp } from './build.mjs';

const root = join(import.meta.dirname, '..');
/** Trials that pass or fail, each only when it is named. */
const TRIALS = {
  kill: (module, bench) => module.killMany(bench, Number(values.kills), Number(values.seed)),
  'kill-either': (module, bench) => module.killMany(bench, Number(values.kills), Number(values.seed)),
  power: (module, bench) => module.cutMany(bench, Number(values.cuts), Number(values.seed)),
  fuzz: (module) => module.fuzzMany(Number(values.schedules), Number(values.seed)),
};
/** In the order in which they run. */
const ROWS = ['saved', 'start', 'parse', 'read', 'typing', 'encode', 'needs', 'search', 'hints'];
/** Rows that take minutes, so only when they are named. */
const LONG_ROWS = ['large', 'latency', 'guest', 'network'];
const WIDTHS = [58, 22, 34];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '100' },
    sizes: { type: 'string', default: '200,500,1000' },
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const wanted = positionals.length > 0 ? positionals : ROWS;
const known = [...ROWS, ...LONG_ROWS, ...Object.keys(TRIALS)];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${known.join(', ')}.`);
  process.exit(2);
}

await buildApp();
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
try {
  if (wanted.some((name) => !Object.hasOwn(TRIALS, name)))
    print({ what: 'what', earshot: 'Earshot', peer: 'peer or limit', ratio: 'ratio' });
  for (const name of wanted) await run(name);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// A browser or an engine that was ended may still hold a handle.
process.exit();

async function run(name) {
  const { module } = await runnerImport(join(root, 'build', 'bench', `${name}.ts`), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const importFile = (url) => import(url);
  const sizes = values.sizes.split(',').map(Number);
  const bench = { root, folder: mkdtempSync(join(folder, `${name}-`)), importFile, sizes };
  try {
    if (Object.hasOwn(TRIALS, name)) {
      const isWhole = await TRIALS[name](module, bench);
      if (!isWhole) process.exitCode = 1;
    } else for await (const row of module.measure(bench)) print(row);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name} could not be measured:`, error);
  }
}

/** A row without figures is a sentence, such as why it was left out. */
function print({ what, earshot = '', peer = '', ratio = '' }) {
  const cells = [what, earshot, peer].map((text, i) => text.padEnd(WIDTHS[i]));
  console.log(`${cells.join(' ')} ${typeof ratio === 'number' ? ratio.toFixed(2) : ratio}`.trimEnd());
}
