import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NoteId, PersonId } from '../../../../shared/ids.ts';
import { addNote, setNoteTag } from '../../../../shared/interviews/interview-document.ts';
import { setNoteText } from '../../../../shared/interviews/note-words.ts';
import type { DocumentState } from '../../../client/shared-document.ts';
import { type WaitingEdits, watchWaitingEdits } from './waiting-edits.ts';

/** A document whose host acknowledges when the test says so. */
function handWatched() {
  const document = new Y.Doc();
  const listeners = new Set<(state: DocumentState) => void>();
  let state: DocumentState = {
    isSynced: true,
    unsavedEdits: 0,
    kind: 'live',
    reason: null,
    isReadOnly: false,
  };
  const become = (unsavedEdits: number) => {
    state = { ...state, unsavedEdits };
    for (const listener of listeners) listener(state);
  };
  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== 'host') become(state.unsavedEdits + 1);
  });
  const seen: WaitingEdits[] = [];
  const stop = watchWaitingEdits(
    {
      document,
      get state() {
        return state;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    (waiting) => seen.push(waiting),
  );
  return {
    document,
    acknowledge: (left: number) => become(left),
    now: () => seen.at(-1),
    stop,
  };
}

const a = NoteId.parse('a');
const b = NoteId.parse('b');
const origin = {
  author: PersonId.parse('ines'),
  role: 'pm',
  atMs: 0,
  createdAt: '2026-11-24T10:00:00.000Z',
  kind: 'note',
} as const;
const content = { text: 'words', tags: [], isMarked: false };

describe('watchWaitingEdits', () => {
  it('counts a note once, however many letters of it wait', () => {
    const { document, now } = handWatched();
    document.transact(() => addNote(document, a, origin, content));
    setNoteText(document, a, 'words!');
    setNoteText(document, a, 'words!!');
    expect(now()).toEqual({ notes: new Set([a]), count: 1 });
    document.transact(() => addNote(document, b, origin, content));
    expect(now()).toEqual({ notes: new Set([a, b]), count: 2 });
  });

  it('lets go of the oldest edits first as they are acknowledged', () => {
    const { document, now, acknowledge } = handWatched();
    document.transact(() => addNote(document, a, origin, content));
    document.transact(() => addNote(document, b, origin, content));
    acknowledge(1);
    expect(now()?.notes).toEqual(new Set([b]));
    acknowledge(0);
    expect(now()).toEqual({ notes: new Set(), count: 0 });
  });

  it('does not count what came from the host', () => {
    const { document, now } = handWatched();
    document.transact(() => addNote(document, a, origin, content), 'link');
    const remote = new Y.Doc();
    Y.applyUpdate(remote, Y.encodeStateAsUpdate(document));
    setNoteTag(remote, a, 'till', true);
    Y.applyUpdate(document, Y.encodeStateAsUpdate(remote), 'host');
    expect(now()?.count).toBe(1);
  });

  it('counts an edit of the guide or the clock as one thing', () => {
    const { document, now } = handWatched();
    document.getText('guide').insert(0, '? What');
    document.getMap('meta').set('clock', { kind: 'ready' });
    expect(now()).toEqual({ notes: new Set(), count: 1 });
  });
});
