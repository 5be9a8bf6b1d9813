import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { PersonId } from '../../../../shared/ids.ts';
import { recordPresence } from '../../../../shared/interviews/attendance.ts';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import { type EndedStretch, keepPresence } from './keep-presence.ts';

export interface OwnAttendance {
  readonly document: Y.Doc | null;
  readonly me: PersonId;
  readonly clock: CallClock;
  /** Whether this window may write, and has what was written before. */
  readonly isOpen: boolean;
  readonly isLinked: boolean;
}

/** Records when the person was in the room with this window. Stretches that ended without the link wait here for it. */
export function useOwnAttendance({ document, me, clock, isOpen, isLinked }: OwnAttendance): void {
  const ended = useRef<EndedStretch[]>([]);
  const runs = clock.kind === 'running' && isOpen;
  const offsetMs = clock.kind === 'running' ? clock.offsetMs : 0;
  const sinceEpochMs = clock.kind === 'running' ? clock.sinceEpochMs : 0;

  useEffect(() => {
    if (document === null) return;
    if (isLinked) writeAll(document, ended.current);
    if (!runs) return;
    const stop = keepPresence({
      document,
      by: me,
      clock: { kind: 'running', offsetMs, sinceEpochMs },
      isLinked,
      newKey: () => `${me}:${crypto.randomUUID()}`,
    });
    const end = () => {
      const last = stop();
      if (last !== null) ended.current.push(last);
    };
    return end;
  }, [document, me, runs, offsetMs, sinceEpochMs, isLinked]);

  // After the effect above, whose end comes first: leaving writes what is left, with the link or without.
  useEffect(() => {
    if (document === null) return;
    return () => writeAll(document, ended.current);
  }, [document]);
}

/** Writes them all in one edit, and empties the list. */
function writeAll(document: Y.Doc, ended: EndedStretch[]): void {
  const all = ended.splice(0);
  if (all.length === 0) return;
  document.transact(() => {
    for (const { key, stretch } of all) recordPresence(document, key, stretch);
  });
}
