// A cable that is pulled says nothing: no end, no error. Between the two computers stands somebody who takes every byte and
// passes none on; what was sent meanwhile must be shown as waiting soon, and arrive once bytes pass again.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import { LIMIT, newInterview, participants, startHost } from '../host/replica/testing/two-hosts.ts';
import { connectPinned } from '../sharing-door/pinned-socket.ts';
import { openSharingDoor } from '../sharing-door/sharing-door.ts';
import { newVisitorKey, startSharedHost } from './testing/shared-host.ts';

/** A way to a port that can be made to swallow what comes from either side. */
async function startCable(portBehind: () => number) {
  let isPulled = false;
  const sockets = new Set<Socket>();
  const carry = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (bytes) => {
      if (!isPulled) to.write(bytes);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      if (!isPulled) to.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(portBehind(), '127.0.0.1');
    carry(near, far);
    carry(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    // A server that listens on TCP has an address of this kind.
    port: (server.address() as AddressInfo).port,
    pull() {
      isPulled = true;
    },
    /** Connections that were pulled stay silent; new ones pass. */
    putBack() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      isPulled = false;
    },
  };
}

it('a joined host notices a line that swallows everything while something is unacknowledged, and comes back', async () => {
  let doorPort = 0;
  const cable = await startCable(() => doorPort);
  const shared = await startSharedHost({
    openSharingDoor: async (options) => {
      const names = [`127.0.0.1:${cable.port}`];
      const door = await openSharingDoor({ ...options, rendererFolder: null, host: '127.0.0.1', names });
      doorPort = door.port;
      return door;
    },
  });
  onTestFinished(() => shared.close());
  const key = newVisitorKey();
  const ends: AppError[] = [];
  const tomas = await startHost({
    connectPeer: (link) => (far) =>
      connectPinned(link, key, {
        ...far,
        closed(error) {
          ends.push(error);
          far.closed(error);
        },
      }),
  });
  await tomas.call('peers.join', {
    link: await shared.link('teammate'),
    name: 'Tomas',
    role: 'engineer',
    folder: null,
  });
  const peer = async () => (await tomas.call('peers.state', {})).peers[0];
  await vi.waitFor(async () => expect((await peer())?.connection.kind).toBe('connected'), LIMIT);

  cable.pull();
  await newInterview(tomas, 'Sam');
  await vi.waitFor(async () => expect((await peer())?.connection.kind).toBe('reconnecting'), LIMIT);
  expect((await peer())?.waitingEdits).toBeGreaterThan(0);
  // By the watch on what is unanswered, and not by the slower pings.
  expect(ends.map(({ details }) => details)).toContainEqual({ reason: 'silent' });
  expect(await participants(shared.test)).toEqual(['Rowan']);

  cable.putBack();
  await vi.waitFor(async () => expect(await participants(shared.test)).toEqual(['Rowan', 'Sam']), {
    ...LIMIT,
    timeout: 60_000,
  });
}, 120_000);
