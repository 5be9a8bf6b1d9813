import { describe, expect, it } from 'vitest';
import { nearestGroups, soundsContrary } from './contrary.ts';

describe('soundsContrary', () => {
  it.each([
    'I don’t really need a report for that.',
    'It works fine for us.',
    'That was never a problem here.',
    'For me it is not worth the time.',
    'i wouldnt bother with the small ones',
    'I would rather everyone sees everything.',
  ])('hears it in "%s"', (text) => {
    expect(soundsContrary(text)).toBe(true);
  });

  it.each([
    'I need a report for that.',
    'The export leaves out half of them and I copy rows all afternoon.',
    'We had no idea where the van was.',
  ])('does not hear it in "%s"', (text) => {
    expect(soundsContrary(text)).toBe(false);
  });
});

describe('nearestGroups', () => {
  it('gives each statement to the nearest centre, and to none when all are far', () => {
    const east = Float32Array.of(1, 0);
    const north = Float32Array.of(0, 1);
    const west = Float32Array.of(-1, 0);
    expect(nearestGroups([east, north, west], [north, east], 0.5)).toEqual([1, 0, -1]);
  });
});
