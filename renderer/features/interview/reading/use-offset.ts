// The offset between file and call, as it is being set: shown at once, written one after the other, the last one wins.
import { useEffect, useRef, useState } from 'react';

/** The longest that the host takes, in milliseconds: a day. */
const LONGEST_MS = 86_400_000;

export interface Offset {
  readonly offsetMs: number;
  /** Adds to the offset. */
  readonly shift: (stepMs: number) => void;
  /** Puts another in its place. */
  readonly set: (offsetMs: number) => void;
}

/** `write` resolves to false when it was refused; the stored offset is shown again then. */
export function useOffset(storedMs: number, write: (offsetMs: number) => Promise<boolean>): Offset {
  const [wantedMs, setWantedMs] = useState<number | null>(null);
  /** Ahead of the state, because two presses may come before one render. */
  const wanted = useRef<number | null>(null);
  const waiting = useRef<number | null>(null);
  const isWriting = useRef(false);

  function want(nextMs: number | null): void {
    wanted.current = nextMs;
    setWantedMs(nextMs);
  }

  // Shown until the document tells the same, so that the number does not jump back for a moment.
  useEffect(() => {
    if (wantedMs !== storedMs || isWriting.current) return;
    wanted.current = null;
    setWantedMs(null);
  }, [wantedMs, storedMs]);

  async function writeAll(): Promise<void> {
    if (isWriting.current) return;
    isWriting.current = true;
    try {
      while (waiting.current !== null) {
        const next = waiting.current;
        waiting.current = null;
        if (!(await write(next))) {
          waiting.current = null;
          want(null);
        }
      }
    } finally {
      isWriting.current = false;
    }
  }

  function set(offsetMs: number): void {
    const next = Math.min(LONGEST_MS, Math.max(-LONGEST_MS, offsetMs));
    waiting.current = next;
    want(next);
    void writeAll();
  }

  return {
    offsetMs: wantedMs ?? storedMs,
    shift: (stepMs) => set((wanted.current ?? storedMs) + stepMs),
    set,
  };
}
