import { expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { HostClient } from '../client/host-client.ts';
import { MemoryTransport } from '../client/memory-transport.ts';
import { ScriptedHost } from '../client/testing/scripted-host.ts';
import { Query } from './query.ts';

function start() {
  const host = new ScriptedHost();
  const transport = new MemoryTransport(host, null);
  const client = new HostClient(transport);
  const query = new Query(client, 'interviews.list', {}, ['interviews.changed']);
  const answer = async (call: number, result: unknown) => {
    const calls = await host.calls(call);
    host.say({ kind: 'result', id: calls[call - 1]?.id ?? -1, result });
  };
  const until = (status: string) => vi.waitUntil(() => query.state().status === status);
  return { host, transport, client, query, answer, until };
}

const changed = { kind: 'event', event: 'interviews.changed', payload: { ids: [] } } as const;

it('asks when somebody listens, and not before', async () => {
  const { query, answer, until } = start();
  expect(query.state()).toEqual({ status: 'loading' });
  query.subscribe(() => undefined);
  await answer(1, ['a']);
  await until('ready');
  expect(query.state()).toEqual({ status: 'ready', value: ['a'] });
});

it('asks again after an event, and keeps the answer before until then', async () => {
  const { host, query, answer, until } = start();
  query.subscribe(() => undefined);
  await answer(1, ['a']);
  await until('ready');
  host.say(changed);
  await host.calls(2);
  expect(query.state()).toEqual({ status: 'ready', value: ['a'] });
  await answer(2, ['a', 'b']);
  await vi.waitUntil(() => query.state().status === 'ready' && JSON.stringify(query.state()).includes('b'));
});

it('follows many events during one question with one more question, whose answer stays', async () => {
  const { host, query, answer } = start();
  const shown: unknown[] = [];
  query.subscribe(() => shown.push(query.state()));
  await host.calls(1);
  for (let count = 0; count < 5; count += 1) host.say(changed);
  await answer(1, ['old']);
  await answer(2, ['new']);
  await vi.waitUntil(() => shown.length === 2);
  expect(shown).toEqual([
    { status: 'ready', value: ['old'] },
    { status: 'ready', value: ['new'] },
  ]);
  expect(await host.calls(2)).toHaveLength(2);
});

it('keeps the last good answer beside an error', async () => {
  const { host, query, answer, until } = start();
  query.subscribe(() => undefined);
  await answer(1, ['a']);
  await until('ready');
  query.reload();
  const calls = await host.calls(2);
  host.say({ kind: 'error', id: calls[1]?.id ?? -1, error: new AppError('storage-failed', 'no').toData() });
  await until('failed');
  expect(query.state()).toMatchObject({ status: 'failed', value: ['a'], error: { code: 'storage-failed' } });
});

it('asks again after a lost connection, and does not call the loss a failure', async () => {
  const { host, transport, query, answer, until } = start();
  const shown: string[] = [];
  query.subscribe(() => shown.push(query.state().status));
  await host.calls(1);
  transport.drop();
  transport.tryNow();
  await answer(2, ['a']);
  await until('ready');
  expect(shown).toEqual(['ready']);
});

it('gives up its question when nobody listens any more', async () => {
  const { host, query } = start();
  const leave = query.subscribe(() => undefined);
  const [call] = await host.calls(1);
  leave();
  host.say({ kind: 'result', id: call?.id ?? -1, result: ['late'] });
  host.say(changed);
  query.subscribe(() => undefined);
  await host.calls(2);
  expect(query.state()).toEqual({ status: 'loading' });
});

it('tells when an answer stands that was asked for after it was wanted', async () => {
  const { host, query, answer } = start();
  query.subscribe(() => undefined);
  await host.calls(1);
  let isRenewed = false;
  const renewed = query.renew().then(() => {
    isRenewed = true;
  });
  await answer(1, ['older']);
  await host.calls(2);
  expect(isRenewed).toBe(false);
  await answer(2, ['newer']);
  await renewed;
  expect(query.state()).toEqual({ status: 'ready', value: ['newer'] });
});
