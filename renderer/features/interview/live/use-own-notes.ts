import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { type OwnNotes, undoOwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';

/** This window's undo for as long as the screen is open; null in the first render. */
export function useOwnNotes(document: Y.Doc | null): OwnNotes | null {
  const [own, setOwn] = useState<OwnNotes | null>(null);
  useEffect(() => {
    if (document === null) return;
    const made = undoOwnNotes(document);
    setOwn(made);
    return () => {
      setOwn(null);
      made.destroy();
    };
  }, [document]);
  return own;
}
