// What a debrief shows: rows, counts and what was read, derived from the interview's facts at every change.
import { useMemo, useState } from 'react';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import { withCurrentTags } from '../../../../shared/interviews/current-tags.ts';
import {
  type DebriefRow,
  debriefRows,
  readDebrief,
  readDebriefLaterBy,
  type Viewpoint,
} from '../../../../shared/interviews/debrief.ts';
import { readFollowUps } from '../../../../shared/interviews/hand-over.ts';
import { useLiveRoom } from '../live/use-live-room.ts';
import { awayFrom } from './away.ts';
import { debriefActs } from './debrief-acts.ts';
import { useHandOver } from './use-hand-over.ts';
import { useReading } from './use-reading.ts';
import { useReturned } from './use-returned.ts';

export type Shown = Viewpoint | 'all';

export function useDebrief(interviewId: InterviewId, session: SessionState) {
  const room = useLiveRoom(interviewId, session);
  const handing = useHandOver(interviewId, room);
  const { document, own, notes, me, allTags } = room;
  const [shown, setShown] = useState<Shown>('all');
  const [currentId, setCurrentId] = useState<string | null>(null);

  // `notes` are read anew whenever the document changes, and with them what was said about them.
  const all = useMemo(() => {
    if (document === null) return [];
    const shownNotes = notes.map((note) => withCurrentTags(note, allTags));
    return debriefRows(shownNotes, readDebrief(document, notes));
  }, [document, notes, allTags]);
  const rows = all.filter((row) => shown === 'all' || row.viewpoint === shown);
  // A pair that is linked or parted has another id; the cursor stays on the row with its first note.
  const at = rows.findIndex((row) => row.id === currentId);
  const index =
    at >= 0 ? at : rows.findIndex((row) => currentId?.split('+').some((id) => row.id.includes(id)));

  const current = rows[index] ?? null;
  const readers = room.others.filter((person) => person.row !== null);
  const read = useReading(current?.id ?? null, readers, room.setRow);

  const away = awayFrom({
    clock: room.clock,
    peers: room.peers,
    voices: room.voices,
    here: room.here.map((voice) => voice.id),
    gone: room.gone,
    notes,
  });
  const returned = useReturned(away, all, me.id);
  const isMarkedByMe = (row: DebriefRow) =>
    [row.left, row.right].some((note) => note?.markedBy.includes(me.id) === true);
  const different = all.filter((row) => row.viewpoint !== 'both');
  const count = (viewpoint: Viewpoint) => all.filter((row) => row.viewpoint === viewpoint).length;
  return {
    room,
    away,
    /** What came in with somebody who is back, for a moment. */
    returned,
    /** Whose debrief is open, each with the row they are at. */
    readers,
    acts:
      document === null || own === null
        ? null
        : debriefActs({ document, own, me: me.id, now: () => new Date() }),
    all,
    rows,
    index,
    current,
    moveTo: (next: number) => setCurrentId(rows[next]?.id ?? null),
    goTo: setCurrentId,
    shown,
    setShown,
    counts: { pm: count('pm'), both: count('both'), others: count('others') },
    different: different.length,
    isRead: (row: DebriefRow) => read.has(row.id),
    isMarkedByMe,
    read: different.filter((row) => read.has(row.id)).length,
    together: all.filter((row) => row.isTogether),
    /** Marked by me alone so far. */
    markedByMe: all.filter((row) => !row.isTogether && isMarkedByMe(row)),
    followUps: document === null ? [] : readFollowUps(document, notes),
    handing,
    /** Whether I put it off until all are there. */
    isLater: document !== null && readDebriefLaterBy(document).includes(me.id),
  };
}
