// Two hosts that serve one workspace behind a balancer, joined by a real redis-server that is ended, started and killed
// under them. What was acknowledged must be there afterwards, on both.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openCluster } from '../host/cluster/redis-cluster.ts';
import { silentLog } from '../host/log.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { clientOf } from './testing/client-of.ts';
import { isLive, words } from './testing/document-waits.ts';
import { isRedisHere, type RedisServer, startRedis } from './testing/redis-server.ts';

const withRedis = it.skipIf(!isRedisHere);
const LONG = { timeout: 60_000 };
const PATIENT = { timeout: 20_000, interval: 50 };
if (!isRedisHere) console.log('No redis-server is installed: the tests of joined hosts are left out.');

const cleanUp: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function startTwo(): Promise<{ redis: RedisServer; one: TestHost; two: TestHost; brief: string }> {
  const redis = await startRedis();
  cleanUp.push(() => redis.close());
  const first = await startTestHost();
  const { folder } = await first.call('workspaces.create', { name: 'Joined', folder: null });
  const { id } = await first.call('briefs.create', { title: 'Problem' });
  await first.call('workspaces.close', {});
  const one = await joinedHost(redis, folder);
  const two = await joinedHost(redis, folder);
  await first.close();
  return { redis, one, two, brief: `brief-${id}` };
}

/** A host with a copy of the workspace's folder as its own. */
async function joinedHost(redis: RedisServer, folder: string): Promise<TestHost> {
  const cluster = await openCluster(redis.url, silentLog());
  cleanUp.push(() => cluster.close());
  const host = await startTestHost({ cluster });
  cleanUp.push(() => host.close());
  const copy = join(host.folder, 'copy');
  await cp(folder, copy, { recursive: true });
  await host.call('workspaces.open', { folder: copy });
  return host;
}

async function openBrief(host: TestHost, brief: string) {
  const client = clientOf(host.host);
  cleanUp.push(() => client.close());
  const handle = client.documents.openDocument(brief);
  await isLive(handle);
  return { client, handle };
}

type Handle = Awaited<ReturnType<typeof openBrief>>['handle'];
const isKept = (handle: Handle) =>
  vi.waitUntil(() => handle.state.kind === 'live' && handle.state.unsavedEdits === 0, PATIENT);
const type = (handle: Handle, text: string) =>
  handle.document.getText('text').insert(handle.document.getText('text').length, text);

withRedis('brings what is typed at one host to the other', LONG, async () => {
  const { one, two, brief } = await startTwo();
  const { handle: anna } = await openBrief(one, brief);
  const { handle: ben } = await openBrief(two, brief);
  type(anna, 'from Anna. ');
  await vi.waitUntil(() => words(ben).includes('from Anna'), PATIENT);
  type(ben, 'from Ben.');
  await vi.waitUntil(() => words(anna).includes('from Ben'), PATIENT);
});

withRedis(
  'acknowledges nothing while Redis is away, keeps it, and joins both again afterwards',
  LONG,
  async () => {
    const { redis, one, two, brief } = await startTwo();
    const { handle: anna } = await openBrief(one, brief);
    const { handle: ben } = await openBrief(two, brief);
    type(anna, 'before. ');
    await isKept(anna);
    await redis.kill();
    type(anna, 'from Anna meanwhile. ');
    type(ben, 'from Ben meanwhile. ');
    await vi.waitUntil(() => anna.state.kind !== 'live' && ben.state.kind !== 'live', PATIENT);
    expect(anna.state.unsavedEdits).toBeGreaterThan(0);
    expect(ben.state.unsavedEdits).toBeGreaterThan(0);
    await redis.start();
    await Promise.all([isKept(anna), isKept(ben)]);
    await vi.waitUntil(() => words(anna) === words(ben), PATIENT);
    for (const part of ['before', 'from Anna meanwhile', 'from Ben meanwhile'])
      expect(words(anna)).toContain(part);
  },
);

withRedis('loses no acknowledged word when Redis is killed again and again', LONG, async () => {
  const { redis, one, two, brief } = await startTwo();
  const { handle: anna } = await openBrief(one, brief);
  const acknowledged: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let count = 0; count < 5; count += 1) {
      const text = `[${round}.${count}]`;
      type(anna, text);
      await isKept(anna);
      acknowledged.push(text);
    }
    await redis.kill();
    await redis.start();
  }
  const { handle: ben } = await openBrief(two, brief);
  await vi.waitUntil(() => acknowledged.every((text) => words(ben).includes(text)), PATIENT);
});

withRedis(
  'gives a client that moves to the other host all that the first had acknowledged',
  LONG,
  async () => {
    const { one, two, brief } = await startTwo();
    const { client, handle } = await openBrief(one, brief);
    type(handle, 'kept at the first host');
    await isKept(handle);
    client.close();
    // Gone without a goodbye: nothing of it may be needed.
    await one.host.close();
    const { handle: moved } = await openBrief(two, brief);
    await vi.waitUntil(() => words(moved).includes('kept at the first host'), PATIENT);
  },
);

withRedis('keeps a folder that is whole without Redis', LONG, async () => {
  const { one, brief } = await startTwo();
  const { handle } = await openBrief(one, brief);
  type(handle, 'on this disk too');
  await isKept(handle);
  await one.host.close();
  const alone = await startTestHost();
  cleanUp.push(() => alone.close());
  await alone.call('workspaces.open', { folder: join(one.folder, 'copy') });
  expect(words((await openBrief(alone, brief)).handle)).toContain('on this disk too');
});

withRedis('gives the others what was written at one host while it ran without Redis', LONG, async () => {
  const { redis, one, two, brief } = await startTwo();
  const { handle: first } = await openBrief(one, brief);
  type(first, 'with Redis. ');
  await isKept(first);
  await Promise.all([one.host.close(), two.host.close()]);
  const alone = await startTestHost();
  cleanUp.push(() => alone.close());
  const folder = join(one.folder, 'copy');
  await alone.call('workspaces.open', { folder });
  const { handle: second } = await openBrief(alone, brief);
  type(second, 'without Redis.');
  await isKept(second);
  await alone.host.close();

  // Opening it again with Redis is enough, even if that host is gone for good right after.
  const again = await joinedHost(redis, folder);
  await openBrief(again, brief);
  await again.host.close();
  const other = await joinedHost(redis, join(two.folder, 'copy'));
  expect(words((await openBrief(other, brief)).handle)).toContain('with Redis. without Redis.');
});

withRedis('folds a long stream without losing a word of it', LONG, async () => {
  const { redis, one, two, brief } = await startTwo();
  const { handle } = await openBrief(one, brief);
  for (let count = 0; count < 2_100; count += 1) type(handle, `${count},`);
  await isKept(handle);
  const whole = words(handle);
  await Promise.all([one.host.close(), two.host.close()]);
  const folding = await joinedHost(redis, join(one.folder, 'copy'));
  expect(words((await openBrief(folding, brief)).handle)).toBe(whole);
  const after = await joinedHost(redis, join(two.folder, 'copy'));
  expect(words((await openBrief(after, brief)).handle)).toBe(whole);
});

withRedis(
  'refuses a Redis that could lose what was acknowledged, and one that is not there',
  LONG,
  async () => {
    const redis = await startRedis();
    cleanUp.push(() => redis.close());
    await redis.kill();
    await redis.start(['--appendonly', 'yes', '--appendfsync', 'everysec']);
    await expect(openCluster(redis.url, silentLog())).rejects.toThrow(/--appendfsync always/);
    await redis.kill();
    await expect(openCluster(redis.url, silentLog())).rejects.toMatchObject({ code: 'invalid-input' });
  },
);
