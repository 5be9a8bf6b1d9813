import { expect, it } from 'vitest';
import { assignRest } from './assign-rest.ts';

const options = {
  means: { exchange: new Float64Array(3), statement: new Float64Array(3) },
  wExchange: 1,
  wStatement: 1,
  pause: async () => undefined,
};

function said(...vector: number[]) {
  return { exchange: Float32Array.from(vector), statement: Float32Array.from(vector) };
}

const groups = [
  [said(1, 0.1, 0), said(1, -0.1, 0), said(1, 0.2, 0)],
  [said(0.1, 1, 0), said(-0.1, 1, 0), said(0.2, 1, 0)],
];

it('gives each statement to the group it is like, and leaves out what is like none or both', async () => {
  const rest = [said(1, 0.05, 0), said(0, 1, 0), said(0, 0, 1), said(1, 1, 0)];
  expect([...(await assignRest(rest, groups, options))]).toEqual([0, 1, -1, -1]);
});

it('does nothing without groups or without a rest', async () => {
  expect([...(await assignRest([said(1, 0, 0)], [], options))]).toEqual([-1]);
  expect([...(await assignRest([], groups, options))]).toEqual([]);
});

it('can be stopped', async () => {
  const stopped = { ...options, pause: async () => Promise.reject(new Error('stopped')) };
  await expect(assignRest([said(1, 0, 0)], groups, stopped)).rejects.toThrow('stopped');
});

it('compares with every group alike, however many there are', async () => {
  const axes = Array.from({ length: 7 }, (_, axis) =>
    Float32Array.from({ length: 7 }, (_, d) => (d === axis ? 1 : 0.05 * ((axis + d) % 3))),
  );
  const many = axes.map((axis) => [said(...axis), said(...axis.map((value) => value + 0.1))]);
  const wide = {
    ...options,
    means: { exchange: new Float64Array(7).fill(0.02), statement: new Float64Array(7).fill(0.01) },
  };
  for (let most = 1; most <= 7; most++) {
    const some = many.slice(0, most);
    const owners = await assignRest(
      axes.map((axis) => said(...axis)),
      some,
      wide,
    );
    expect([...owners].slice(0, most)).toEqual(some.map((_, g) => g));
    expect([...owners].slice(most).every((owner) => owner === -1)).toBe(true);
  }
});
