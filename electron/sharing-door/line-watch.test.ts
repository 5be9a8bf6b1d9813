import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LineWatch } from './line-watch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const said: string[] = [];
  let read = 0;
  const watch = new LineWatch({
    ask: () => said.push('ask'),
    bytesRead: () => read,
    end: () => said.push('end'),
  });
  return { said, watch, come: (bytes: number) => (read += bytes) };
}

it('asks after two seconds without an answer, and gives the line up five seconds later', async () => {
  const { said, watch } = start();
  watch.sent(100);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual(['ask']);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(said).toEqual(['ask']);
  await vi.advanceTimersByTimeAsync(2);
  expect(said).toEqual(['ask', 'end']);
});

it('says nothing while everything is answered, however much is sent', async () => {
  const { said, watch } = start();
  for (let key = 0; key < 100; key += 1) {
    watch.sent(60);
    watch.heard();
    await vi.advanceTimersByTimeAsync(300);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});

it('goes on when the question is answered', async () => {
  const { said, watch } = start();
  watch.sent(100);
  await vi.advanceTimersByTimeAsync(3_000);
  watch.heard();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['ask']);
});

it('waits for a message that is still coming in', async () => {
  const { said, watch, come } = start();
  watch.sent(100);
  for (let second = 0; second < 30; second += 1) {
    come(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(said).not.toContain('end');
});

it('gives no line up for silence while much is on its way', async () => {
  const { said, watch } = start();
  watch.sent(2_000_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).not.toContain('end');
});

it('says nothing once it is closed', async () => {
  const { said, watch } = start();
  watch.sent(100);
  watch.close();
  watch.sent(100);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});
