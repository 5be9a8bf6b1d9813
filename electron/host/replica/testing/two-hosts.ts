// Ines, who made a workspace, and Tomas, who joined it: two real hosts with a wire between them.
import { expect, onTestFinished, vi } from 'vitest';
import type { InterviewId } from '../../../../shared/ids.ts';
import type { HostOptions } from '../../host.ts';
import { startTestHost, type TestHost } from '../../testing/start-test-host.ts';
import { createWire, type Wire } from './wire.ts';

/** For waiting on a busy computer. */
export const LIMIT = { timeout: 20_000, interval: 20 };

export interface TwoHosts {
  readonly ines: TestHost;
  readonly tomas: TestHost;
  readonly wire: Wire;
}

export async function startHost(options: Partial<HostOptions> = {}): Promise<TestHost> {
  const test = await startTestHost(options);
  onTestFinished(() => test.close());
  return test;
}

/** Not joined yet. */
export async function twoHosts(options: Partial<HostOptions> = {}): Promise<TwoHosts> {
  const ines = await startHost(options);
  await ines.call('session.setMe', { name: 'Ines', role: 'pm' });
  await ines.call('workspaces.create', { name: 'Onboarding study', folder: null });
  const wire = createWire({ host: () => ines.host, viewer: () => ({ access: 'member' }) });
  const tomas = await startHost({ ...options, connectPeer: () => wire.connect });
  return { ines, tomas, wire };
}

export function join(tomas: TestHost) {
  return tomas.call('peers.join', {
    link: 'earshot://join/#secret',
    name: 'Tomas',
    role: 'engineer',
    folder: null,
  });
}

export async function twoJoinedHosts(options: Partial<HostOptions> = {}): Promise<TwoHosts> {
  const hosts = await twoHosts(options);
  await join(hosts.tomas);
  return hosts;
}

export async function newInterview(host: TestHost, pseudonym: string): Promise<InterviewId> {
  const { id } = await host.call('interviews.create', {
    participant: { pseudonym, description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  return id;
}

export async function participants(host: TestHost): Promise<string[]> {
  return (await host.call('interviews.list', {})).map((row) => row.participant).sort();
}

/** Nothing that was made on either side waits for the other. */
export async function untilInStep({ ines, tomas }: Pick<TwoHosts, 'ines' | 'tomas'>): Promise<void> {
  for (const host of [ines, tomas])
    await vi.waitFor(async () => {
      const [peer] = (await host.call('peers.state', {})).peers;
      expect(peer?.connection).toEqual({ kind: 'connected' });
      expect(peer?.waitingByDocument).toEqual({});
    }, LIMIT);
}
