import { expect, it } from 'vitest';
import { WaitingReaders } from './waiting-readers.ts';

const MB = 1024 * 1024;

function start() {
  let now = 0;
  const waiting = new WaitingReaders({ eachBytes: 24 * MB, allBytes: 96 * MB }, () => now);
  const letGo: string[] = [];
  const join = (name: string) => {
    const socket = { bufferedAmount: 0 };
    waiting.join(socket, (because) => letGo.push(`${name} ${because}`));
    return {
      give(bytes: number) {
        socket.bufferedAmount += bytes;
        waiting.sent(socket, bytes);
      },
      take(bytes: number) {
        socket.bufferedAmount -= bytes;
      },
      leave: () => waiting.leave(socket),
    };
  };
  return { letGo, join, pass: (ms: number) => (now += ms) };
}

it('lets one go who is behind when more comes, and gives out a frame that is larger than that', () => {
  const { letGo, join } = start();
  const reader = join('one');
  reader.give(30 * MB);
  expect(letGo).toEqual([]);
  reader.give(1);
  expect(letGo).toEqual(['one behind']);
});

it('lets those go who took nothing for longest, and no more of them than it takes', () => {
  const { letGo, join, pass } = start();
  const honest = join('honest');
  const silent = ['first', 'second', 'third', 'fourth', 'fifth'].map(join);
  honest.give(20 * MB);
  for (const [index, one] of silent.entries()) one.give((13 + index) * MB);
  pass(6_000);
  honest.take(MB);
  honest.give(3 * MB);
  expect(letGo).toEqual(['fifth behind-together']);
});

it('does not take a reader for a silent one that had nothing to take', () => {
  const { letGo, join, pass } = start();
  const [idle, ...silent] = ['idle', 'first', 'second', 'third', 'fourth', 'fifth'].map(join);
  for (const one of silent) one.give(18 * MB);
  pass(60_000);
  idle?.give(20 * MB);
  expect(letGo).toEqual(['first behind-together']);
});

it('counts nobody who has left', () => {
  const { letGo, join } = start();
  const [gone, ...here] = ['gone', 'first', 'second', 'third', 'fourth'].map(join);
  gone?.give(20 * MB);
  gone?.leave();
  for (const one of here) one.give(22 * MB);
  expect(letGo).toEqual([]);
});
