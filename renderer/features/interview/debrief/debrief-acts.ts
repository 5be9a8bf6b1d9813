// What a person can do in a debrief, each one step of their own undo. Writes into the interview's document; knows no
// screen.
import type * as Y from 'yjs';
import type { PersonId } from '../../../../shared/ids.ts';
import {
  type DebriefRow,
  linkFor,
  setDebriefDone,
  setDebriefLater,
  setHeard,
  setPair,
} from '../../../../shared/interviews/debrief.ts';
import { type Note, setFollowUp, setNoteMark } from '../../../../shared/interviews/interview-document.ts';
import type { OwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';

interface DebriefActsParts {
  readonly document: Y.Doc;
  readonly own: OwnNotes;
  readonly me: PersonId;
  readonly now: () => Date;
}

export function debriefActs({ document, own, me, now }: DebriefActsParts) {
  const stamp = () => ({ by: me, at: now().toISOString() });
  return {
    /** A mark on the other's note, never a word on their side. Null when the row has a note of one's own. */
    heard(row: DebriefRow): 'on' | 'off' | null {
      const note = row.left ?? row.right;
      if (note === null || notesOf(row).some((one) => one.author === me)) return null;
      const isSet = !row.heardBy.includes(me);
      own.act(() => setHeard(document, note.id, stamp(), isSet));
      return isSet ? 'on' : 'off';
    },
    /** Marks for oneself; with the other's mark it is marked together. */
    mark(row: DebriefRow): boolean {
      const notes = notesOf(row);
      const isSet = !notes.some((note) => note.markedBy.includes(me));
      const on = notes.find((note) => note.author === me) ?? notes[0];
      own.act(() => {
        if (isSet && on !== undefined) setNoteMark(document, on.id, stamp(), true);
        if (!isSet) for (const note of notes) setNoteMark(document, note.id, stamp(), false);
      });
      return isSet;
    },
    /** Makes the row's note a question to ask. What was asked with `?` is one already. */
    followUp(row: DebriefRow): Note | null {
      const note = notesOf(row).find((one) => one.kind === 'note');
      if (note !== undefined) own.act(() => setFollowUp(document, note.id, stamp()));
      return note ?? null;
    },
    /** Confirms a guess, parts what was said, or links with the likeliest note of the other side; null without one. */
    link(row: DebriefRow, rows: readonly DebriefRow[]): 'linked' | 'parted' | null {
      const note = row.left ?? row.right;
      const other = row.left === null ? linkFor(row, rows) : (row.right ?? linkFor(row, rows));
      if (note === null || other === null) return null;
      const isLinked = row.pair !== 'said';
      own.act(() => setPair(document, note.id, other.id, stamp(), isLinked));
      return isLinked ? 'linked' : 'parted';
    },
    /** Parts a guess at once. */
    part(row: DebriefRow): void {
      const { left, right } = row;
      if (left !== null && right !== null)
        own.act(() => setPair(document, left.id, right.id, stamp(), false));
    },
    /** Puts it off until all are there, or takes that back. */
    later(isLater: boolean): void {
      setDebriefLater(document, me, isLater ? now().toISOString() : null);
    },
    done(): void {
      setDebriefDone(document, me, now().toISOString());
    },
  };
}

function notesOf(row: DebriefRow): readonly Note[] {
  return [row.left, row.right].flatMap((note) => note ?? []);
}
