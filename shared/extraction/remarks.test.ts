import { describe, expect, it } from 'vitest';
import { leastScore } from './remarks.ts';

describe('leastScore', () => {
  it('stays as wanted while there is room', () => {
    expect(leastScore([1, 2, 3, 4], 2, 3)).toBe(2);
  });

  it('rises so that only the best have a place', () => {
    expect(leastScore([1, 4, 2, 3], 1, 2)).toBe(3);
  });
});
