// The door for a browser on this computer: gives out the page and speaks with it over a WebSocket, on the loopback address
// alone. Whoever asks must mean this address, come from our own page, and know the token.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AppError } from '../../shared/errors.ts';
import { MAX_FRAME_BYTES } from '../../shared/protocol.ts';
import type { HostSocket } from '../host/door.ts';
import type { Host } from '../host/host.ts';
import type { HostLog } from '../host/log.ts';
import { answerPage, refuseRequest } from './answer-page.ts';
import { DoorToken, newDoorToken } from './door-token.ts';
import { isForRecording, serveRecording } from './serve-recording.ts';
import { WaitingReaders } from './waiting-readers.ts';
import { joinHost, type WebConnection } from './web-connection.ts';

export interface WebDoorOptions {
  /** The built page. */
  readonly rendererFolder: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** For a door that is opened again; by default a new one is made. */
  readonly token?: string;
  readonly log: HostLog;
}

export interface WebDoor {
  /** Opens Earshot in a browser; holds the token, so whoever has it is let in. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** Ends every connection and frees the port; the host goes on. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
/** More than windows of one person ever leave waiting. */
const MOST_WAITING = { eachBytes: 64 * MEGABYTE, allBytes: 128 * MEGABYTE };
const ADDRESS = '127.0.0.1';
/** The page closes with this and does not try again: another attempt with the same token is of no use. */
const CLOSE_WRONG_TOKEN = 4401;

/** Rejects with AppError `invalid-input` when the port is taken. */
export async function openWebDoor(host: Host, options: WebDoorOptions): Promise<WebDoor> {
  const { log, rendererFolder, token = newDoorToken() } = options;
  const tokens = new DoorToken(token);
  const connections = new Set<WebConnection>();
  const readers = new WaitingReaders(MOST_WAITING);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    // Never the token itself: what is chosen here is sent back.
    handleProtocols: () => 'earshot',
  });
  const server = createServer((request, response) => {
    const isOurs = isOurHost(request.headers.host, port);
    const answered = isForRecording(request.url)
      ? serveRecording(request, response, host.recordingFile, isOurs)
      : answerPage(request, response, rendererFolder, isOurs);
    answered.catch((error: unknown) => {
      log.error('web-request-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      refuseRequest(response, 500);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refusal = refuseUpgrade(request, port);
    const guess = refusal === null ? tokens.check(guessOf(request)) : null;
    if (refusal !== null || guess === 'too-many') {
      log.warn('web-upgrade-refused', { status: refusal ?? 429 });
      refuseSocket(socket, refusal ?? 429);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Before anything can go wrong with it: an error that nobody hears ends the process.
      webSocket.on('error', (error) => log.warn('web-socket-failed', { reason: error.name }));
      if (guess !== 'right') {
        log.warn('web-token-refused');
        webSocket.close(CLOSE_WRONG_TOKEN, 'wrong-token');
        return;
      }
      const connect = (near: HostSocket) => host.connect(near, { access: 'owner' });
      const connection = joinHost(webSocket, connect, log, readers);
      connections.add(connection);
      webSocket.on('close', () => connections.delete(connection));
    });
  });
  const port = await listen(server, options.port);
  return {
    url: `http://${ADDRESS}:${port}/#token=${token}`,
    port,
    token,
    async close() {
      for (const connection of connections) connection.end();
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? new AppError('invalid-input', `port ${port} is taken`, { cause })
          : cause,
      );
    });
    // A server that listens on TCP has an address of this kind.
    server.listen(port, ADDRESS, () => resolve((server.address() as AddressInfo).port));
  });
}

/** The status with which a WebSocket is refused before its token is looked at; null when it may go on. */
function refuseUpgrade(request: IncomingMessage, port: number): number | null {
  const { host, origin } = request.headers;
  if (!isOurHost(host, port)) return 421;
  // Any web page may try to open a WebSocket to this computer; the browser says truly from where it was loaded.
  if (origin !== `http://${host}`) return 403;
  if (request.url !== '/') return 404;
  return protocolsOf(request)[0] === 'earshot' ? null : 401;
}

/** Also against DNS rebinding: a name of somebody else's that resolves to this address is not ours. */
function isOurHost(host: string | undefined, port: number): boolean {
  return host === `${ADDRESS}:${port}` || host === `localhost:${port}`;
}

function guessOf(request: IncomingMessage): string {
  return protocolsOf(request)[1] ?? '';
}

function protocolsOf(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
}

function refuseSocket(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
