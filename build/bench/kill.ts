// A thousand kills through the web door, with a seed of its own for every run. It prints what it did and what was lost.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { killWhileCompacting } from '../../electron/e2e/testing/kill-while-compacting.ts';
import { killWhileImporting } from '../../electron/e2e/testing/kill-while-importing.ts';
import { killWhileWriting } from '../../electron/e2e/testing/kill-while-writing.ts';
import type { Bench } from './row.ts';

const SHARES = { importing: 0.15, compacting: 0.1 };

/** False when a saved word was lost, something is there by halves, or a process ended by itself. */
export async function killMany({ root, folder }: Bench, kills: number, seed: number): Promise<boolean> {
  const importing = Math.round(kills * SHARES.importing);
  const compacting = Math.round(kills * SHARES.compacting);
  const writing = kills - importing - compacting;
  console.log(
    `${kills} kills, seed ${seed}: ${writing} while writing, ${importing} importing, ${compacting} compacting`,
  );
  const options = (name: string, count: number, offset: number) => {
    const place = join(folder, name);
    mkdirSync(place);
    return {
      programPath: join(root, 'dist', 'earshot.js'),
      folder: place,
      kills: count,
      seed: seed + offset,
    };
  };
  const half = Math.floor(writing / 2);
  // Two at a time, since each waits most of the time for a process to start.
  const [one, two, [imports, folds]] = await Promise.all([
    killWhileWriting(options('one', half, 0)),
    killWhileWriting(options('two', writing - half, 1)),
    inTurn(
      () => killWhileImporting(options('imports', importing, 2)),
      () => killWhileCompacting(options('folds', compacting, 3)),
    ),
  ]);
  for (const report of [one, two, imports, folds]) console.log(report);
  const faults = [
    ...one.lost,
    ...two.lost,
    ...one.undelivered,
    ...two.undelivered,
    ...imports.faults,
    ...folds.lost,
    ...[one, two, imports, folds].flatMap(({ complaints }) => complaints),
  ];
  console.log(
    faults.length === 0
      ? `Nothing lost: ${one.saved + two.saved} saved notes and ${imports.answered} answered imports are there.`
      : `${faults.length} faults. Run it again with --seed ${seed}, and give the seed a test of its own.`,
  );
  return faults.length === 0;
}

async function inTurn<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  return [await first(), await second()];
}
