import { expect, it } from 'vitest';
import { likeTag } from './like-tag.ts';

const vector = (...values: number[]) => Float32Array.from(values);
const places = [
  vector(1, 0.1, 0),
  vector(1, 0, 0.1),
  vector(0.9, 0.1, 0.1),
  vector(1, 0.05, 0),
  vector(0.95, 0, 0),
];

it('finds what is as close as the tagged places are to each other, nearest first, and nothing else', () => {
  const candidates = [
    { key: 'far', vector: vector(0, 1, 0) },
    { key: 'elsewhere', vector: vector(0, 0, 1) },
    { key: 'near', vector: vector(1, 0.08, 0.05) },
    { key: 'nearest', vector: vector(1, 0.05, 0.04) },
  ];
  const found = likeTag(places, candidates);
  expect(new Set(found)).toEqual(new Set(['nearest', 'near']));
});

it('finds nothing where nothing is close', () => {
  expect(likeTag(places, [{ key: 'far', vector: vector(0, 1, 0) }])).toEqual([]);
  expect(likeTag(places, [])).toEqual([]);
});
