// Ten thousand schedules of people who keep one workspace on computers of their own while everything fails. It prints what
// was done and every seed with a fault; such a seed becomes a test of its own in electron/e2e/replica-fuzz.test.ts.
import { playWorld } from '../../electron/e2e/testing/replica-fuzz.ts';

const SCHEDULES_A_WORLD = 10;
const AT_ONCE = 6;

/** False when a saved word was lost or two computers differ. */
export async function fuzzMany(schedules: number, seed: number): Promise<boolean> {
  const worlds = Math.ceil(schedules / SCHEDULES_A_WORLD);
  console.log(`${schedules} schedules among two to five people, seed ${seed}`);
  const total = { schedules: 0, typed: 0, saved: 0, crashes: 0 };
  const faults: string[] = [];
  let next = 0;
  async function playOn(): Promise<void> {
    while (next < worlds) {
      const world = seed + next;
      next += 1;
      const report = await playWorld(world, SCHEDULES_A_WORLD);
      for (const count of ['schedules', 'typed', 'saved', 'crashes'] as const) total[count] += report[count];
      faults.push(...report.faults);
      for (const fault of report.faults) console.log(fault);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, playOn));
  console.log(total);
  console.log(
    faults.length === 0
      ? `Nothing lost: ${total.saved} saved notes are on every computer.`
      : `${faults.length} faults.`,
  );
  return faults.length === 0;
}
