// A note that looks for the words it belongs to: once they are chosen, all notes move so that it stands beside them.
import { useState } from 'react';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

export interface Placing {
  readonly note: Note | null;
  readonly begin: (note: Note) => void;
  readonly stop: () => void;
  /** A turn without a time has no place; nothing happens then. */
  readonly place: (turn: Pick<Turn, 'startMs'> | undefined) => void;
}

/** `setOffset` takes what is added to the file's times, milliseconds; undefined for those who may only read. */
export function usePlacing(setOffset: ((offsetMs: number) => void) | undefined): Placing {
  const [note, setNote] = useState<Note | null>(null);
  return {
    note,
    begin: setNote,
    stop: () => setNote(null),
    place(turn) {
      if (note === null || turn?.startMs == null) return;
      setOffset?.(note.atMs - turn.startMs);
      setNote(null);
    },
  };
}
