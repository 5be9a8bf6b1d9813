// A thousand kills of either of two computers that keep one workspace, while people type at both.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { killEitherSide } from '../../electron/e2e/testing/kill-either-side.ts';
import { bundleChild } from '../../electron/host/storage/testing/bundle-child.ts';
import type { Bench } from './row.ts';

/** False when a saved note was lost, or one did not reach both computers. */
export async function killMany({ root, folder }: Bench, kills: number, seed: number): Promise<boolean> {
  console.log(`${kills} kills of either of two computers, seed ${seed}`);
  const child = await bundleChild(join(root, 'electron', 'e2e', 'testing', 'replica-child.ts'));
  try {
    // Two at a time, since each waits most of the time for a process to start.
    const reports = await Promise.all(
      [0, 1].map((lane) => {
        const place = join(folder, String(lane));
        mkdirSync(place);
        const own = lane === 0 ? Math.ceil(kills / 2) : Math.floor(kills / 2);
        return killEitherSide({ programPath: child.program, folder: place, kills: own, seed: seed + lane });
      }),
    );
    for (const report of reports) console.log(report);
    const faults = reports.flatMap(({ lost, undelivered }) => [...lost, ...undelivered]);
    console.log(faults.length === 0 ? 'Nothing lost.' : `${faults.length} faults.`);
    return faults.length === 0;
  } finally {
    rmSync(child.folder, { recursive: true, force: true });
  }
}
