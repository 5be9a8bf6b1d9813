// Letting others in, through the real door: who gets in by which link, what they see, and how it ends.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readInterview } from '../../shared/interviews/interview-document.ts';
import { parseInviteLink } from '../../shared/sharing/invite-link.ts';
import { readWorkspace } from '../../shared/workspace/workspace-document.ts';
import { hashOf } from '../host/sharing/sharing-store.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { newVisitorKey, type SharedHost, startSharedHost, visit, visitAs } from './testing/shared-host.ts';

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

it('opens no port before somebody shares, and none after they stop', async () => {
  const host = await share();
  expect(await host.test.call('sharing.state', {})).toMatchObject({ isOn: true, canShare: true });
  const link = await host.link('editor');
  await host.test.call('sharing.stop', {});
  const guest = leaving(visit(link));
  await vi.waitUntil(() => guest.transport.state.kind === 'closed', { timeout: 10_000 });
  expect(await host.test.call('sharing.state', {})).toMatchObject({ isOn: false, addresses: [] });
});

it('lets a guest write into one interview, under their own name, saved on the host’s disk', async () => {
  const host = await share();
  const guest = leaving(await visitAs('Tomas', await host.link('editor')));
  const state = await guest.client.call('visit.state', {});
  expect(state).toMatchObject({
    person: { name: 'Tomas', role: 'engineer' },
    interview: { participant: 'Rowan', description: 'Owner, two food trucks' },
    workspaceName: 'Larder',
    hostName: 'Ines',
  });
  expect(JSON.stringify(state)).not.toContain('Okafor');
  const handle = guest.documents.openDocument(host.documentName);
  await isLive(handle);
  handle.document.getText('said').insert(0, 'from a guest');
  await isSaved(handle);
  const sharing = await host.test.call('sharing.state', {});
  expect(sharing.guestsHere).toBe(1);
  expect(sharing.invites[0]?.people).toMatchObject([{ name: 'Tomas', isHere: true }]);
});

it('tells a guest nothing of folders, real names and other interviews', async () => {
  const host = await share();
  const guest = leaving(await visitAs('Tomas', await host.link('editor')));
  const session = await guest.client.call('session.state', {});
  expect(session).toMatchObject({ me: { name: 'Tomas' }, recent: [], defaultFolder: '' });
  expect(JSON.stringify(session)).not.toContain(host.test.folder);
  for (const method of [
    'interviews.list',
    'needs.list',
    'peers.state',
    'replicas.list',
    'sharing.state',
  ] as const)
    await expect(guest.client.call(method, {})).rejects.toMatchObject({ code: 'not-allowed' });
  const other = await host.test.call('interviews.create', {
    participant: { pseudonym: 'Sorrel', description: '', realName: '' },
    plannedAt: null,
    guide: '',
  });
  for (const name of ['workspace', `interview-${other.id}`, 'interview-unknown']) {
    const handle = guest.documents.openDocument(name);
    await vi.waitUntil(() => handle.state.kind === 'refused', { timeout: 5_000 });
    expect(handle.state.reason).toBe('not-in-your-invite');
    expect(handle.document.getMap('notes').size + handle.document.getMap('people').size).toBe(0);
  }
});

it('opens no document for somebody who has not said who they are', async () => {
  const host = await share();
  const guest = leaving(visit(await host.link('editor')));
  expect(await guest.client.call('visit.state', {})).toMatchObject({ person: null, people: [], tags: [] });
  const handle = guest.documents.openDocument(host.documentName);
  await vi.waitUntil(() => handle.state.kind === 'refused', { timeout: 5_000 });
  await guest.client.call('visit.introduce', { name: 'Tomas' });
  await isLive(handle);
});

it('lets a viewer read and ask, and nothing more', async () => {
  const host = await share();
  const viewer = leaving(await visitAs('Mara', await host.link('viewer')));
  const handle = viewer.documents.openDocument(host.documentName);
  await isLive(handle);
  expect(handle.state.isReadOnly).toBe(true);
  await viewer.client.call('visit.ask', { text: 'What happens on a Monday?' });
  await vi.waitUntil(() => readInterview(handle.document).notes.length === 1, { timeout: 5_000 });
  const { person } = await viewer.client.call('visit.state', {});
  expect(readInterview(handle.document).notes[0]).toMatchObject({
    kind: 'follow-up',
    text: 'What happens on a Monday?',
    author: person?.id,
    role: 'observer',
  });
  await expect(viewer.client.call('visit.introduce', { name: 'Mara', role: 'pm' })).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

it('knows somebody again by the secret of their own computer, and by nothing else', async () => {
  const host = await share();
  const link = await host.link('editor');
  const key = newVisitorKey();
  const first = leaving(await visitAs('Tomas', link, key));
  const { person } = await first.client.call('visit.state', {});
  first.close();
  const again = leaving(visit(link, key));
  expect((await again.client.call('visit.state', {})).person).toEqual(person);
  const stranger = leaving(visit(link));
  expect((await stranger.client.call('visit.state', {})).person).toBeNull();
  const claim = stranger.client.call('visit.introduce', { name: 'Tomas', personId: person?.id });
  await expect(claim).rejects.toMatchObject({ code: 'not-allowed', details: { reason: 'person' } });
  const { me } = await host.test.call('session.state', {});
  const asHost = stranger.client.call('visit.introduce', { name: 'Ines', personId: me.id });
  await expect(asHost).rejects.toMatchObject({ code: 'not-allowed' });
});

it('is known to each host by another key, so that none can pass for it at the next', async () => {
  const secret = newVisitorKey();
  const known: string[] = [];
  for (const name of ['first', 'second']) {
    const host = await share();
    leaving(await visitAs('Tomas', await host.link('editor'), secret));
    const kept = await readFile(join(host.test.folder, 'user', 'sharing.json'), 'utf8');
    const hash = /"keyHash":\s*"([^"]+)"/.exec(kept)?.[1];
    expect(hash, `at the ${name} host`).toMatch(/^[A-Za-z0-9_-]{43}$/);
    known.push(hash ?? '');
  }
  expect(new Set([...known, hashOf(secret)]).size).toBe(3);
}, 30_000);

