// Two hundred schedules of people who work apart and together while everything fails; `npm run bench -- fuzz` plays ten
// thousand. A seed that ever fails becomes a test of its own here.
import { expect, it } from 'vitest';
import { playWorld } from './testing/replica-fuzz.ts';

const SEED = 20_261_125;
const WORLDS = 20;
const SCHEDULES = 10;
/** For a computer that is busy with other things as well. */
const LIMIT_MS = 600_000;
/** Each world waits most of the time. */
const AT_ONCE = 5;

for (let lane = 0; lane < AT_ONCE; lane += 1)
  it.concurrent(
    `loses no saved word, and all have the same afterwards, in ${(WORLDS / AT_ONCE) * SCHEDULES} schedules (lane ${lane})`,
    async () => {
      for (let world = lane; world < WORLDS; world += AT_ONCE) {
        const report = await playWorld(SEED + world, SCHEDULES);
        expect(report.faults).toEqual([]);
        expect(report.saved).toBeGreaterThan(0);
      }
    },
    LIMIT_MS,
  );
