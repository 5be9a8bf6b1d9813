// The sharing door for transport-suite.ts: TLS and a pinned key on both sides, and a desk that takes everybody for the owner,
// since the suite makes workspaces. What a desk refuses is for hostile-peers.test.ts.

import { InviteId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { formatInviteLink } from '../../../shared/sharing/invite-link.ts';
import type { Host } from '../../host/host.ts';
import { silentLog } from '../../host/log.ts';
import type { SharingDoor } from '../../host/sharing/sharing-port.ts';
import { startTestHost } from '../../host/testing/start-test-host.ts';
import { connectPinned, type PinnedSocket } from '../../sharing-door/pinned-socket.ts';
import { openSharingDoor } from '../../sharing-door/sharing-door.ts';
import type { OpenDoor, RawLine } from '../transport-suite.ts';
import { clientOver, type TestClient } from './client-of.ts';
import { newVisitorKey, PinnedTransport } from './shared-host.ts';

export async function openTestSharingDoor(): Promise<OpenDoor> {
  let test = await startTestHost();
  const userFolder = test.folder;
  const open = (host: Host, port: number): Promise<SharingDoor> =>
    openSharingDoor({
      userFolder,
      port,
      rendererFolder: null,
      host: '127.0.0.1',
      names: ['127.0.0.1'],
      log: silentLog(),
      desk: {
        areBrowsersAllowed: () => false,
        admit: () => ok({ access: 'owner' }),
        connect: (socket, viewer) => host.connect(socket, viewer),
      },
    });
  let door = await open(test.host, 0);
  const { key } = door;
  const link = formatInviteLink({
    addresses: [`127.0.0.1:${door.port}`],
    key,
    inviteId: InviteId.parse('invite'),
    secret: 's'.repeat(22),
  });
  const clients: TestClient<PinnedTransport>[] = [];
  const lines: PinnedSocket[] = [];
  return {
    connect() {
      const client = clientOver(new PinnedTransport(link, newVisitorKey()));
      clients.push(client);
      return client;
    },
    openLine: () => openLine(link, lines),
    async restart(meanwhile) {
      const { port } = door;
      await door.close();
      await meanwhile();
      test = await test.restart();
      door = await open(test.host, port);
    },
    async close() {
      for (const client of clients) client.close();
      for (const line of lines) line.close();
      await door.close();
      await test.close();
    },
  };
}

function openLine(link: string, lines: PinnedSocket[]): Promise<RawLine> {
  const heard: Uint8Array[] = [];
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return new Promise((resolve) => {
    const socket = connectPinned(link, newVisitorKey(), {
      open: () => resolve({ heard, ended, send: (frame) => socket.send(frame) }),
      frame: (frame) => heard.push(frame),
      closed: ({ details }) => end(`closed-${String(details.code)}`),
    });
    lines.push(socket);
  });
}
