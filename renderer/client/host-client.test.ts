import { expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { NeedId } from '../../shared/ids.ts';
import { MAX_FRAME_BYTES } from '../../shared/protocol.ts';
import { type ConnectionState, HostClient } from './host-client.ts';
import { MemoryTransport } from './memory-transport.ts';
import { ScriptedHost } from './testing/scripted-host.ts';

function start(script: (host: ScriptedHost) => void = () => undefined) {
  const host = new ScriptedHost();
  script(host);
  const transport = new MemoryTransport(host, null);
  const client = new HostClient(transport, () => 1_000);
  const states: string[] = [];
  client.subscribe((state) => states.push(state.kind));
  return { host, transport, client, states };
}

async function until(client: HostClient, kind: ConnectionState['kind']): Promise<ConnectionState> {
  return vi.waitUntil(() => (client.connection.kind === kind ? client.connection : null));
}

it('says hello first, and is connected once it is welcomed', async () => {
  const { host, client } = start();
  expect(client.connection.kind).toBe('connecting');
  await until(client, 'connected');
  expect(host.heard).toEqual([{ kind: 'hello', version: 1 }]);
});

it('keeps a call that was made too early until there is a connection', async () => {
  const { host, transport, client } = start((silent) => {
    silent.greeting = null;
  });
  const answer = client.call('needs.accept', { id: NeedId.parse('n1') });
  transport.drop();
  host.greeting = { kind: 'welcome', version: 1 };
  transport.tryNow();
  const [call] = await host.calls(1);
  expect(call).toMatchObject({ method: 'needs.accept', params: { id: 'n1' } });
  host.say({ kind: 'result', id: call?.id ?? -1, result: { decisionId: 'd1' } });
  expect(await answer).toEqual({ decisionId: 'd1' });
});

it('tells the host of a call that is given up, unless it was never sent', async () => {
  const { host, transport, client } = start();
  await until(client, 'connected');
  const stop = new AbortController();
  const answer = client.call('needs.list', {}, { signal: stop.signal });
  const [call] = await host.calls(1);
  stop.abort();
  await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
  await vi.waitUntil(() => host.heard.some((frame) => frame.kind === 'give-up' && frame.id === call?.id));
  transport.drop();
  const neverSent = new AbortController();
  const unsent = client.call('needs.list', {}, { signal: neverSent.signal });
  neverSent.abort();
  await expect(unsent).rejects.toMatchObject({ code: 'cancelled' });
  transport.tryNow();
  await until(client, 'connected');
  expect(host.heard.filter((frame) => frame.kind === 'give-up')).toHaveLength(1);
});

it('hands each answer to its own call, in whatever order they come', async () => {
  const { host, client } = start();
  const state = client.call('session.state', {});
  const needs = client.call('needs.list', {});
  const [first, second] = await host.calls(2);
  host.say({ kind: 'result', id: second?.id ?? -1, result: 'needs' });
  host.say({ kind: 'error', id: first?.id ?? -1, error: new AppError('no-workspace', 'none').toData() });
  expect(await needs).toBe('needs');
  await expect(state).rejects.toMatchObject({ name: 'AppError', code: 'no-workspace' });
});

it('rejects what is under way when the connection drops, as something that can be tried again', async () => {
  const { host, transport, client, states } = start();
  const answer = client.call('needs.list', {});
  await host.calls(1);
  transport.drop();
  await expect(answer).rejects.toMatchObject({ code: 'connection-lost', retryable: true });
  expect(client.connection).toEqual({ kind: 'reconnecting', sinceEpochMs: 1_000 });
  transport.tryNow();
  await until(client, 'connected');
  expect(states).toEqual(['connected', 'reconnecting', 'connected']);
});

it('is refused by a host of another version, and says so to every call', async () => {
  const { client } = start((host) => {
    host.greeting = { kind: 'refused', error: new AppError('protocol-mismatch', 'too old').toData() };
  });
  const waiting = client.call('needs.list', {});
  await expect(waiting).rejects.toMatchObject({ code: 'protocol-mismatch' });
  expect(client.connection).toMatchObject({ kind: 'refused', error: { code: 'protocol-mismatch' } });
  await expect(client.call('needs.list', {})).rejects.toMatchObject({ code: 'protocol-mismatch' });
});

it('refuses a welcome of another version', async () => {
  const { client } = start((host) => {
    host.greeting = { kind: 'welcome', version: 2 };
  });
  expect(await until(client, 'refused')).toMatchObject({ error: { code: 'protocol-mismatch' } });
});

it('gives up a call when its signal is aborted, and drops the late answer', async () => {
  const { host, client } = start();
  const stop = new AbortController();
  const answer = client.call('needs.list', {}, { signal: stop.signal });
  const [call] = await host.calls(1);
  stop.abort();
  await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
  host.say({ kind: 'result', id: call?.id ?? -1, result: 'late' });
  const next = client.call('session.state', {});
  const [, second] = await host.calls(2);
  host.say({ kind: 'result', id: second?.id ?? -1, result: 'in time' });
  expect(await next).toBe('in time');
});

it('does not send a call that was aborted before it was made', async () => {
  const { host, client } = start();
  await until(client, 'connected');
  await expect(client.call('needs.list', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  const next = client.call('session.state', {});
  const calls = await host.calls(1);
  expect(calls.map((call) => call.method)).toEqual(['session.state']);
  host.say({ kind: 'result', id: calls[0]?.id ?? -1, result: null });
  await next;
});

it('refuses params that no frame can hold, without sending them', async () => {
  const { host, client } = start();
  await until(client, 'connected');
  const bytes = new Uint8Array(MAX_FRAME_BYTES);
  const tooLarge = client.call('transcripts.preview', { fileName: 'a.vtt', bytes, format: null });
  await expect(tooLarge).rejects.toMatchObject({ code: 'too-large' });
  expect(host.heard).toHaveLength(1);
});

it('tells events to those who listen, until they leave', async () => {
  const { host, client } = start();
  await until(client, 'connected');
  const heard: unknown[] = [];
  const leave = client.on('interviews.changed', ({ ids }) => heard.push(ids));
  host.say({ kind: 'event', event: 'interviews.changed', payload: { ids: ['i1'] } });
  await vi.waitUntil(() => heard.length === 1);
  leave();
  host.say({ kind: 'event', event: 'interviews.changed', payload: { ids: ['i2'] } });
  host.say({ kind: 'event', event: 'of.tomorrow', payload: {} });
  const answer = client.call('needs.list', {});
  const [call] = await host.calls(1);
  host.say({ kind: 'result', id: call?.id ?? -1, result: null });
  await answer;
  expect(heard).toEqual([['i1']]);
});

it('carries document messages as they are, and none before it is welcomed', async () => {
  const { host, client } = start();
  client.sendDocument(new Uint8Array([9, 9]));
  await until(client, 'connected');
  client.sendDocument(new Uint8Array([1, 2, 3]));
  const heard: Uint8Array[] = [];
  client.onDocument((message) => heard.push(message.slice()));
  host.sayDocument(new Uint8Array([4, 5]));
  await vi.waitUntil(() => heard.length === 1 && host.heard.length === 2);
  expect(heard).toEqual([new Uint8Array([4, 5])]);
  expect(host.heard[1]).toEqual({ kind: 'document', bytes: new Uint8Array([1, 2, 3]) });
});
