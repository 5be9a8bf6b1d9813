// Somebody else's interview in one's own Earshot: a window whose frames its own host carries over the pinned line. Real hosts,
// a real TLS door; only the window is a memory transport.
import { afterEach, expect, it, vi } from 'vitest';
import { MemoryTransport } from '../../renderer/client/memory-transport.ts';
import { carriedTo } from '../../renderer/client/visited-interview.ts';
import { decodeFrame, encodeCallFrame, HostFrame } from '../../shared/protocol.ts';
import type { Viewer } from '../host/connection.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { connectPinned } from '../sharing-door/pinned-socket.ts';
import { clientOver } from './testing/client-of.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { newVisitorKey, type SharedHost, startSharedHost } from './testing/shared-host.ts';

const LIMIT = { timeout: 20_000, interval: 20 };
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

async function inesAndTomas(): Promise<{ readonly shared: SharedHost; readonly tomas: TestHost }> {
  const shared = await startSharedHost();
  cleanUp.push(() => shared.close());
  const key = newVisitorKey();
  const tomas = await startTestHost({ connectPeer: (link) => (far) => connectPinned(link, key, far) });
  cleanUp.push(() => tomas.close());
  return { shared, tomas };
}

/** A window of Tomas's Earshot on a visit. */
function windowOf(host: TestHost, link: string, viewer: Viewer = { access: 'owner' }) {
  const window = clientOver(carriedTo(link, new MemoryTransport<Viewer>(host.host, viewer)));
  // What the other transports do by themselves.
  window.transport.onState((state) => {
    if (state.kind === 'closed' && state.willRetry) setTimeout(() => window.transport.tryNow(), 20);
  });
  cleanUp.push(() => window.close());
  return window;
}

it('writes into the one interview of the invite, under the name and role that were given, and keeps nothing here', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('editor');
  const look = await tomas.call('peers.look', { link });
  expect(look).toMatchObject({ kind: 'editor', hostName: 'Ines', participant: 'Rowan', folder: null });
  expect((await shared.test.call('sharing.state', {})).invites[0]?.people).toEqual([]);
  await tomas.call('peers.visit', { link, name: 'Tomas', role: 'designer' });
  const window = windowOf(tomas, link);
  expect(await window.client.call('visit.state', {})).toMatchObject({
    kind: 'editor',
    person: { name: 'Tomas', role: 'designer' },
    interview: { participant: 'Rowan' },
  });
  const handle = window.documents.openDocument(shared.documentName);
  await isLive(handle);
  handle.document.getText('said').insert(0, 'from another Earshot');
  await isSaved(handle);
  const { guestsHere, invites } = await shared.test.call('sharing.state', {});
  expect(guestsHere).toBe(1);
  expect(invites[0]?.people).toMatchObject([{ name: 'Tomas', role: 'designer', isHere: true }]);
  // What this window may is what the invite allows, whatever its person may on their own computer.
  await expect(window.client.call('interviews.list', {})).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(window.client.call('sharing.state', {})).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await tomas.call('session.state', {})).recent).toEqual([]);
}, 30_000);

it('reads with a reader’s invite, whatever role was wanted', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('viewer');
  await tomas.call('peers.visit', { link, name: 'Mara', role: 'engineer' });
  const window = windowOf(tomas, link);
  expect(await window.client.call('visit.state', {})).toMatchObject({ person: { role: 'observer' } });
  const handle = window.documents.openDocument(shared.documentName);
  await isLive(handle);
  expect(handle.state.isReadOnly).toBe(true);
}, 30_000);

it('ends with the invite, and keeps what was not sent', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('editor');
  await tomas.call('peers.visit', { link, name: 'Tomas', role: 'engineer' });
  const window = windowOf(tomas, link);
  const handle = window.documents.openDocument(shared.documentName);
  await isLive(handle);
  const [invite] = (await shared.test.call('sharing.state', {})).invites;
  if (!invite) throw new Error('the invite is listed');
  await shared.test.call('sharing.revoke', { inviteId: invite.id, personId: null });
  await vi.waitFor(
    () =>
      expect(window.client.connection).toMatchObject({
        kind: 'refused',
        error: { details: { reason: 'revoked' } },
      }),
    LIMIT,
  );
  handle.document.getText('said').insert(0, 'too late');
  expect(handle.state.unsavedEdits).toBe(1);
  expect(handle.document.getText('said').toString()).toBe('too late');
}, 30_000);

