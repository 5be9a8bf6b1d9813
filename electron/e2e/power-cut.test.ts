// The power of a computer is cut at chance moments while people type: what the kernel had not written is gone, and what was
// called saved is not. A seed that ever fails becomes a test of its own here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from '../cli/testing/run-cli.ts';
import { cutWhileWriting } from './testing/cut-while-writing.ts';
import { whyNoCuttableDisk } from './testing/cuttable-disk.ts';

const SEED = 20_261_125;
const CUTS = 5;
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 300_000;
const reason = whyNoCuttableDisk();

describe.skipIf(reason !== '')(`a cut of power${reason && ` (left out: ${reason})`}`, () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildCli();
  }, 60_000);
  afterAll(() => cli.remove());

  it(
    `loses no saved note in ${CUTS} cuts while two people type, and delivers the rest (seed ${SEED})`,
    async ({ onTestFinished }) => {
      const folder = await mkdtemp(join(tmpdir(), 'earshot-power-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const report = await cutWhileWriting({
        programPath: cli.programPath,
        folder,
        cuts: CUTS,
        seed: SEED,
      });
      expect(report.lost).toEqual([]);
      expect(report.undelivered).toEqual([]);
      expect(report.complaints).toEqual([]);
      expect(report.saved).toBeGreaterThan(CUTS);
      // The cuts were ones: without syncing, words would be gone.
      expect(report.tookUnsynced).toBe(CUTS);
    },
    LIMIT_MS,
  );
});
