// Many who stop reading, each less far behind than one alone may be: what waits for all of them together is bounded at either
// door, those who take nothing are let go by name, and somebody honest in the same room goes on getting acknowledgements.
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { encodeCallFrame, PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { inviteToken, parseInviteLink } from '../../shared/sharing/invite-link.ts';
import { visitorsKey, workspaceKey } from '../../shared/workspace/workspace-key.ts';
import { createLog } from '../host/log.ts';
import { openWebDoor } from '../web/web-door.ts';
import { authMessage } from './hostile-frames.ts';
import { clientOver } from './testing/client-of.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { webTransport } from './testing/open-doors.ts';
import { newVisitorKey, startSharedHost, visitAs } from './testing/shared-host.ts';

const READERS = 12;
const MEGABYTE = 1_024 * 1_024;
const ONE_EDIT = 'x'.repeat(MEGABYTE);
/** More than the system's own buffers and the door's limit take, for so many readers. */
const MOST_EDITS = 40;

async function start() {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const shared = await startSharedHost({ log });
  onTestFinished(() => shared.close());
  const { workspace } = await shared.test.call('session.state', {});
  if (!workspace) throw new Error('a workspace is open');
  const letGo = () =>
    lines.flatMap((line) => {
      const entry: unknown = JSON.parse(line);
      const isOne = typeof entry === 'object' && entry !== null && 'event' in entry && 'reason' in entry;
      return isOne && entry.event === 'web-reader-too-slow' ? [entry.reason] : [];
    });
  return { shared, workspace, log, letGo };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Each greets, opens the document, and reads nothing from then on. */
async function stopReading(socket: WebSocket, introduce: boolean, room: Uint8Array): Promise<void> {
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  await once(socket, 'message');
  if (introduce) {
    const params = { name: 'Slow' };
    socket.send(encodeCallFrame({ kind: 'call', id: 1, method: 'visit.introduce', params }));
    await once(socket, 'message');
  }
  socket.send(room);
  await once(socket, 'message');
  socket.pause();
}

async function atTheSharingDoor({ shared, workspace }: Started) {
  const room = authMessage(shared.documentName, visitorsKey(workspace.id));
  for (let reader = 0; reader < READERS; reader += 1) {
    const parsed = parseInviteLink(await shared.link('editor'));
    if (!parsed.ok) throw new Error('a link of ours');
    const protocols = ['earshot', inviteToken(parsed.value), newVisitorKey()];
    const url = `wss://${parsed.value.addresses[0]}/`;
    await stopReading(new WebSocket(url, protocols, { rejectUnauthorized: false }), true, room);
  }
  return visitAs('Honest', await shared.link('editor'));
}

async function atTheWebDoor({ shared, workspace, log }: Started) {
  const door = await openWebDoor(shared.test.host, { rendererFolder: shared.test.folder, port: 0, log });
  onTestFinished(() => door.close());
  const origin = `http://127.0.0.1:${door.port}`;
  const room = authMessage(shared.documentName, workspaceKey(workspace));
  for (let reader = 0; reader < READERS; reader += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}/`, ['earshot', door.token], { origin });
    await stopReading(socket, false, room);
  }
  return clientOver(webTransport(door));
}

it.each([
  ['sharing', atTheSharingDoor],
  ['web', atTheWebDoor],
] as const)(
  'what waits for many at the %s door is bounded together',
  async (_name, open) => {
    const started = await start();
    const honest = await open(started);
    onTestFinished(() => honest.close());
    const handle = honest.documents.openDocument(started.shared.documentName);
    await isLive(handle);
    const losses: string[] = [];
    honest.client.subscribe(({ kind }) => losses.push(kind));
    const text = handle.document.getText('said');
    for (let edits = 0; edits < MOST_EDITS && started.letGo().length === 0; edits += 1) {
      text.insert(0, ONE_EDIT);
      await isSaved(handle);
    }
    expect(started.letGo()).toContain('behind-together');
    expect(started.letGo().length).toBeLessThan(READERS);
    for (let edits = 0; edits < 3; edits += 1) {
      text.insert(0, ONE_EDIT);
      await isSaved(handle);
    }
    expect(started.letGo()).not.toContain('behind');
    expect(losses).toEqual([]);
  },
  120_000,
);
