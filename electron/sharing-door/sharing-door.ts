// The door to other computers: TLS 1.3 with this computer's own key, and behind it the same frames as at every door. It
// opens only when somebody shares, and lets in nobody whom the desk has not admitted.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '../../shared/errors.ts';
import { encodeCallFrame } from '../../shared/protocol.ts';
import type { SharingDoor, SharingDoorOptions } from '../host/sharing/sharing-port.ts';
import { answerPage, refuseRequest } from '../web/answer-page.ts';
import { WaitingReaders } from '../web/waiting-readers.ts';
import { joinHost, type WebConnection } from '../web/web-connection.ts';
import { ByteBudget } from './byte-budget.ts';
import { GuessLimit } from './guess-limit.ts';
import { keptKey } from './kept-key.ts';
import { isOurHost, ownAddresses, withPort } from './own-addresses.ts';
import { SocketsPerAddress } from './sockets-per-address.ts';

export interface OpenSharingDoorOptions extends SharingDoorOptions {
  /** The built page, for browsers where they are allowed; null where there is none. */
  readonly rendererFolder: string | null;
  /** Where to listen; by default on every address of this computer. */
  readonly host?: string;
  /** Further names under which it is reached, as behind a router. */
  readonly names?: readonly string[];
}

/** One frame; a returning teammate sends offline work in pieces far below this. */
const MAX_FRAME_BYTES = 32 * 1024 * 1024;
/** For one visitor, and for all of them together. */
const MOST_WAITING = { eachBytes: 24 * 1024 * 1024, allBytes: 96 * 1024 * 1024 };
/** Until a socket has asked for something, and then until it has greeted. */
const DEADLINE_MS = 5_000;
/** Sockets at all, of one address, and of one address that have not been let in. */
const MAX_SOCKETS = { all: 400, address: 120, waiting: 20 } as const;
/** Closes with this when another attempt with the same invite is of no use; a page does not try again. */
const CLOSE = { final: 4401, later: 4409 } as const;

/** Rejects with AppError `sharing-failed` when no port can be had. */
export async function openSharingDoor(options: OpenSharingDoorOptions): Promise<SharingDoor> {
  const { desk, log, rendererFolder } = options;
  const { key, certificate, pin } = await keptKey(options.userFolder);
  const guesses = new GuessLimit();
  const connections = new Set<WebConnection>();
  const readers = new WaitingReaders(MOST_WAITING);
  const all = new SocketsPerAddress(MAX_SOCKETS.address);
  const waiting = new SocketsPerAddress(MAX_SOCKETS.waiting);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    // Never the token itself: what is chosen here is sent back.
    handleProtocols: () => 'earshot',
  });
  const server = createServer({
    key,
    cert: certificate,
    minVersion: 'TLSv1.3',
    handshakeTimeout: DEADLINE_MS,
    headersTimeout: DEADLINE_MS,
    requestTimeout: DEADLINE_MS,
    connectionsCheckingInterval: 1_000,
  });
  server.maxConnections = MAX_SOCKETS.all;
  server.on('connection', (socket) => {
    if (socket instanceof Socket) all.take(socket);
  });
  server.on('secureConnection', (socket) => waiting.take(socket));
  server.on('tlsClientError', (_error, socket) => {
    socket.destroy();
  });
  server.on('request', (request, response) => {
    if (!desk.areBrowsersAllowed() || rendererFolder === null) return sayNoBrowsers(response);
    answerPage(request, response, rendererFolder, isOurHost(request, options.names)).catch(
      (error: unknown) => {
        log.error('page-request-failed', { reason: error instanceof Error ? error.name : 'unknown' });
        refuseRequest(response, 500);
      },
    );
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const address = request.socket.remoteAddress ?? '';
    const status = refuseUpgrade(request, options) ?? (guesses.mayGuess(address) ? null : 429);
    if (status !== null) {
      log.warn('visitor-refused', { status });
      refuseSocket(socket, status);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Before anything can go wrong with it: an error that nobody hears ends the process.
      webSocket.on('error', (error) => log.warn('visitor-socket-failed', { reason: error.name }));
      const [, token = '', visitorKey = ''] = protocolsOf(request);
      const admitted = desk.admit(token, visitorKey);
      if (!admitted.ok) {
        if (admitted.error.details.reason === 'unknown') guesses.wrong(address);
        log.warn('visitor-refused', { reason: String(admitted.error.details.reason) });
        sayNo(webSocket, admitted.error);
        return;
      }
      waiting.release(request.socket);
      const { value: viewer } = admitted;
      log.info('visitor-came', { invite: viewer.visit?.inviteId ?? null });
      const connection = joinHost(webSocket, (near) => desk.connect(near, viewer), log, readers);
      watch(webSocket);
      connections.add(connection);
      webSocket.on('close', () => connections.delete(connection));
    });
  });
  const port = await listen(server, options.port, options.host);
  return {
    port,
    key: pin,
    addresses: () =>
      [...(options.names ?? []).map((name) => withPort(name, port)), ...ownAddresses(port)].slice(0, 4),
    async close() {
      for (const connection of connections) connection.end();
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const webSocket of sockets.clients) webSocket.terminate();
      await closed;
    },
  };
}

