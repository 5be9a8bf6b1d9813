import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFieldTime, toFieldTime } from './planned-at.ts';

describe('the time an interview is planned for', () => {
  it('is the same moment after it was shown and kept again, to the minute', () => {
    const minute = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minute, (date) => {
        const stored = fromFieldTime(toFieldTime(date.toISOString()));
        if (stored === null) throw new Error('a time became none');
        const differenceMs = Math.abs(Date.parse(stored) - date.getTime());
        // The hour that the end of summer time repeats is shown once, and kept as its first.
        expect(differenceMs % 3_600_000).toBeLessThan(60_000);
      }),
    );
  });

  it('is none for an empty field and for what is no time', () => {
    expect(fromFieldTime('')).toBeNull();
    expect(toFieldTime(null)).toBe('');
    expect(toFieldTime('some day')).toBe('');
  });
});
