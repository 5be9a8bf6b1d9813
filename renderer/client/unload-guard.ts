import type { Documents } from './documents.ts';

/**
 * Asks before a tab or a window with unsaved edits is closed or reloaded; in Electron the shell shows the question.
 * Returns the way to take it off again.
 */
export function guardUnload(page: Window, documents: Pick<Documents, 'unsavedEdits'>): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    // The browser asks in its own words, and only if the event is prevented.
    if (documents.unsavedEdits > 0) event.preventDefault();
  };
  page.addEventListener('beforeunload', ask);
  return () => page.removeEventListener('beforeunload', ask);
}
