// A teammate joins over the real door: TLS on the loopback address, the key pinned in the link, an invite that can be revoked.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { LIMIT, newInterview, participants, startHost } from '../host/replica/testing/two-hosts.ts';
import { connectPinned } from '../sharing-door/pinned-socket.ts';
import { newVisitorKey, startSharedHost } from './testing/shared-host.ts';

async function inesAndTomas() {
  const shared = await startSharedHost();
  onTestFinished(() => shared.close());
  const key = newVisitorKey();
  const tomas = await startHost({ connectPeer: (link) => (far) => connectPinned(link, key, far) });
  const link = await shared.link('teammate');
  const joined = await tomas.call('peers.join', { link, name: 'Tomas', role: 'engineer', folder: null });
  return { shared, ines: shared.test, tomas, link, joined };
}

it('keeps one workspace on two computers, over TLS', async () => {
  const { ines, tomas, joined, link } = await inesAndTomas();
  const { workspace, me } = await ines.call('session.state', {});
  expect(joined).toMatchObject({ id: workspace?.id, name: workspace?.name });
  expect(await participants(tomas)).toEqual(['Rowan']);
  await newInterview(ines, 'Ada');
  await newInterview(tomas, 'Sam');
  for (const host of [ines, tomas])
    await vi.waitFor(async () => expect(await participants(host)).toEqual(['Ada', 'Rowan', 'Sam']), LIMIT);
  expect((await tomas.call('peers.state', {})).peers[0]?.name).toBe(me.name);
  // The secret is in the user folder, and nowhere in the workspace.
  const secret = /t=[^.]+\.([A-Za-z0-9_-]+)/.exec(link)?.[1] ?? 'no secret';
  expect(await readFile(join(tomas.folder, 'user', 'peers.json'), 'utf8')).toContain(secret);
  expect(await readFile(join(joined.folder, 'earshot.json'), 'utf8')).not.toContain(secret);
});

it('says that an invite was revoked, keeps everything, and works on alone', async () => {
  const { ines, tomas } = await inesAndTomas();
  const [invite] = (await ines.call('sharing.state', {})).invites;
  if (!invite) throw new Error('the invite is listed');
  await ines.call('sharing.revoke', { inviteId: invite.id, personId: null });
  await vi.waitFor(
    async () =>
      expect((await tomas.call('peers.state', {})).peers[0]?.connection).toMatchObject({
        kind: 'not-connected',
        reason: 'revoked',
      }),
    LIMIT,
  );
  await newInterview(tomas, 'Sam');
  expect(await participants(tomas)).toEqual(['Rowan', 'Sam']);
  expect((await tomas.call('peers.state', {})).peers[0]?.waitingEdits).toBeGreaterThan(0);
  expect(await participants(ines)).toEqual(['Rowan']);
});
