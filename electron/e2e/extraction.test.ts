// The whole computation: a real host, the real engine process, the encoder that ships, the sample's interviews.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleNeeds } from '../../build/sample/find-sample-needs.ts';
import type { ExtractionState } from '../../shared/contract/needs.ts';
import { createEngine, type EngineProcess } from '../engine/engine-client.ts';
import { forkEngine } from '../engine/fork-engine.ts';
import { type BuiltEngine, buildEngine } from '../engine/testing/build-engine.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';

let built: BuiltEngine;
let test: TestHost | undefined;
let running: EngineProcess | undefined;

beforeAll(async () => {
  built = await buildEngine();
}, 60_000);
afterAll(() => built.remove());
afterEach(async () => {
  await test?.close();
  test = undefined;
});

async function openSample(options: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> {
  test = await startTestHost({
    createEngine: () =>
      createEngine({
        spawn() {
          running = forkEngine(built.scriptPath);
          return running;
        },
      }),
    ...options,
  });
  await test.call('workspaces.openSample', {});
  return test;
}

/** The states that the doors are told, up to the first that `isEnd` takes. */
async function statesUntil(
  host: TestHost,
  isEnd: (state: ExtractionState) => boolean,
): Promise<ExtractionState[]> {
  for (;;) {
    const states = host.events
      .filter((event) => event.event === 'extraction.changed')
      // The host's own event: its payload is what the contract says.
      .map((event) => event.payload as ExtractionState);
    if (states.some(isEnd)) return states;
    await host.nextEvent();
  }
}

async function computed(host: TestHost): Promise<ExtractionState[]> {
  await host.call('extraction.start', {});
  return statesUntil(host, (state) => state.kind !== 'running');
}

describe('computing needs', () => {
  it('finds exactly the two needs of the sample, and tells what it does while it does it', async () => {
    const host = await openSample();
    const shipped = await host.call('needs.list', {});
    const states = await computed(host);
    expect(states.at(-1)).toEqual({ kind: 'idle' });
    const steps = states.flatMap((state) => (state.kind === 'running' ? state.step : []));
    expect(new Set(steps)).toEqual(new Set(['load', 'encode', 'compare', 'group', 'label']));
    const view = await host.call('needs.list', {});
    expect(view.needs.map((need) => need.people)).toEqual([3, 3]);
    // A run of today continues the needs that were shipped: same ids, and the name that a person gave stays.
    expect(view.needs.map((need) => need.id).sort()).toEqual(shipped.needs.map((need) => need.id).sort());
    expect((await sampleNeeds(view)).needs.map((need) => need.key).sort()).toEqual([
      'SHORT-DELIVERY',
      'THREE-NUMBERS',
    ]);
    const named = view.needs.find((need) => need.isRenamed);
    expect(named).toMatchObject({
      label: 'Three numbers every Monday that match the till',
      status: 'accepted',
    });
    expect(named?.requests.some((request) => /dashboard/.test(request.text))).toBe(true);
    expect(
      view.needs.flatMap((need) => [...need.quotes, ...need.requests]).some((quote) => quote.isBroken),
    ).toBe(false);
  }, 120_000);

  it('keeps every decision through a deleted derived folder and a new computation', async () => {
    const host = await openSample();
    const before = await host.call('needs.list', {});
    const suggestion = before.needs.find((need) => need.status === 'suggested');
    if (!suggestion) throw new Error('the sample has no suggestion');
    await host.call('needs.rename', { id: suggestion.id, label: 'Short before the driver leaves' });
    const folder = (await host.call('session.state', {})).workspace?.folder ?? '';
    await rm(join(folder, 'derived'), { recursive: true });
    const without = await host.call('needs.list', {});
    expect(without.needs.map((need) => [need.label, need.isInLastRun])).toEqual(
      expect.arrayContaining([
        ['Short before the driver leaves', false],
        ['Three numbers every Monday that match the till', false],
      ]),
    );
    // Notes that the last run had found words for stand alone until the next one; they count nobody.
    const heard = without.needs.filter((need) => need.people > 0);
    expect(heard.map((need) => need.people)).toEqual([3, 3]);
    await computed(host);
    const after = await host.call('needs.list', {});
    expect(after.needs.map((need) => [need.id, need.label, need.status, need.isInLastRun]).sort()).toEqual(
      heard.map((need) => [need.id, need.label, need.status, true]).sort(),
    );
  }, 120_000);

  it('stops when told to, and leaves the last result as it was', async () => {
    const host = await openSample();
    const before = await host.call('needs.list', {});
    await host.call('extraction.start', {});
    await statesUntil(host, (state) => state.kind === 'running' && state.step === 'encode');
    await host.call('extraction.cancel', {});
    await statesUntil(host, (state) => state.kind === 'stopped');
    const after = await host.call('needs.list', {});
    expect(after.needs).toEqual(before.needs);
    expect(after.run).toEqual(before.run);
  }, 120_000);

  it('says that it failed when the engine dies, goes on, and can be started again', async () => {
    const host = await openSample();
    await host.call('extraction.start', {});
    await statesUntil(host, (state) => state.kind === 'running' && state.step === 'encode');
    running?.kill();
    const states = await statesUntil(host, (state) => state.kind === 'failed');
    expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'engine-failed' });
    expect((await host.call('needs.list', {})).needs).toHaveLength(2);
    await host.call('extraction.start', {});
    await statesUntil(host, (state) => state.kind === 'idle');
  }, 120_000);

  it('says that the encoder is missing when its folder is, and keeps what is known', async () => {
    const host = await openSample({ modelFolder: join(import.meta.dirname, 'no-such-model') });
    const states = await computed(host);
    expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'model-missing' });
    expect((await host.call('needs.list', {})).needs).toHaveLength(2);
  }, 60_000);

  it('computes nothing again that it knows', async () => {
    const host = await openSample();
    await computed(host);
    const folder = (await host.call('session.state', {})).workspace?.folder ?? '';
    expect((await readdir(join(folder, 'derived', 'vectors'))).length).toBeGreaterThan(0);
    const seen = host.events.length;
    await host.call('extraction.start', {});
    await statesUntil(
      host,
      (state) => state.kind === 'running' && state.knownInterviews === 3 && state.newInterviews === 0,
    );
    expect(host.events.length).toBeGreaterThan(seen);
  }, 120_000);
});
