// Everything that somebody with an invite may try in a room. Each is refused by name, and an honest guest in the same room
// goes on getting acknowledgements. What strangers try at the door: hostile-door.test.ts.
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { visitorsKey } from '../../shared/workspace/workspace-key.ts';
import { authMessage } from './hostile-frames.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { deepValue, edit, gap, nested, numbers, presence, sync, update } from './testing/hostile-messages.ts';
import { expectHonestAcks, openRoom, room, startRoomForEachTest } from './testing/hostile-room.ts';

startRoomForEachTest();

describe('from a guest who may write', () => {
  it.each<readonly [string, string, () => Uint8Array]>([
    [
      'ten bytes that claim 33 million structs',
      'malformed-update',
      () => update(numbers(1, 33_554_431, 7, 0)),
    ],
    ['four billion clients', 'malformed-update', () => update(numbers(4_294_967_295, 1, 7, 0))],
    [
      'four billion deletes',
      'malformed-update',
      () => update(numbers(0, 4_294_967_295, 5, 4_294_967_295, 0, 1)),
    ],
    [
      'noise',
      'malformed-update',
      () => update(Uint8Array.from({ length: 300 }, (_, at) => (at * 167 + 13) % 256)),
    ],
    [
      'half an update',
      'malformed-update',
      () => update(edit((one) => one.getText('t').insert(0, 'words')).slice(0, 12)),
    ],
    [
      'an update of the second version',
      'malformed-update',
      () => {
        const document = new Y.Doc();
        document.getText('said').insert(0, 'in another form');
        return update(Y.encodeStateAsUpdateV2(document));
      },
    ],
    ['a value nested 200,000 times', 'malformed-update', () => update(deepValue(200_000))],
    ['maps nested 20,000 times', 'too-deep', () => update(nested(20_000))],
    ['maps nested 40 times', 'too-deep', () => update(nested(40))],
    ['a gap', 'gap', () => update(gap())],
    ['a delete of what is not here', 'gap', () => update(numbers(0, 1, 77, 1, 0, 5))],
    [
      '17 MB at once',
      'update-too-large',
      () => update(edit((one) => one.getText('t').insert(0, 'z'.repeat(17_000_000)))),
    ],
    ['a presence of a megabyte', 'presence-too-large', () => presence(5, { x: 'a'.repeat(1_000_000) })],
    ['a state vector of a megabyte', 'state-vector-too-large', () => sync(0, new Uint8Array(1_000_000))],
  ])(
    '%s is refused: %s',
    async (_what, reason, attack) => {
      const line = await openRoom();
      line.send(attack());
      await vi.waitUntil(() => line.text().includes(reason) || line.isClosed(), { timeout: 20_000 });
      expect(line.text()).toContain(reason);
      await expectHonestAcks();
    },
    60_000,
  );

  it('a flood of state vectors is refused', async () => {
    const line = await openRoom();
    for (let count = 0; count < 200; count += 1) line.send(sync(0, Uint8Array.of(0)));
    await vi.waitUntil(() => line.text().includes('too-many-state-vectors'), { timeout: 20_000 });
    await expectHonestAcks();
  });

  it('more presences than windows are refused', async () => {
    const line = await openRoom();
    for (let client = 1; client <= 20; client += 1) line.send(presence(client, { typing: true }));
    await vi.waitUntil(() => line.text().includes('too-many-presences'), { timeout: 10_000 });
    await expectHonestAcks();
  });

  it('words under another’s client id are refused, before and after that one has written, and after a restart', async () => {
    const victim = room.honest.documents.openDocument(room.host.documentName);
    await isLive(victim);
    const { clientID } = victim.document;
    victim.document.getText('said').insert(0, 'mine. ');
    await isSaved(victim);
    const forged = () => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(victim.document));
      copy.clientID = clientID;
      const before = Y.encodeStateVector(copy);
      copy.getText('said').insert(0, 'forged');
      return Y.encodeStateAsUpdate(copy, before);
    };
    const line = await openRoom();
    line.send(update(forged()));
    await vi.waitUntil(() => line.text().includes('client-of-another'), { timeout: 10_000 });
    await room.restart();
    await isLive(victim);
    const later = await openRoom();
    later.send(update(forged()));
    await vi.waitUntil(() => later.text().includes('client-of-another'), { timeout: 10_000 });
    victim.document.getText('said').insert(0, 'and mine. ');
    await isSaved(victim);
    expect(victim.document.getText('said').toString()).not.toContain('forged');
  }, 60_000);

  it('a presence carries the name that the host knows, and never another’s client', async () => {
    const handle = room.honest.documents.openDocument(room.host.documentName);
    await isLive(handle);
    handle.awareness.setLocalState({ name: 'Honest', typing: false });
    const line = await openRoom();
    await vi.waitUntil(() => line.text().includes('Honest'), { timeout: 5_000 });
    line.send(presence(handle.awareness.clientID, { name: 'Stolen' }, 1_000));
    line.send(
      presence(4_242, { personId: 'x', name: 'Ines', role: 'pm', user: { name: 'Ines' }, typing: true }),
    );
    await vi.waitUntil(() => handle.awareness.getStates().has(4_242), { timeout: 5_000 });
    expect(handle.awareness.getStates().get(4_242)).toMatchObject({
      name: 'Mallory',
      role: 'engineer',
      typing: true,
      user: { name: 'Mallory' },
    });
    expect(handle.awareness.getLocalState()).toMatchObject({ name: 'Honest' });
  });

  it('names that no document has, and documents of others, open nothing', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      '../workspace',
      'x'.repeat(100_000),
      'workspace',
    ]) {
      const line = await openRoom();
      line.send(
        authMessage(
          name,
          visitorsKey((await room.host.test.call('session.state', {})).workspace?.id ?? ('x' as never)),
        ),
      );
      await vi.waitUntil(() => line.isClosed() || line.text().includes('not-in-your-invite'), {
        timeout: 10_000,
      });
    }
    await expectHonestAcks();
  }, 60_000);

  it('paths in place of hashes reach no file', async () => {
    const teammate = await openRoom(await room.host.link('teammate'));
    for (const [id, hash] of ['../../user/sharing-key.json', '/etc/passwd', '..', 'a'.repeat(63)].entries()) {
      teammate.call(10 + id, 'blobs.read', { kind: 'original', hash, from: 0, length: 100 });
      expect(await teammate.answer(10 + id)).toBe('invalid-input');
    }
  });
});

describe('from a viewer', () => {
  it('a write is refused by name and has no effect', async () => {
    const line = await openRoom(await room.host.link('viewer'));
    line.send(update(edit((document) => document.getText('said').insert(0, 'by a reader'))));
    await vi.waitUntil(() => line.text().includes('read-only'), { timeout: 10_000 });
    await expectHonestAcks();
    const handle = room.honest.documents.openDocument(room.host.documentName);
    await isLive(handle);
    expect(handle.document.getText('said').toString()).not.toContain('by a reader');
  });
});
