import { describe, expect, it } from 'vitest';
import { type ExtractionPace, estimateSecondsLeft } from './seconds-left.ts';

const pace: ExtractionPace = {
  step: 'encode',
  done: 100,
  total: 400,
  unknownTexts: 100,
  computed: 60,
  computingMs: 6_000,
};

describe('estimateSecondsLeft', () => {
  it('goes by the pace so far, for the texts that are not known yet', () => {
    // 160 texts in all, 100 of them left at 100 ms each, and 5 s for what follows.
    expect(estimateSecondsLeft(pace)).toBe(15);
  });

  it('says nothing before there is a pace', () => {
    expect(estimateSecondsLeft({ ...pace, computed: 10 })).toBeNull();
    expect(estimateSecondsLeft({ ...pace, step: 'load' })).toBeNull();
  });

  it('counts only what follows when every text is known', () => {
    expect(estimateSecondsLeft({ ...pace, unknownTexts: 0, computed: 0 })).toBe(5);
  });

  it('runs down while labels are made', () => {
    expect(estimateSecondsLeft({ ...pace, step: 'label', done: 50, total: 100 })).toBe(2);
    expect(estimateSecondsLeft({ ...pace, step: 'label', done: 100, total: 100 })).toBe(0);
  });
});
