// Somebody with an invite who stops reading: what waits for them is bounded, they are let go by name, and an honest guest in
// the same room goes on getting acknowledgements.
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { encodeCallFrame, PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { inviteToken, parseInviteLink } from '../../shared/sharing/invite-link.ts';
import { visitorsKey } from '../../shared/workspace/workspace-key.ts';
import { createLog } from '../host/log.ts';
import { authMessage } from './hostile-frames.ts';
import { isLive, isSaved } from './testing/document-waits.ts';
import { newVisitorKey, type SharedHost, startSharedHost, visitAs } from './testing/shared-host.ts';

const MEGABYTE = 1_024 * 1_024;
/** At which a visitor counts as one who has stopped reading, and a message and what is under way at that moment. */
const MOST_WAITING = 24 * MEGABYTE + 4 * MEGABYTE;
/** For a computer that is busy with other things as well. */
const LIMIT = { timeout: 60_000, interval: 10 };

async function start() {
  const lines: string[] = [];
  const host = await startSharedHost({ log: createLog((line) => lines.push(line)) });
  onTestFinished(() => host.close());
  const honest = await visitAs('Honest', await host.link('editor'));
  onTestFinished(() => honest.close());
  const handle = honest.documents.openDocument(host.documentName);
  await isLive(handle);
  const letGo = () => lines.filter((line) => line.includes('web-reader-too-slow'));
  return { host, handle, letGo };
}

/** Somebody who greets, says a name, and reads nothing from then on. */
async function whoStopsReading(host: SharedHost, kind: 'teammate' | 'editor') {
  const parsed = parseInviteLink(await host.link(kind));
  if (!parsed.ok) throw new Error('a link of ours');
  const socket = new WebSocket(
    `wss://${parsed.value.addresses[0]}/`,
    ['earshot', inviteToken(parsed.value), newVisitorKey()],
    { rejectUnauthorized: false, perMessageDeflate: false },
  );
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  await once(socket, 'message');
  const call = (id: number, method: string, params: unknown) =>
    socket.send(encodeCallFrame({ kind: 'call', id, method, params }));
  call(1, 'visit.introduce', { name: 'Slow' });
  await once(socket, 'message');
  return { socket, call };
}

it('files that are asked for and never read do not pile up', async () => {
  const { host, handle, letGo } = await start();
  const words = 'they said so '.repeat(70_000);
  const { original: hash } = await host.test.call('transcripts.import', {
    interviewId: host.interviewId,
    newParticipant: '',
    fileName: 'call.vtt',
    bytes: new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\nAda: ${words}\n`),
    format: null,
    offsetMs: 0,
    speakers: {},
  });
  const slow = await whoStopsReading(host, 'teammate');
  slow.socket.pause();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let asked = 0;
  while (letGo().length === 0) {
    for (let count = 0; count < 16; count += 1) {
      asked += 1;
      slow.call(10 + asked, 'blobs.read', { kind: 'original', hash, from: 0, length: MEGABYTE });
    }
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    handle.document.getText('said').insert(0, `${asked} `);
    await isSaved(handle);
  }
  const [line = '{}'] = letGo();
  expect(JSON.parse(line)).toMatchObject({ event: 'web-reader-too-slow' });
  expect(JSON.parse(line).waitingBytes).toBeLessThan(MOST_WAITING);
  expect(most).toBeLessThan(8 * MOST_WAITING);
  await isSaved(handle);
}, 120_000);

it('a room that one does not listen to goes on for the others', async () => {
  const { host, handle, letGo } = await start();
  const { workspace } = await host.test.call('session.state', {});
  if (!workspace) throw new Error('a workspace is open');
  const slow = await whoStopsReading(host, 'editor');
  slow.socket.send(authMessage(host.documentName, visitorsKey(workspace.id)));
  await once(slow.socket, 'message');
  slow.socket.pause();
  const text = handle.document.getText('said');
  // The system's own buffers take a few megabytes before anything waits here.
  for (let edits = 0; edits < 80 && letGo().length === 0; edits += 1) {
    text.insert(0, `${edits} ${'they said so '.repeat(40_000)}`);
    await isSaved(handle);
  }
  await vi.waitFor(() => expect(letGo()).toHaveLength(1), LIMIT);
  expect(JSON.parse(letGo()[0] ?? '{}').waitingBytes).toBeLessThan(MOST_WAITING);
  text.insert(0, 'and on it goes');
  await isSaved(handle);
}, 120_000);
