// Somebody leaves and comes back: the folder that they have is gone on with, and nothing of either side is lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openDocumentLogs } from '../documents/document-logs.ts';
import { createDocumentServer } from '../documents/document-server.ts';
import { watchStorage } from '../documents/storage-watch.ts';
import { silentLog } from '../log.ts';
import { openDerivedCache } from '../storage/derived-cache.ts';
import { join, LIMIT, newInterview, participants, twoJoinedHosts, untilInStep } from './testing/two-hosts.ts';
import { UnsentEdits } from './unsent-edits.ts';

it.each(['open', 'closed'])(
  'goes on with the folder that is there, with what both made meanwhile, the workspace %s in between',
  async (between) => {
    const { ines, tomas } = await twoJoinedHosts();
    await newInterview(ines, 'Rowan');
    await newInterview(tomas, 'Sam');
    await untilInStep({ ines, tomas });
    const [peer] = (await tomas.call('peers.state', {})).peers;
    const folder = (await tomas.call('session.state', {})).workspace?.folder;
    await tomas.call('peers.leave', { id: peer?.id ?? '' });
    await newInterview(ines, 'Ash');
    await newInterview(tomas, 'Wren');
    if (between === 'closed') await tomas.call('workspaces.close', {});
    expect((await join(tomas)).folder).toBe(folder);
    const all = ['Ash', 'Rowan', 'Sam', 'Wren'];
    await vi.waitFor(async () => expect(await participants(tomas)).toEqual(all), LIMIT);
    await vi.waitFor(async () => expect(await participants(ines)).toEqual(all), LIMIT);
    await untilInStep({ ines, tomas });
  },
  40_000,
);

/** What waits for a host about which nothing is known, over a log with `edits` edits. */
async function newcomer(edits: number) {
  const folder = await mkdtemp(joinPath(tmpdir(), 'earshot-unsent-'));
  const logs = await openDocumentLogs(folder, silentLog(), false);
  const documents = createDocumentServer({
    logs,
    storage: watchStorage(
      () => undefined,
      () => new Date(),
    ),
    log: silentLog(),
    isReadOnly: false,
    isKnown: () => true,
    key: 'k',
  });
  const write = (words: string) =>
    documents.edit('interview-i', (document) => document.getText('said').insert(0, words));
  for (let edit = 0; edit < edits; edit += 1) await write('before ');
  const unsent = new UnsentEdits({
    documents,
    derived: await openDerivedCache(joinPath(folder, 'derived')),
    peerId: 'p',
    isTheirs: () => false,
    onChange: () => undefined,
  });
  onTestFinished(async () => {
    await unsent.close();
    await documents.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { unsent, write };
}

it('does not count as waiting what was acknowledged before the log had been looked through', async () => {
  const { unsent } = await newcomer(3);
  unsent.acknowledgeUpTo('interview-i', unsent.mark('interview-i'));
  await unsent.lookThrough(['interview-i']);
  expect(unsent.counts()).toEqual({});
});

it('counts what is made while the log is looked through, once', async () => {
  const { unsent, write } = await newcomer(3);
  const writing = Array.from({ length: 12 }, () => write('meanwhile '));
  await writing[0];
  await unsent.lookThrough(['interview-i']);
  await Promise.all(writing);
  expect(unsent.counts()).toEqual({ 'interview-i': 15 });
  unsent.acknowledgeUpTo('interview-i', unsent.mark('interview-i'));
  expect(unsent.counts()).toEqual({});
});
