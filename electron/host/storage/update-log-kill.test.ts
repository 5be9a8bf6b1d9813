// A process that appends and compacts is killed at chance moments: every number it printed must be in the log.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleChild } from './testing/bundle-child.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openUpdateLog } from './update-log.ts';

const KILLS = 30;
const SEED = 20_261_125;
const LONGEST_LIFE_MS = 120;

let child: { readonly folder: string; readonly program: string };

beforeAll(async () => {
  child = await bundleChild(join(import.meta.dirname, 'testing', 'log-writer-child.ts'));
});

afterAll(() => rm(child.folder, { recursive: true, force: true }));

/** Runs the writer until it has acknowledged something and then for `lifeMs`, kills it, and answers what it printed. */
async function writeUntilKilled(file: string, first: number, lifeMs: number): Promise<number[]> {
  const writer = spawn(process.execPath, [child.program, file, `${first}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  writer.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const ended = new Promise((resolve) => writer.on('close', resolve));
  const started = new Promise((resolve) => {
    writer.stdout.on('data', (chunk) => {
      printed += chunk;
      resolve(undefined);
    });
  });
  await Promise.race([started, ended]);
  await wait(lifeMs); // the moment of the kill is what is tested, not a wait for something
  writer.kill('SIGKILL');
  await ended;
  expect(complaints).toBe('');
  const complete = printed.slice(0, printed.lastIndexOf('\n') + 1);
  return complete.split('\n').filter(Boolean).map(Number);
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('an update log whose process is killed', () => {
  it(`has every acknowledged record after ${KILLS} kills`, async () => {
    const file = join(await temporaryFolder(), 'x.ylog');
    const next = chance(SEED);
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const printed = await writeUntilKilled(
        file,
        (acknowledged.at(-1) ?? -1) + 100,
        next() * LONGEST_LIFE_MS,
      );
      acknowledged.push(...printed.sort((one, other) => one - other));
      const { log, records } = await openUpdateLog(file);
      await log.close();
      const lines = Buffer.concat(records).toString('utf8').split('\n');
      const present = new Set(lines.map((line) => Number.parseInt(line, 10)));
      expect(acknowledged.filter((number) => !present.has(number))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 5);
  }, 60_000);
});
