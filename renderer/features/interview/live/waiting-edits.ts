// What of this window's work is not on the host's disk yet, by what was touched. The document counts its edits one by
// one and in order; this keeps the same line of edits with what each was about.
import type * as Y from 'yjs';
import { NoteId } from '../../../../shared/ids.ts';
import type { DocumentHandle } from '../../../client/workspace-documents.ts';

export interface WaitingEdits {
  /** Notes with a word, tag or mark that is not saved. */
  readonly notes: ReadonlySet<NoteId>;
  /** How many things wait: a note counts once, however many letters of it do. */
  readonly count: number;
}

export const NOTHING_WAITS: WaitingEdits = { notes: new Set(), count: 0 };

/** What is needed of a handle. */
type Watched = Pick<DocumentHandle, 'document' | 'state' | 'subscribe'>;

/** Follows a document; `onChange` hears of every change. Returns the way to stop. */
export function watchWaitingEdits(handle: Watched, onChange: (waiting: WaitingEdits) => void): () => void {
  const { document } = handle;
  const notes = document.getMap('notes');
  let line: (readonly string[])[] = [];
  let touched: readonly string[] = [];

  const tell = () => {
    const { unsavedEdits } = handle.state;
    // Acknowledged edits are the oldest ones. Edits from before we watched have no entry and stand at the front.
    if (line.length > unsavedEdits) line = line.slice(line.length - unsavedEdits);
    onChange(summed(line, unsavedEdits));
  };
  // Called before `update` for the same transaction.
  const onNotes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    touched = events.flatMap((event) => {
      const [id] = event.path;
      return id === undefined ? [...event.changes.keys.keys()] : [String(id)];
    });
  };
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) line = [...line, touched.length > 0 ? touched : [ELSEWHERE]];
    touched = [];
    if (transaction.local) tell();
  };
  // Yjs types the events of a deep observer with `any`.
  notes.observeDeep(onNotes as Parameters<typeof notes.observeDeep>[0]);
  document.on('update', onUpdate);
  const leave = handle.subscribe(tell);
  tell();
  return () => {
    notes.unobserveDeep(onNotes as Parameters<typeof notes.observeDeep>[0]);
    document.off('update', onUpdate);
    leave();
  };
}

/** An edit of the guide, the clock or who was here; no id has this form. */
const ELSEWHERE = ':elsewhere';

function summed(line: readonly (readonly string[])[], unsavedEdits: number): WaitingEdits {
  if (unsavedEdits === 0) return NOTHING_WAITS;
  const things = new Set(line.flat());
  const notes = new Set([...things].flatMap((thing) => NoteId.safeParse(thing).data ?? []));
  return { notes, count: Math.max(1, things.size) };
}
