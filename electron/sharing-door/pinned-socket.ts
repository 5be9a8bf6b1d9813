// The way to another host by its invite link. The key is checked as the TLS handshake ends: until it has proven to be the
// one in the link, no byte of ours has gone out, neither a request nor the secret.
import { timingSafeEqual } from 'node:crypto';
import { Agent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { AppError } from '../../shared/errors.ts';
import { MAX_FRAME_BYTES } from '../../shared/protocol.ts';
import { type InviteLink, inviteToken, parseInviteLink } from '../../shared/sharing/invite-link.ts';
import { pinOf } from './kept-key.ts';
import { LineWatch } from './line-watch.ts';
import { visitorKeyFor } from './visitor-key.ts';

/** What a line over TLS tells of its far end. After `closed` it tells nothing more. */
export interface PinnedFarEnd {
  open(): void;
  frame(frame: Uint8Array): void;
  closed(error: AppError): void;
}

export interface PinnedSocket {
  send(frame: Uint8Array): void;
  close(): void;
}

const HANDSHAKE_MS = 6_000;
/** A far end that is this far behind has stopped reading. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
const PING_MS = 15_000;

/**
 * Opens a connection to the first address of the link that proves the link's key. `closed` gets AppError: `invalid-input`
 * for what is no link, `not-invited` with `details.reason` `wrong-key` or what the host says, else `connection-lost`.
 * @param secret this computer's own, of which each host is told a key of its own
 */
export function connectPinned(link: string, secret: string, far: PinnedFarEnd): PinnedSocket {
  const parsed = parseInviteLink(link);
  if (!parsed.ok) {
    queueMicrotask(() =>
      far.closed(
        new AppError('invalid-input', `this is no invite link: ${parsed.error}`, {
          details: { reason: parsed.error },
        }),
      ),
    );
    return { send: () => undefined, close: () => undefined };
  }
  return new PinnedLine(parsed.value, visitorKeyFor(secret, parsed.value.key), far);
}

class PinnedLine implements PinnedSocket {
  readonly #link: InviteLink;
  readonly #visitorKey: string;
  readonly #far: PinnedFarEnd;
  #socket: WebSocket | null = null;
  #watch: LineWatch | null = null;
  #isClosed = false;

  constructor(link: InviteLink, visitorKey: string, far: PinnedFarEnd) {
    this.#link = link;
    this.#visitorKey = visitorKey;
    this.#far = far;
    this.#connect(0, null);
  }

  send(frame: Uint8Array): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
    else {
      socket.send(frame);
      this.#watch?.sent(frame.length);
    }
  }

  close(): void {
    this.#isClosed = true;
    const socket = this.#socket;
    socket?.close();
    if (socket) setTimeout(() => socket.terminate(), 500).unref();
  }

  /** One address after the other; a computer with another key behind one of them is passed by. */
  #connect(at: number, before: AppError | null): void {
    const address = this.#link.addresses[at];
    if (address === undefined) {
      this.#end(before ?? new AppError('connection-lost', 'nobody answers there', { retryable: true }));
      return;
    }
    let failure: AppError | null = null;
    let wasOpen = false;
    let isAlive = true;
    let isSilent = false;
    let bytesRead = () => 0;
    const socket = new WebSocket(
      `wss://${address}/`,
      ['earshot', inviteToken(this.#link), this.#visitorKey],
      {
        agent: new PinningAgent(this.#link.key),
        perMessageDeflate: false,
        maxPayload: MAX_FRAME_BYTES,
        handshakeTimeout: HANDSHAKE_MS,
        followRedirects: false,
      },
    );
    this.#socket = socket;
    const ping = setInterval(() => {
      if (!isAlive) socket.terminate();
      isAlive = false;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    }, PING_MS).unref();
    const watch = new LineWatch({
      ask: () => socket.ping(),
      bytesRead: () => bytesRead(),
      end() {
        isSilent = true;
        socket.terminate();
      },
    });
    this.#watch = watch;
    const heard = () => {
      isAlive = true;
      watch.heard();
    };
    socket.on('upgrade', ({ socket: line }) => {
      bytesRead = () => line.bytesRead;
    });
    socket.on('pong', heard);
    socket.on('error', (error) => {
      failure ??= error instanceof AppError ? error : lost(error);
    });
    socket.on('unexpected-response', (_request, response) => {
      failure = refusedWith(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      wasOpen = true;
      if (this.#isClosed) socket.close();
      else this.#far.open();
    });
    socket.on('message', (message, isBinary) => {
      heard();
      if (this.#isClosed) return;
      // With the default binaryType a message is one Buffer.
      if (isBinary && Buffer.isBuffer(message)) this.#far.frame(new Uint8Array(message));
      else socket.terminate();
    });
    socket.on('close', (code) => {
      clearInterval(ping);
      watch.close();
      if (isSilent) this.#end(silent());
      else if (wasOpen || this.#isClosed) this.#end(lost(failure, code));
      else this.#connect(at + 1, worse(before, failure));
    });
  }

  #end(error: AppError): void {
    this.#socket = null;
    this.#far.closed(error);
  }
}

/** What says more is kept: that a wrong key was met outweighs that nobody answered elsewhere. */
function worse(before: AppError | null, now: AppError | null): AppError | null {
  return before?.code === 'not-invited' ? before : (now ?? before);
}

/** @param code with which the WebSocket was closed (RFC 6455, 7.4.1) */
function lost(cause: unknown, code?: number): AppError {
  const details = code === undefined ? {} : { code };
  return new AppError('connection-lost', 'the connection was lost', { retryable: true, cause, details });
}

function silent(): AppError {
  const details = { reason: 'silent' };
  return new AppError('connection-lost', 'what was sent stays without an answer', {
    retryable: true,
    details,
  });
}

function refusedWith(status: number): AppError {
  if (status === 429)
    return new AppError('not-invited', 'too many wrong guesses came from here', {
      retryable: true,
      details: { reason: 'too-many-guesses' },
    });
  return new AppError('connection-lost', `the host answered with ${status}`, { retryable: true });
}

/** Gives a request its socket only after the far end has proven the key. Nothing is shared between connections. */
class PinningAgent extends Agent {
  readonly #pin: string;

  constructor(pin: string) {
    super({ keepAlive: false, maxCachedSessions: 0 });
    this.#pin = pin;
  }

  override createConnection(
    options: RequestOptions,
    done?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const socket: TLSSocket = connectTls({
      host: options.host?.replace(/^\[|\]$/g, '') ?? '',
      port: Number(options.port),
      minVersion: 'TLSv1.3',
      // No authority vouches for anybody's computer: the key itself is checked, below.
      rejectUnauthorized: false,
    });
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy(lost(null)));
    socket.once('secureConnect', () => {
      socket.setTimeout(0);
      const certificate = socket.getPeerX509Certificate();
      if (certificate && isSame(pinOf(certificate), this.#pin)) {
        socket.off('error', failed);
        done?.(null, socket);
        return;
      }
      const error = new AppError('not-invited', 'another computer answers there than the one in the link', {
        details: { reason: 'wrong-key' },
      });
      socket.destroy();
      done?.(error, socket);
    });
    const failed = (error: Error) => done?.(error, socket);
    socket.once('error', failed);
    return undefined;
  }
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
