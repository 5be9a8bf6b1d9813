// One browser tab at the door: WebSocket messages become frames for the host, and frames become messages. It ends whoever
// sends text, stops reading, or is no longer there.
import type { WebSocket } from 'ws';
import type { HostConnection, HostSocket } from '../host/door.ts';
import type { HostLog } from '../host/log.ts';
import type { WaitingReaders } from './waiting-readers.ts';

const PING_MS = 15_000;

/** Closing codes of RFC 6455, 7.4.1. */
const CLOSE = { goingAway: 1001, noText: 1003, refused: 1008 } as const;

export interface WebConnection {
  /** Says goodbye and lets go; a far end that does not answer is cut. */
  end(): void;
}

/** Errors of the socket, such as a message beyond the limit, are the door's to hear; `ws` closes by itself after them. */
export function joinHost(
  socket: WebSocket,
  connect: (near: HostSocket) => HostConnection,
  log: HostLog,
  readers: WaitingReaders,
): WebConnection {
  let isAlive = true;
  readers.join(socket, (reason, waitingBytes) => {
    log.warn('web-reader-too-slow', { reason, waitingBytes });
    socket.terminate();
  });
  const connection = connect({
    send(frame) {
      socket.send(frame);
      readers.sent(socket, frame.length);
    },
    close: () => closeSoon(socket, CLOSE.refused, 'refused'),
  });
  const ping = setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('message', (message, isBinary) => {
    isAlive = true;
    if (!isBinary) closeSoon(socket, CLOSE.noText, 'no-text');
    // With the default binaryType a message is one Buffer.
    else if (Buffer.isBuffer(message))
      connection.receive(new Uint8Array(message.buffer, message.byteOffset, message.byteLength));
  });
  socket.on('close', () => {
    clearInterval(ping);
    readers.leave(socket);
    connection.close();
  });
  return {
    end() {
      connection.close();
      closeSoon(socket, CLOSE.goingAway, 'going-away');
    },
  };
}

/** Says why, and cuts a far end that does not say goodbye in turn. */
function closeSoon(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), 500).unref();
}
