// Either of two computers that keep one workspace is killed at chance moments while people type at both. A seed that ever
// fails becomes a test of its own here; `npm run bench -- kill-either` kills ten times as often.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../host/storage/testing/bundle-child.ts';
import { killEitherSide } from './testing/kill-either-side.ts';

const SEED = 20_261_125;
const KILLS = 50;
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 400_000;

let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  child = await bundleChild(join(import.meta.dirname, 'testing', 'replica-child.ts'));
}, 60_000);
afterAll(() => rm(child.folder, { recursive: true, force: true }));

// Side by side, since each waits most of the time for a process to start.
for (const seed of [SEED, SEED + 1])
  it.concurrent(
    `loses no saved note in ${KILLS} kills of either side, and delivers the rest to both (seed ${seed})`,
    async ({ onTestFinished }) => {
      const folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const report = await killEitherSide({ programPath: child.program, folder, kills: KILLS, seed });
      expect(report.lost).toEqual([]);
      expect(report.undelivered).toEqual([]);
      // The kills met what they were meant to meet.
      expect(report.saved).toBeGreaterThan(KILLS);
      expect(Math.min(...report.kills)).toBeGreaterThan(KILLS / 5);
    },
    LIMIT_MS,
  );
