// A hundred cuts of power while two people type, on a file system in an image of its own.

import { buildCli } from '../../electron/cli/testing/run-cli.ts';
import { cutWhileWriting } from '../../electron/e2e/testing/cut-while-writing.ts';
import { whyNoCuttableDisk } from '../../electron/e2e/testing/cuttable-disk.ts';
import type { Bench } from './row.ts';

/** False when a saved note was lost, or one was not there in the end. True where power cannot be cut, which it says. */
export async function cutMany({ folder }: Bench, cuts: number, seed: number): Promise<boolean> {
  const reason = whyNoCuttableDisk();
  if (reason !== '') {
    console.log(`(power: left out, ${reason})`);
    return true;
  }
  console.log(`${cuts} cuts of power, seed ${seed}`);
  const cli = await buildCli();
  try {
    const report = await cutWhileWriting({ programPath: cli.programPath, folder, cuts, seed });
    console.log(report);
    const faults = [...report.lost, ...report.undelivered, ...report.complaints];
    console.log(faults.length === 0 ? 'Nothing lost.' : `${faults.length} faults.`);
    return faults.length === 0;
  } finally {
    await cli.remove();
  }
}
