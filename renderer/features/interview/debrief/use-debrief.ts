// What a debrief shows: rows, counts and what was read, derived from the interview's facts at every change.
import { useEffect, useMemo, useState } from 'react';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import { withCurrentTags } from '../../../../shared/interviews/current-tags.ts';
import {
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

/** A row counts as read when it was the current one for so long. */
const READ_AFTER_MS = 1_000;

export type Shown = Viewpoint | 'all';

export function useDebrief(interviewId: InterviewId, session: SessionState) {
  const room = useLiveRoom(interviewId, session);
  const handing = useHandOver(interviewId, room);
  const { document, own, notes, me, allTags } = room;
  const [shown, setShown] = useState<Shown>('all');
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());

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
  const id = current?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => setRead((before) => new Set([...before, id])), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id]);

  const away = awayFrom({
    clock: room.clock,
    peers: room.peers,
    voices: room.voices,
    here: room.here.map((voice) => voice.id),
    gone: room.gone,
    notes,
  });
  const different = all.filter((row) => row.viewpoint !== 'both');
  const count = (viewpoint: Viewpoint) => all.filter((row) => row.viewpoint === viewpoint).length;
  return {
    room,
    away,
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
    read: different.filter((row) => read.has(row.id)).length,
    together: all.filter((row) => row.isTogether),
    followUps: document === null ? [] : readFollowUps(document, notes),
    handing,
    /** Whether I put it off until all are there. */
    isLater: document !== null && readDebriefLaterBy(document).includes(me.id),
  };
}