it('sends nothing to a computer with another key, and says so', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = (await shared.link('editor')).replace(/k=[^&]+/, `k=${'A'.repeat(43)}`);
  await expect(tomas.call('peers.visit', { link, name: 'Tomas', role: 'engineer' })).rejects.toMatchObject({
    details: { reason: 'wrong-key' },
  });
  const window = windowOf(tomas, link);
  await vi.waitFor(
    () =>
      expect(window.client.connection).toMatchObject({
        kind: 'refused',
        error: { details: { reason: 'wrong-key' } },
      }),
    LIMIT,
  );
}, 30_000);

it('waits for a host that does not answer, and is in when it does', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('editor');
  await shared.test.call('sharing.stop', {});
  const window = windowOf(tomas, link);
  const told = window.client.call('visit.state', {});
  await expect(tomas.call('peers.look', { link })).rejects.toMatchObject({ code: 'connection-lost' });
  expect(window.client.connection.kind).toBe('connecting');
  await shared.test.call('sharing.start', {});
  expect(await told).toMatchObject({ hostName: 'Ines' });
}, 30_000);

it('visits no whole workspace, and nobody by an own invite', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('teammate');
  await expect(tomas.call('peers.visit', { link, name: 'Tomas', role: 'engineer' })).rejects.toMatchObject({
    details: { reason: 'whole-workspace' },
  });
  const own = { link, name: 'Ines', role: 'pm', folder: null } as const;
  const ines = await startSharedHost({
    connectPeer: (to) => (far) => connectPinned(to, newVisitorKey(), far),
  });
  cleanUp.push(() => ines.close());
  const ownLink = await ines.link('teammate');
  for (const refused of [
    ines.test.call('peers.join', { ...own, link: ownLink }),
    ines.test.call('peers.look', { link: ownLink }),
  ])
    await expect(refused).rejects.toMatchObject({ details: { reason: 'own-invite' } });
}, 30_000);

it('tells where a workspace is on this computer already, also when its invite was forgotten', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('teammate');
  const joined = await tomas.call('peers.join', { link, name: 'Tomas', role: 'engineer', folder: null });
  const [peer] = (await tomas.call('peers.state', {})).peers;
  await tomas.call('peers.leave', { id: peer?.id ?? '' });
  const second = await shared.link('teammate');
  expect(await tomas.call('peers.look', { link: second })).toMatchObject({ folder: joined.folder });
}, 30_000);

it('is told of another invite that is opened on its computer, unless a window there takes it', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('editor');
  await tomas.call('peers.visit', { link, name: 'Tomas', role: 'engineer' });
  const window = windowOf(tomas, link);
  await window.client.call('visit.state', {});
  let told = 0;
  window.client.on('invite.opened', () => {
    told += 1;
  });
  const other = await shared.link('viewer');
  tomas.leave();
  tomas.host.openInvite(other);
  await vi.waitFor(() => expect(told).toBe(1), LIMIT);
  // It waits at its own host, and nothing of it went to whom one visits.
  await expect(window.client.call('sharing.takeInvite', {})).rejects.toMatchObject({ code: 'not-allowed' });
  const home = clientOver(new MemoryTransport<Viewer>(tomas.host, { access: 'owner' }));
  cleanUp.push(() => home.close());
  expect(await home.client.call('sharing.takeInvite', {})).toEqual({ link: other });

  const taken = new Promise((resolve) => home.client.on('invite.opened', () => resolve('at home')));
  tomas.host.openInvite(other);
  expect(await taken).toBe('at home');
  await window.client.call('visit.state', {});
  expect(told).toBe(1);
}, 30_000);

it('carries nobody’s frames but those of who sits here', async () => {
  const { shared, tomas } = await inesAndTomas();
  const link = await shared.link('editor');
  for (const viewer of [{ access: 'guest' }, { access: 'member' }] as const) {
    const heard: HostFrame[] = [];
    let isClosed = false;
    const connection = tomas.host.connect(
      {
        send(frame) {
          const decoded = decodeFrame(frame, HostFrame);
          if (decoded.channel === 'call') heard.push(decoded.message);
        },
        close: () => {
          isClosed = true;
        },
      },
      viewer,
    );
    connection.receive(encodeCallFrame({ kind: 'visit', link }));
    expect(heard).toMatchObject([{ kind: 'refused', error: { code: 'not-allowed' } }]);
    expect(isClosed).toBe(true);
  }
}, 30_000);
