// Earshot is killed at chance moments while people work with it through its web door. Not one word that was shown as
// saved may be missing afterwards, and nothing may be half there. A seed that ever fails becomes a test of its own here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import { type BuiltCli, buildCli } from '../cli/testing/run-cli.ts';
import { killWhileCompacting } from './testing/kill-while-compacting.ts';
import { killWhileImporting } from './testing/kill-while-importing.ts';
import { type KillOptions, killWhileWriting } from './testing/kill-while-writing.ts';

const SEED = 20_261_125;
/** 200 together. `npm run bench -- kill` does five times as many, with seeds of its own. */
const KILLS = { writing: 150, importing: 30, compacting: 20 };
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 400_000;

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());

async function options(test: TestContext, kills: number, seed: number): Promise<KillOptions> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
  test.onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { programPath: cli.programPath, folder, kills, seed };
}

// Side by side, since each waits most of the time for a process to start.
const half = KILLS.writing / 2;
for (const seed of [SEED, SEED + 1]) {
  it.concurrent(
    `loses no saved note in ${half} kills while two people type, and delivers the rest (seed ${seed})`,
    async (test) => {
      const report = await killWhileWriting(await options(test, half, seed));
      expect(report.lost).toEqual([]);
      expect(report.undelivered).toEqual([]);
      expect(report.complaints).toEqual([]);
      // The kills met what they were meant to meet.
      expect(report.saved).toBeGreaterThan(half * 2);
      expect(report.withUnsavedEdits).toBeGreaterThan(half / 5);
      expect(report.whileStarting).toBeGreaterThan(half / 20);
    },
    LIMIT_MS,
  );
}

it.concurrent(
  `imports a transcript wholly or not at all in ${KILLS.importing} kills (seed ${SEED})`,
  async (test) => {
    const report = await killWhileImporting(await options(test, KILLS.importing, SEED));
    expect(report.faults).toEqual([]);
    expect(report.complaints).toEqual([]);
    expect(report.answered).toBeGreaterThan(0);
    expect(report.answered).toBeLessThan(KILLS.importing);
  },
  LIMIT_MS,
);

it.concurrent(
  `loses no note in ${KILLS.compacting} kills while a long log is folded (seed ${SEED})`,
  async (test) => {
    const report = await killWhileCompacting(await options(test, KILLS.compacting, SEED));
    expect(report.lost).toEqual([]);
    expect(report.complaints).toEqual([]);
    expect(report.folded).toBeGreaterThan(0);
    expect(report.halfWritten).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
