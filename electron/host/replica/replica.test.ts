// Two real hosts with a wire between them: one made a workspace, the other joins it.
import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { createWire, type Wire } from './testing/wire.ts';

const LIMIT = { timeout: 20_000, interval: 20 };

async function startHost(options: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> {
  const test = await startTestHost(options);
  onTestFinished(() => test.close());
  return test;
}

async function twoHosts(): Promise<{ ines: TestHost; tomas: TestHost; wire: Wire }> {
  const ines = await startHost();
  await ines.call('session.setMe', { name: 'Ines', role: 'pm' });
  await ines.call('workspaces.create', { name: 'Onboarding study', folder: null });
  const wire = createWire({ host: () => ines.host, viewer: () => ({ access: 'member' }) });
  const tomas = await startHost({ connectPeer: () => wire.connect });
  return { ines, tomas, wire };
}

function join(tomas: TestHost) {
  return tomas.call('peers.join', {
    link: 'earshot://join/#secret',
    name: 'Tomas',
    role: 'engineer',
    folder: null,
  });
}

function newInterview(host: TestHost, pseudonym: string) {
  return host.call('interviews.create', {
    participant: { pseudonym, description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
}

const names = async (host: TestHost) =>
  (await host.call('interviews.list', {})).map((row) => row.participant).sort();

describe('a replica', () => {
  it('has the same workspace under the same id, with all that was there before', async () => {
    const { ines, tomas } = await twoHosts();
    await newInterview(ines, 'Rowan');
    await newInterview(ines, 'Sam');
    const { workspace } = await ines.call('session.state', {});
    const joined = await join(tomas);
    expect(joined).toMatchObject({ id: workspace?.id, name: 'Onboarding study' });
    expect(await names(tomas)).toEqual(['Rowan', 'Sam']);
    expect(await tomas.call('peers.state', {})).toMatchObject({
      peers: [{ direction: 'joined', name: 'Ines', connection: { kind: 'connected' }, waitingEdits: 0 }],
    });
    await vi.waitFor(
      async () =>
        expect(await ines.call('peers.state', {})).toMatchObject({
          peers: [
            { direction: 'joins-us', name: 'Tomas', connection: { kind: 'connected' }, waitingEdits: 0 },
          ],
        }),
      LIMIT,
    );
    // The invite is in the user folder alone.
    expect(await readdir(joined.folder)).not.toContain('peers.json');
  });

  it('gets what is made there while it is connected, and gives what is made here', async () => {
    const { ines, tomas } = await twoHosts();
    await join(tomas);
    await newInterview(ines, 'Rowan');
    await newInterview(tomas, 'Sam');
    await vi.waitFor(async () => expect(await names(tomas)).toEqual(['Rowan', 'Sam']), LIMIT);
    await vi.waitFor(async () => expect(await names(ines)).toEqual(['Rowan', 'Sam']), LIMIT);
  });

  it('merges what both made while apart, and says how many edits wait meanwhile', async () => {
    const { ines, tomas, wire } = await twoHosts();
    await join(tomas);
    wire.setPlugged(false);
    await newInterview(ines, 'Rowan');
    await newInterview(tomas, 'Sam');
    const waiting = (await tomas.call('peers.state', {})).peers[0];
    expect(waiting?.connection.kind).toBe('reconnecting');
    expect(waiting?.waitingEdits).toBeGreaterThan(1);
    expect((await ines.call('peers.state', {})).peers[0]?.waitingEdits).toBeGreaterThan(1);
    wire.setPlugged(true);
    await vi.waitFor(async () => expect(await names(tomas)).toEqual(['Rowan', 'Sam']), LIMIT);
    await vi.waitFor(async () => expect(await names(ines)).toEqual(['Rowan', 'Sam']), LIMIT);
    for (const host of [ines, tomas])
      await vi.waitFor(
        async () => expect((await host.call('peers.state', {})).peers[0]?.waitingEdits).toBe(0),
        LIMIT,
      );
  });
});
