// A host in a process of its own, which can be killed, with a door on this computer. Told where another one is, it reaches
// that one over a WebSocket, as a teammate's host does over its own door.
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { AppError } from '../../../shared/errors.ts';
import { createHost } from '../../host/host.ts';
import { silentLog } from '../../host/log.ts';
import type { Connect } from '../../host/replica/peer-line.ts';
import { openWebDoor } from '../../web/web-door.ts';

const [folder = '', port = '', token = '', peerPort = '', peerToken = ''] = process.argv.slice(2);

const host = await createHost({
  userFolder: join(folder, 'user'),
  defaultFolder: join(folder, 'workspaces'),
  sampleFolder: folder,
  modelFolder: folder,
  appVersion: '0.0.0-test',
  createEngine() {
    throw new Error('nothing is extracted here');
  },
  log: silentLog(),
  connectPeer: () => connectTo(peerPort, peerToken),
});
await openWebDoor(host, { rendererFolder: folder, port: Number(port), token, log: silentLog() });
process.stdout.write('ready\n');

function connectTo(port: string, token: string): Connect {
  return (far) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`, ['earshot', token], {
      origin: `http://127.0.0.1:${port}`,
    });
    socket.binaryType = 'nodebuffer';
    socket.on('open', () => far.open());
    socket.on('message', (message) => {
      if (Buffer.isBuffer(message)) far.frame(new Uint8Array(message));
    });
    // What went wrong is told by the closing that follows.
    socket.on('error', () => undefined);
    socket.on('close', () => far.closed(new AppError('connection-lost', 'the line has ended')));
    return {
      send(frame) {
        if (socket.readyState === WebSocket.OPEN) socket.send(frame);
      },
      close: () => socket.close(),
    };
  };
}
