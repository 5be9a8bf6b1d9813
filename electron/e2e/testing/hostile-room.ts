// A host that shares, an honest guest in its room, and lines of bytes for somebody who is not. What such lines carry is
// in hostile-messages.ts.
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { decodeFrame, encodeCallFrame, HostFrame, PROTOCOL_VERSION } from '../../../shared/protocol.ts';
import { type InviteLink, parseInviteLink } from '../../../shared/sharing/invite-link.ts';
import { visitorsKey } from '../../../shared/workspace/workspace-key.ts';
import { connectPinned } from '../../sharing-door/pinned-socket.ts';
import { authMessage } from '../hostile-frames.ts';
import type { TestClient } from './client-of.ts';
import { isLive, isSaved } from './document-waits.ts';
import {
  newVisitorKey,
  type PinnedTransport,
  type SharedHost,
  startSharedHost,
  visitAs,
} from './shared-host.ts';

let host: SharedHost;
let honest: TestClient<PinnedTransport>;
let link: string;
let parsed: InviteLink;
const cleanUp: (() => void)[] = [];

/** Of the test that runs. */
export const room = {
  get host() {
    return host;
  },
  get honest() {
    return honest;
  },
  get link() {
    return link;
  },
  get parsed() {
    return parsed;
  },
  /** Ends the host and starts it again on its folder. */
  async restart() {
    const again = await host.test.restart();
    host = { ...host, test: again, close: () => again.close() };
  },
  /** Called after the test, the last first. */
  cleanUp,
};

/** Starts and ends it around every test of the file. */
export function startRoomForEachTest(): void {
  beforeEach(async () => {
    host = await startSharedHost();
    link = await host.link('editor');
    honest = await visitAs('Honest', link);
    const result = parseInviteLink(link);
    if (!result.ok) throw new Error('a link of ours');
    parsed = result.value;
  });
  afterEach(async () => {
    for (const close of cleanUp.splice(0).reverse()) close();
    honest.close();
    await host.close();
  });
}

/** What is typed now is on the host's disk and acknowledged, whatever somebody else has done. */
export async function expectHonestAcks(): Promise<void> {
  const handle = honest.documents.openDocument(host.documentName);
  await isLive(handle);
  const word = `honest ${Math.random()}`;
  handle.document.getText('said').insert(0, word);
  await isSaved(handle);
  handle.release();
  const check = await visitAs('Reader', link);
  cleanUp.push(() => check.close());
  const seen = check.documents.openDocument(host.documentName);
  await isLive(seen);
  expect(seen.document.getText('said').toString()).toContain(word);
}

export interface Line {
  readonly text: () => string;
  readonly refusal: () => string | undefined;
  readonly isClosed: () => boolean;
  send(message: Uint8Array): void;
  call(id: number, method: string, params: unknown): void;
  /** `result`, or the error's code, of the call. */
  answer(id: number): Promise<string>;
}

/** A line of bytes, let into the door by an invite and greeted. */
export async function openLine(by = link, visitorKey = newVisitorKey()): Promise<Line> {
  const heard: Uint8Array[] = [];
  let isOpen = false;
  let ended: { readonly reason: unknown; readonly code: string } | null = null;
  const socket = connectPinned(by, visitorKey, {
    open: () => {
      isOpen = true;
    },
    frame: (frame) => heard.push(frame),
    closed: (error) => {
      ended = { reason: error.details.reason, code: error.code };
    },
  });
  cleanUp.push(() => socket.close());
  const messages = () =>
    heard.flatMap((bytes) => {
      const frame = decodeFrame(bytes, HostFrame);
      return frame.channel === 'call' ? [frame.message] : [];
    });
  await vi.waitUntil(() => isOpen || ended !== null, { timeout: 10_000 });
  socket.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  return {
    text: () =>
      heard
        .filter((bytes) => bytes[0] === 1)
        .map((bytes) => new TextDecoder().decode(bytes))
        .join('\n'),
    refusal: () => {
      for (const message of messages())
        if (message.kind === 'refused') return String(message.error.details.reason ?? message.error.code);
      return ended ? String(ended.reason ?? ended.code) : undefined;
    },
    isClosed: () => ended !== null,
    send: (message) => socket.send(message),
    call: (id, method, params) => socket.send(encodeCallFrame({ kind: 'call', id, method, params })),
    async answer(id) {
      const found = await vi.waitUntil(
        () => messages().find((message) => 'id' in message && message.id === id),
        { timeout: 10_000 },
      );
      return found.kind === 'error' ? found.error.code : found.kind;
    },
  };
}

/** The same, introduced and let into the interview. */
export async function openRoom(by = link, visitorKey = newVisitorKey()): Promise<Line> {
  const line = await openLine(by, visitorKey);
  line.call(1, 'visit.introduce', { name: 'Mallory' });
  expect(await line.answer(1)).toBe('result');
  const workspaceId = (await host.test.call('session.state', {})).workspace?.id;
  if (!workspaceId) throw new Error('a workspace is open');
  line.send(authMessage(host.documentName, visitorsKey(workspaceId)));
  await vi.waitUntil(() => /read-?(write|only)/.test(line.text()), { timeout: 10_000 });
  return line;
}
