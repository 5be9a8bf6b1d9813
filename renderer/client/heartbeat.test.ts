import { expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { keepHeartbeat } from './heartbeat.ts';
import type { ConnectionState, HostClient } from './host-client.ts';
import { HeldTimers } from './testing/held-timers.ts';

function listening(connection: ConnectionState = { kind: 'connected' }) {
  const timers = new HeldTimers();
  const questions: { answer(): void; refuse(error: AppError): void }[] = [];
  let dropped = 0;
  const client = {
    connection,
    call: () =>
      new Promise((resolve, reject) => {
        questions.push({ answer: () => resolve({}), refuse: reject });
      }),
    // The heart asks one question and reads nothing of the answer.
  } as unknown as Pick<HostClient, 'connection' | 'call'>;
  const end = keepHeartbeat(client, () => (dropped += 1), timers);
  return { timers, questions, end, dropped: () => dropped };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('leaves a line alone that answers, even with a refusal', async () => {
  const { timers, questions, dropped } = listening();
  expect(timers.runNext()).toBe(10_000);
  questions[0]?.answer();
  await settled();
  expect(timers.runNext()).toBe(10_000);
  questions[1]?.refuse(new AppError('not-allowed', 'not here'));
  await settled();
  expect(timers.runNext()).toBe(10_000);
  expect(dropped()).toBe(0);
});

it('gives up a line that says nothing for fifteen seconds, and goes on with the next', async () => {
  const { timers, questions, dropped } = listening();
  timers.runNext();
  expect(timers.runNext()).toBe(15_000);
  expect(dropped()).toBe(1);
  questions[0]?.refuse(new AppError('connection-lost', 'the line was dropped'));
  await settled();
  expect(timers.pending).toBe(1);
  timers.runNext();
  expect(questions).toHaveLength(2);
});

it('asks nothing while there is no line, and nothing more once it is ended', () => {
  const { timers, questions, end } = listening({ kind: 'reconnecting', sinceEpochMs: 0 });
  timers.runNext();
  expect(questions).toHaveLength(0);
  expect(timers.pending).toBe(1);
  end();
  expect(timers.pending).toBe(0);
});