/** Those who never greet leave; those who speak too fast are slowed down. */
function watch(webSocket: WebSocket): void {
  const budget = new ByteBudget(webSocket);
  const greeting = setTimeout(() => webSocket.terminate(), DEADLINE_MS).unref();
  webSocket.on('message', (message) => {
    clearTimeout(greeting);
    if (Buffer.isBuffer(message)) budget.spend(message.length);
  });
  webSocket.on('close', () => {
    clearTimeout(greeting);
    budget.close();
  });
}

/** Somebody who opens an invite in a browser that is not let in reads why, and nothing more than that. */
function sayNoBrowsers(response: ServerResponse): void {
  response.writeHead(404, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  });
  response.end(
    'This computer does not let browsers in. Your invite stays good: open it in Earshot, or ask whoever sent it to let browsers in.\n',
  );
}

/** As a frame for Earshots, as a closing code for pages. */
function sayNo(webSocket: WebSocket, error: AppError): void {
  webSocket.send(encodeCallFrame({ kind: 'refused', error: error.toData() }));
  webSocket.close(error.retryable ? CLOSE.later : CLOSE.final, String(error.details.reason));
  setTimeout(() => webSocket.terminate(), 500).unref();
}

/** The status with which a visitor is refused before their invite is looked at; null when it may be. */
function refuseUpgrade(request: IncomingMessage, options: OpenSharingDoorOptions): number | null {
  const { host, origin } = request.headers;
  if (!isOurHost(request, options.names)) return 421;
  // A browser says truly from where its page was loaded; Earshot itself says nothing.
  if (origin !== undefined && (origin !== `https://${host}` || !options.desk.areBrowsersAllowed()))
    return 403;
  if (request.url !== '/') return 404;
  return protocolsOf(request)[0] === 'earshot' ? null : 401;
}

function protocolsOf(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
}

function refuseSocket(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** The port of the last time, or any other when somebody else has it by now. */
async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  try {
    return await listenAt(server, port, host);
  } catch (error) {
    if (port !== 0 && isTaken(error)) return listen(server, 0, host);
    throw new AppError('sharing-failed', 'no port could be opened', { cause: error, retryable: true });
  }
}

function listenAt(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = () => {
      server.off('error', reject);
      server.on('error', () => undefined); // of single sockets; each is ended where it fails
      // A server that listens on TCP has an address of this kind.
      resolve((server.address() as AddressInfo).port);
    };
    if (host === undefined) server.listen(port, listening);
    else server.listen(port, host, listening);
  });
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}
