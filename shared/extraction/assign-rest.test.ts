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
