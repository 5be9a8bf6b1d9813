// Guests against a host that has a hard time, and guests who give it one: names that are no words, an invite that ends in the
// middle of typing, a disk that is full. Through the real door.
import { afterEach, expect, it, vi } from 'vitest';
import { MemoryTransport } from '../../renderer/client/memory-transport.ts';
import type { Viewer } from '../host/connection.ts';
import { clientOver } from './testing/client-of.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { type SharedHost, startSharedHost, visit, visitAs } from './testing/shared-host.ts';
import { switchableDisk } from './testing/switchable-disk.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function share(options?: Parameters<typeof startSharedHost>[0]): Promise<SharedHost> {
  const host = await startSharedHost(options);
  cleanUp.push(() => host.close());
  return host;
}

function leaving<T extends { close(): void }>(client: T): T {
  cleanUp.push(() => client.close());
  return client;
}

it('takes a name as words and nothing else, however it is made, and tells two of one name apart', async () => {
  const host = await share();
  const link = await host.link('editor');
  const named = async (name: string) => {
    const guest = leaving(visit(link));
    await guest.client.call('visit.introduce', { name });
    return (await guest.client.call('visit.state', {})).person;
  };
  for (const name of ['', '  ', '\u202e\u200b', 'x'.repeat(10_000)])
    await expect(named(name)).rejects.toMatchObject({ code: 'invalid-input' });
  expect((await named('\u202esamoT\u202c\n'))?.name).toBe('samoT');
  expect((await named('<img src=x onerror=alert(1)>'))?.name).toBe('<img src=x onerror=alert(1)>');
  expect((await named('تمارا'))?.name).toBe('تمارا');
  const [one, other] = [await named('Tomas'), await named('Tomas')];
  expect(one?.name).toBe(other?.name);
  expect(one?.id).not.toBe(other?.id);
});

it('has what was typed until the moment of revoking, on both sides: sent on the host’s disk, the rest with the guest', async () => {
  const host = await share();
  const guest = leaving(await visitAs('Tomas', await host.link('editor')));
  const handle = guest.documents.openDocument(host.documentName);
  await isLive(handle);
  const text = handle.document.getText('said');
  const [invite] = (await host.test.call('sharing.state', {})).invites;
  const letters = Array.from({ length: 200 }, (_, at) => String.fromCodePoint(97 + (at % 26)));
  for (const letter of letters.slice(0, 50)) text.insert(text.length, letter);
  await isSaved(handle);
  const revoked = host.test.call('sharing.revoke', { inviteId: invite?.id ?? raise(), personId: null });
  for (const letter of letters.slice(50)) text.insert(text.length, letter);
  await revoked;
  await vi.waitUntil(() => guest.client.connection.kind === 'refused', { timeout: 20_000 });
  // Nothing that was typed is gone from the guest, and what is not known to be there counts as not sent.
  expect(text.toString()).toBe(letters.join(''));
  const owner = leaving(clientOver(new MemoryTransport<Viewer>(host.test.host, { access: 'owner' })));
  const kept = owner.documents.openDocument(host.documentName);
  await isLive(kept);
  const there = kept.document.getText('said').toString();
  expect(text.toString().startsWith(there)).toBe(true);
  expect(there.length).toBeGreaterThanOrEqual(letters.length - handle.state.unsavedEdits);
}, 40_000);

it('tells a guest that the host’s disk is full, calls nothing saved meanwhile, and saves it once there is room', async () => {
  const disk = switchableDisk();
  const host = await share({ fileSystem: disk });
  const guest = leaving(await visitAs('Tomas', await host.link('editor')));
  const states: unknown[] = [];
  guest.client.on('storage.changed', (state) => states.push(state));
  const handle = guest.documents.openDocument(host.documentName);
  await isLive(handle);
  disk.set('full');
  handle.document.getText('said').insert(0, 'typed into a full disk');
  await vi.waitUntil(() => states.length > 0, { timeout: 20_000 });
  expect(states[0]).toMatchObject({ kind: 'failed', code: 'disk-full' });
  // Neither the folder nor the file: a guest is told nothing of where things lie.
  expect(JSON.stringify(states)).not.toContain(host.test.folder);
  expect(handle.state.unsavedEdits).toBeGreaterThan(0);
  expect(handle.document.getText('said').toString()).toBe('typed into a full disk');
  disk.set('works');
  await vi.waitUntil(() => handle.state.unsavedEdits === 0, { timeout: 30_000 });
  await vi.waitUntil(() => states.length > 1, { timeout: 20_000 });
  expect(states.at(-1)).toEqual({ kind: 'healthy' });
}, 60_000);

function raise(): never {
  throw new Error('the invite is listed');
}