it('lets a teammate have everything, and writes them among the people', async () => {
  const host = await share();
  const teammate = leaving(await visitAs('Tomas', await host.link('teammate')));
  const handle = teammate.documents.openDocument('workspace');
  await isLive(handle);
  expect(readWorkspace(handle.document).people.map(({ name }) => name)).toContain('Tomas');
  expect((await teammate.client.call('replicas.list', {})).documents.length).toBe(2);
  await expect(teammate.client.call('workspaces.rename', { name: 'Mine' })).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

it('ends a revoked guest at once, keeps what they wrote, and lets nobody in by that link again', async () => {
  const host = await share();
  const link = await host.link('editor');
  const key = newVisitorKey();
  const guest = leaving(await visitAs('Tomas', link, key));
  const handle = guest.documents.openDocument(host.documentName);
  await isLive(handle);
  handle.document.getText('said').insert(0, 'stays');
  await isSaved(handle);
  const [invite] = (await host.test.call('sharing.state', {})).invites;
  if (!invite) throw new Error('there is an invite');
  await host.test.call('sharing.revoke', { inviteId: invite.id, personId: null });
  await vi.waitUntil(() => guest.transport.state.kind !== 'open', { timeout: 5_000 });
  for (const who of [key, newVisitorKey()]) {
    const replay = leaving(visit(link, who));
    await vi.waitUntil(() => replay.transport.state.kind === 'closed', { timeout: 5_000 });
  }
  const other = leaving(await visitAs('Mara', await host.link('viewer')));
  const seen = other.documents.openDocument(host.documentName);
  await isLive(seen);
  expect(seen.document.getText('said').toString()).toBe('stays');
});

it('shows one person out and closes the link to new ones, while the others stay', async () => {
  const host = await share();
  const link = await host.link('editor');
  const [tomas, mara] = [leaving(await visitAs('Tomas', link)), leaving(await visitAs('Mara', link))];
  const [invite] = (await host.test.call('sharing.state', {})).invites;
  const personId = invite?.people.find(({ name }) => name === 'Mara')?.personId;
  if (!invite || !personId) throw new Error('Mara is here');
  const after = await host.test.call('sharing.revoke', { inviteId: invite.id, personId });
  expect(after.invites[0]).toMatchObject({ isRevoked: false, isClosed: true });
  await vi.waitUntil(() => mara.transport.state.kind !== 'open', { timeout: 5_000 });
  const asSomebodyElse = leaving(visit(link));
  await vi.waitUntil(() => asSomebodyElse.transport.state.kind === 'closed', { timeout: 5_000 });
  expect((await tomas.client.call('visit.state', {})).person?.name).toBe('Tomas');
});

it('ends an invite at its hour, also for who is here', async () => {
  let now = new Date(2026, 10, 24, 10);
  const host = await share({ now: () => now });
  const link = await host.link('editor', 'today');
  const guest = leaving(await visitAs('Tomas', link));
  expect((await host.test.call('sharing.state', {})).invites[0]?.expiresAt).not.toBeNull();
  now = new Date(2026, 10, 25, 0, 0, 1);
  await expect(guest.client.call('visit.state', {})).rejects.toThrow();
  await vi.waitUntil(() => guest.transport.state.kind !== 'open', { timeout: 5_000 });
});

it('keeps its key and its port, so that old links work after a restart, and keeps secrets to itself', async () => {
  const host = await share();
  const link = await host.link('editor');
  const key = newVisitorKey();
  const guest = leaving(await visitAs('Tomas', link, key));
  const again = await host.test.restart();
  cleanUp.push(() => again.close());
  await vi.waitFor(
    async () => expect((await guest.client.call('visit.state', {})).person?.name).toBe('Tomas'),
    {
      timeout: 10_000,
    },
  );
  const parsed = parseInviteLink(link);
  if (!parsed.ok) throw new Error('a link of ours');
  const { readFileSync } = await import('node:fs');
  const kept = readFileSync(join(host.test.folder, 'user', 'sharing.json'), 'utf8');
  expect(kept).toContain(parsed.value.inviteId);
  expect(kept).not.toContain(parsed.value.secret);
  expect(kept).not.toContain(key);
  expect(statSync(join(host.test.folder, 'user', 'sharing-key.json')).mode & 0o777).toBe(0o600);
});

it('lets nobody into a workspace that they were not invited to', async () => {
  const host = await share();
  const guest = leaving(await visitAs('Tomas', await host.link('editor')));
  await host.test.call('workspaces.create', { name: 'Another', folder: null });
  await vi.waitUntil(() => guest.transport.state.kind !== 'open', { timeout: 5_000 });
  await expect(host.link('editor')).rejects.toMatchObject({ code: 'not-found' });
  expect((await host.test.call('sharing.state', {})).invites).toEqual([]);
});
