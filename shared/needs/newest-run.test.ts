import { describe, expect, it } from 'vitest';
import { PersonId } from '../ids.ts';
import { newestRuns } from './newest-run.ts';

const run = (at: string, hash: string) => ({ at, hash: hash.repeat(64), by: PersonId.parse(`p-${hash}`) });

describe('the run that holds', () => {
  it('is the latest, whichever computer it was made on and whatever order they arrive in', () => {
    const early = run('2026-11-25T10:00:00.000Z', 'f');
    const late = run('2026-11-25T11:00:00.000Z', 'a');
    expect(newestRuns([early, late])).toEqual([late, early]);
    expect(newestRuns([late, early])).toEqual([late, early]);
  });

  it('is the one with the greater hash when two ended at the same moment', () => {
    const one = run('2026-11-25T10:00:00.000Z', 'a');
    const other = run('2026-11-25T10:00:00.000Z', 'b');
    expect(newestRuns([one, other])[0]).toBe(other);
    expect(newestRuns([other, one])[0]).toBe(other);
  });
});
