// A line between two real hosts without a network: frames arrive in order, one way and the other, after delays that a test
// decides, until it is cut.
import { AppError } from '../../../../shared/errors.ts';
import type { Viewer } from '../../door.ts';
import type { Host } from '../../host.ts';
import type { Connect } from '../peer-line.ts';

export interface Wire {
  /** What a host is given as `connectPeer`. */
  readonly connect: Connect;
  /** Cuts all lines: what is on its way either way is gone. */
  cut(): void;
  /** While unplugged no line opens. */
  setPlugged(isPlugged: boolean): void;
  /** Of all lines so far, both ways. */
  bytesSent(): number;
}

export interface WireOptions {
  /** The host at the far end, null while it is not running. */
  readonly host: () => Pick<Host, 'connect'> | null;
  readonly viewer: () => Viewer;
  /** Milliseconds that the next frame takes. */
  readonly delayMs?: () => number;
}

export function createWire({ host, viewer, delayMs = () => 0 }: WireOptions): Wire {
  const lines = new Set<() => void>();
  let isPlugged = true;
  let bytesSent = 0;
  return {
    connect(far) {
      let isCut = false;
      const end = (reason: string) => {
        if (isCut) return;
        isCut = true;
        lines.delete(cut);
        connection?.close();
        far.closed(new AppError('connection-lost', reason));
      };
      const cut = () => end('the wire was cut');
      lines.add(cut);
      /** Frames of one direction, each after the one before. */
      const direction = (deliver: (frame: Uint8Array) => void) => {
        let before: Promise<unknown> = Promise.resolve();
        return (frame: Uint8Array) => {
          const copy = frame.slice();
          bytesSent += copy.length;
          const ms = delayMs();
          before = before
            .then(() => new Promise((resolve) => setTimeout(resolve, ms)))
            .then(() => !isCut && deliver(copy));
        };
      };
      const toUs = direction((frame) => far.frame(frame));
      const target = isPlugged ? host() : null;
      const connection = target?.connect(
        // What was sent before the closing still arrives, as on a wire.
        { send: toUs, close: () => setTimeout(() => end('the other side closed'), delayMs() + 5) },
        viewer(),
      );
      const toThem = direction((frame) => connection?.receive(frame));
      setTimeout(() => {
        if (!connection) end('nobody answers');
        else if (!isCut) far.open();
      }, delayMs());
      return { send: toThem, close: () => setTimeout(() => end('closed here'), 0) };
    },
    bytesSent: () => bytesSent,
    cut() {
      for (const cut of [...lines]) cut();
    },
    setPlugged(next) {
      isPlugged = next;
      if (!next) for (const cut of [...lines]) cut();
    },
  };
}
