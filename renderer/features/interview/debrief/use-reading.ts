// Which rows of a debrief were read: each that was the current one for a second, on this screen or on another's. Cursors
// go by presence and are gone with their window; nothing of this is written down.
import { useEffect, useRef, useState } from 'react';
import type { Presence } from '../live/use-presence.ts';

const READ_AFTER_MS = 1_000;

/** @param others whose debrief is open; `setRow` tells them the current row here */
export function useReading(
  currentId: string | null,
  others: readonly Presence[],
  setRow: (row: string | null) => void,
): ReadonlySet<string> {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  useEffect(() => {
    setRow(currentId ?? '');
  }, [currentId, setRow]);
  useEffect(() => () => setRow(null), [setRow]);

  const current = [...new Set([currentId, ...others.map((person) => person.row)])];
  const key = current.filter((id) => id !== null && id !== '').join(' ');
  useEffect(() => {
    const ids = key === '' ? [] : key.split(' ');
    for (const [id, timer] of waiting.current) {
      if (ids.includes(id)) continue;
      clearTimeout(timer);
      waiting.current.delete(id);
    }
    for (const id of ids) {
      if (waiting.current.has(id)) continue;
      const isRead = () => setRead((before) => (before.has(id) ? before : new Set([...before, id])));
      waiting.current.set(id, setTimeout(isRead, READ_AFTER_MS));
    }
  }, [key]);
  useEffect(() => {
    const timers = waiting.current;
    return () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    };
  }, []);
  return read;
}
