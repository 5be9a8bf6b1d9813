// Either of two computers is killed in the middle of the first meeting. A seed that ever fails becomes a test of its own here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../host/storage/testing/bundle-child.ts';
import { killWhileJoining } from './testing/kill-while-joining.ts';

const SEED = 20_261_125;
const KILLS = 6;
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 400_000;

let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  child = await bundleChild(join(import.meta.dirname, 'testing', 'replica-child.ts'));
}, 60_000);
afterAll(() => rm(child.folder, { recursive: true, force: true }));

it(
  `joins wholly at the second attempt after each of ${KILLS} kills in the middle of the first (seed ${SEED})`,
  async ({ onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-joining-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    const report = await killWhileJoining({ programPath: child.program, folder, kills: KILLS, seed: SEED });
    expect(report.faults).toEqual([]);
    // The kills met what they were meant to meet.
    expect(Math.min(...report.kills)).toBeGreaterThan(0);
    expect(report.beforeAnswer).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
