// Measures how well needs are found: `npm run quality [-- FOLDER...] [--out FILE] [--fresh]`.
// A folder holds transcripts and a gold.json (see build/quality/score-needs.mjs). Without folders the two development
// suites are measured, where they are present. Two baselines stand beside the means: words alone (TF-IDF of exchanges,
// average link) and the same pipeline on vectors of bare statements. --out writes the full run's needs of the last folder; --fresh keeps no
// vectors from earlier runs.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '..');
const MODEL = join(root, 'models', 'earshot-exchange-v1');
const CACHE = join(root, 'node_modules', '.cache', 'earshot-quality');
/** What a change must not fall below, as a mean over the subsets: about .02 under what was measured last. */
const FLOORS = {
  interviews: {
    need_f1: 0.64,
    evidence_f1: 0.47,
    request_linked: 0.55,
    label_hit_rate: 0.6,
    speaker_accuracy: 1,
  },
  'interviews-plain': {
    need_f1: 0.6,
    evidence_f1: 0.38,
    request_linked: 0.45,
    label_hit_rate: 0.8,
    speaker_accuracy: 1,
  },
};
const CEILINGS = {
  interviews: { participant_count_error: 1, one_offs_grouped: 0.25 },
  'interviews-plain': { participant_count_error: 0.85, one_offs_grouped: 0.25 },
};
const ROWS = [
  'need_recall',
  'need_precision',
  'need_f1',
  'evidence_precision',
  'evidence_recall',
  'evidence_f1',
  'participant_count_error',
  'request_linked',
  'one_offs_grouped',
  'label_hit_rate',
  'speaker_accuracy',
  'noise_groups',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    model: { type: 'string', default: MODEL },
  },
});
const wanted =
  positionals.length > 0
    ? positionals.map((folder) => resolve(folder))
    : Object.keys(FLOORS).map((name) => join(root, '..', 'shared', 'data', name));
const suites = wanted.filter((folder) => existsSync(join(folder, 'gold.json')));
for (const folder of wanted) {
  if (!suites.includes(folder)) console.log(`No gold.json in ${folder}: skipped.`);
}

if (suites.length === 0) {
  console.log(
    'Nothing was measured: no folder with transcripts and a gold.json was found. Give one: npm run quality -- FOLDER.',
  );
  if (positionals.length > 0) process.exitCode = 1;
} else {
  const { module } = await runnerImport(join(root, 'build', 'quality', 'measure-suite.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  const laboratory = await module.openLaboratory(values.model, values.fresh ? null : CACHE);
  for (const folder of suites) {
    const figures = await laboratory.measure(folder);
    print(figures);
    if (values.out) writeFileSync(values.out, JSON.stringify(figures.prediction, null, 1));
  }
  await laboratory.close();
}

function print({ folder, interviews, subsets, means, baselines, deviation, fullRun, seconds }) {
  const name = folder.split(/[\\/]/).at(-1);
  console.log(`\n${name}: ${interviews} interviews, means over ${subsets} subsets`);
  console.log(
    `${'metric'.padEnd(26)}${'mean'.padStart(8)}${'full run'.padStart(10)}${'TF-IDF'.padStart(9)}${'statements'.padStart(12)}   wanted`,
  );
  for (const row of ROWS) {
    const floor = FLOORS[name]?.[row];
    const ceiling = CEILINGS[name]?.[row];
    const mean = means[row] ?? Number.NaN;
    const isMissed = mean < (floor ?? -Infinity) - 1e-9 || mean > (ceiling ?? Infinity) + 1e-9;
    const limit =
      floor !== undefined ? `at least ${floor}` : ceiling !== undefined ? `at most ${ceiling}` : '';
    console.log(
      `${row.padEnd(26)}${show(mean)}${show(fullRun[row]).padStart(10)}${show(baselines.tfidf[row]).padStart(9)}${show(baselines.statements[row]).padStart(12)}   ${limit}${isMissed ? '  MISSED' : ''}`,
    );
    if (isMissed) process.exitCode = 1;
  }
  console.log(`need_f1 deviates by ${deviation.toFixed(3)} between subsets.`);
  console.log(
    `Seconds: encoding ${seconds.encode.toFixed(1)}, one full run after it ${seconds.fullRun.toFixed(1)}, all subsets ${seconds.subsets.toFixed(1)}.`,
  );
}

function show(value) {
  return (value === undefined || Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(8);
}
