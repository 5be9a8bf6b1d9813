import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ranked } from './ranked.ts';

it('gives what stands at a rank once all is sorted', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true, minLength: 1 }), fc.array(fc.nat()), (values, numbers) => {
      const ranks = numbers.map((number) => number % values.length);
      const sorted = values.slice().sort();
      expect(ranked(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
    }),
  );
});

it('tells equal values and zeros apart by nothing', () => {
  const values = Float32Array.of(0, 2, -1, 2, -0, 2);
  expect(ranked(values, [0, 1, 2, 3, 5])).toEqual([-1, -0, 0, 2, 2]);
});

it('refuses a rank that no value has', () => {
  expect(() => ranked(Float32Array.of(1), [1])).toThrow(RangeError);
});
