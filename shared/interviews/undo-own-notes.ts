// One person's undo in an interview: it takes back what this window did to notes and ticks, never what anyone else did.
// Making a note is taken back by its `deletedAt` flag, because taking back the record itself would take along the words
// that others have typed into it since (measured: joint notes on Yjs, "Undo").
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { addNote, type NoteOrigin, setNoteDeleted } from './interview-document.ts';

export interface OwnNotes {
  /** Makes a note; undoing puts it among the deleted ones. */
  add(
    id: NoteId,
    origin: NoteOrigin,
    content: { text: string; tags: readonly string[]; isMarked: boolean },
  ): void;
  /** One act, one step of undo. */
  act(change: () => void): void;
  /** Letters as they are typed: those within half a second are one step. */
  type(change: () => void): void;
  /** False when there is nothing of one's own to take back. */
  undo(): boolean;
  redo(): boolean;
  /** Whether a change of the document was made by `type`, for a field that shows those letters already. */
  isTyping(origin: unknown): boolean;
  destroy(): void;
}

/** Starts with nothing to undo: what was there before belongs to the past. */
export function undoOwnNotes(document: Y.Doc): OwnNotes {
  const typing = { kind: 'typing' };
  const acting = { kind: 'acting' };
  const creating = { kind: 'creating' };
  const undoManager = new Y.UndoManager([document.getMap('notes'), document.getMap('guideTicks')], {
    trackedOrigins: new Set([typing, acting]),
    captureTimeout: 500,
  });
  const act = (change: () => void) => {
    undoManager.stopCapturing();
    document.transact(change, acting);
    undoManager.stopCapturing();
  };
  return {
    add(id, origin, content) {
      // The note comes into the world deleted, which undo does not see; taking the flag off is the step it does see.
      document.transact(() => {
        addNote(document, id, origin, content);
        setNoteDeleted(document, id, origin.createdAt);
      }, creating);
      act(() => setNoteDeleted(document, id, null));
    },
    act,
    type(change) {
      document.transact(change, typing);
    },
    undo: () => undoManager.undo() !== null,
    redo: () => undoManager.redo() !== null,
    isTyping: (origin) => origin === typing,
    destroy: () => undoManager.destroy(),
  };
}
