// Carries a window's frames to the host whose invite its person opened, and that host's frames back. The line checks the
// key that the link pins; what the frames say is for the two ends alone.
import type { AppError } from '../../../shared/errors.ts';
import type { Connect } from '../replica/peer-line.ts';

export interface CarriedVisit {
  send(frame: Uint8Array): void;
  close(): void;
}

/** The window's end. After `refuse` or `end` nothing more comes. */
export interface NearEnd {
  frame(frame: Uint8Array): void;
  /** Another attempt with this link would come to the same. */
  refuse(error: AppError): void;
  /** The line is gone; the window comes again by itself. */
  end(): void;
}

/** A window greets and then waits for its answer, so no more than this comes before the line is open. */
const MAX_EARLY_FRAMES = 16;
/** A computer that is not there is not asked four times a second. */
const REST_MS = 1_000;

export function carryVisit(connect: Connect, near: NearEnd): CarriedVisit {
  let early: Uint8Array[] | null = [];
  let isOver = false;
  let rest: NodeJS.Timeout | null = null;
  const socket = connect({
    open() {
      const waiting = early ?? [];
      early = null;
      for (const frame of waiting) socket.send(frame);
    },
    frame(frame) {
      if (!isOver) near.frame(frame);
    },
    closed(error) {
      if (isOver) return;
      isOver = true;
      // Why a host says no has come as a frame of its own; here is only what the line itself found.
      if (error.code !== 'connection-lost') near.refuse(error);
      else if (early === null) near.end();
      else rest = setTimeout(() => near.end(), REST_MS);
    },
  });
  return {
    send(frame) {
      if (isOver) return;
      if (early === null) socket.send(frame);
      // A copy: the frame's memory belongs to the transport.
      else if (early.length < MAX_EARLY_FRAMES) early.push(frame.slice());
    },
    close() {
      isOver = true;
      if (rest) clearTimeout(rest);
      socket.close();
    },
  };
}
