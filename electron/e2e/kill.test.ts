// Earshot is killed at chance moments while people work with it through its web door. Not one word that was shown as
// saved may be missing afterwards, and nothing may be half there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type BuiltCli, buildCli } from '../cli/testing/run-cli.ts';
import { type KillOptions, killWhileWriting } from './testing/kill-while-writing.ts';

const SEED = 20_261_125;
/** `npm run bench -- kill` does five times as many, with seeds of its own. */
const KILLS = { writing: 10, importing: 30, compacting: 20 };

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());

async function options(kills: number, seed = SEED): Promise<KillOptions> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { programPath: cli.programPath, folder, kills, seed };
}

it(`loses no saved note in ${KILLS.writing} kills while two people type, and delivers the rest (seed ${SEED})`, async () => {
  const report = await killWhileWriting(await options(KILLS.writing));
  console.log(report);
  expect(report.lost).toEqual([]);
  expect(report.undelivered).toEqual([]);
  expect(report.complaints).toEqual([]);
  // The kills met what they were meant to meet.
  expect(report.saved).toBeGreaterThan(KILLS.writing * 2);
  expect(report.withUnsavedEdits).toBeGreaterThan(KILLS.writing / 5);
  expect(report.whileStarting).toBeGreaterThan(KILLS.writing / 20);
}, 180_000);
