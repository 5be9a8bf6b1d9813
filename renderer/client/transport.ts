// What the client needs of a door: bytes out, bytes in, and whether it is open. It knows nothing of what frames mean.

export type TransportState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      /** A short stable word, such as `connection-lost` or `wrong-token`. */
      readonly reason: string;
      /** Whether the transport tries again by itself. */
      readonly willRetry: boolean;
    };

/** Listeners are called with what happens after they were added; `state` tells how it stands at that moment. */
export interface Transport {
  readonly state: TransportState;
  /** Sends one frame. While the transport is not open, the frame is dropped: whoever sent it hears of the loss by the state. */
  send(frame: Uint8Array): void;
  /** The frame belongs to the listener; it is not reused. */
  onFrame(listener: (frame: Uint8Array) => void): () => void;
  onState(listener: (state: TransportState) => void): () => void;
  /** Tries at once where it would otherwise wait for its next attempt. */
  tryNow(): void;
  /** Gives up a line that may be dead without saying so; it is opened again. Absent where a line always says so. */
  drop?(): void;
  close(): void;
}

/** The clock of a transport, passed in so that a test can hold it. */
export interface Timers {
  set(run: () => void, afterMs: number): unknown;
  clear(timer: unknown): void;
}

export const realTimers: Timers = {
  set: (run, afterMs) => setTimeout(run, afterMs),
  // A timer is only ever one that `set` has returned.
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};
