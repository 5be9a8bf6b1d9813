// One person's undo in an interview: it takes back what this window did to notes and ticks, never what anyone else did.
// Making a note is taken back by its `deletedAt` flag, because taking back the record itself would take along the words
// that others have typed into it since (measured: joint notes on Yjs, "Undo").
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { addNote, type NoteOrigin, noteMap, setNoteDeleted } from './interview-document.ts';

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

/** A note that was made here: the step of undo that puts it among the deleted ones. */
interface Made {
  readonly id: NoteId;
  readonly createdAt: string;
  /** How many other steps lay under it in the stack it stands in. */
  readonly below: number;
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
  // Making a note is one update, so that no power cut leaves half of it; Yjs' own undo would take back the record with
  // all that is in it by then. So these steps are kept beside its stacks, each with its place among the others.
  const made: Made[] = [];
  const unmade: Made[] = [];
  const act = (change: () => void) => {
    unmade.length = 0;
    undoManager.stopCapturing();
    document.transact(change, acting);
    undoManager.stopCapturing();
  };
  /** Takes the newest step off `from` and puts its reverse on `to`; false when there is none. */
  const step = (
    from: { readonly made: Made[]; readonly others: unknown[]; readonly goBack: () => unknown },
    to: { readonly made: Made[]; readonly others: unknown[] },
    isShown: boolean,
  ): boolean => {
    for (;;) {
      const newest = from.made.at(-1);
      const below = newest?.below ?? 0;
      // A step that changes nothing any more is passed over, but never past the making of a note.
      if (from.others.length > below && onlyAbove(from.others, below, from.goBack) !== null) return true;
      if (newest === undefined) return false;
      from.made.pop();
      if (isDeleted(document, newest.id) !== isShown) continue;
      undoManager.stopCapturing();
      document.transact(
        () => setNoteDeleted(document, newest.id, isShown ? null : newest.createdAt),
        creating,
      );
      to.made.push({ ...newest, below: to.others.length });
      return true;
    }
  };
  const undoable = () => ({ made, others: undoManager.undoStack, goBack: () => undoManager.undo() });
  const redoable = () => ({ made: unmade, others: undoManager.redoStack, goBack: () => undoManager.redo() });
  return {
    add(id, origin, content) {
      undoManager.clear(false, true);
      unmade.length = 0;
      undoManager.stopCapturing();
      made.push({ id, createdAt: origin.createdAt, below: undoManager.undoStack.length });
      document.transact(() => addNote(document, id, origin, content), creating);
    },
    act,
    type(change) {
      unmade.length = 0;
      document.transact(change, typing);
    },
    undo: () => step(undoable(), redoable(), false),
    redo: () => step(redoable(), undoable(), true),
    isTyping: (origin) => origin === typing,
    destroy: () => undoManager.destroy(),
  };
}

/** Runs with the lowest steps of a stack hidden. */
function onlyAbove<T>(steps: unknown[], below: number, run: () => T): T {
  const hidden = steps.splice(0, below);
  try {
    return run();
  } finally {
    steps.unshift(...hidden);
  }
}

function isDeleted(document: Y.Doc, id: NoteId): boolean {
  return noteMap(document, id)?.get('deletedAt') !== undefined;
}
