// Two people on one interview, for tests: two documents that exchange everything, or nothing while the link is down.
import * as Y from 'yjs';
import { NoteId, PersonId } from '../../ids.ts';
import { type Note, type NoteOrigin, readInterview } from '../interview-document.ts';

export const ines = PersonId.parse('ines');
export const tomas = PersonId.parse('tomas');

export function noteId(name: string): NoteId {
  return NoteId.parse(name);
}

/** A note's origin; a PM's at 00:07:35 unless told otherwise. */
export function originBy(author: PersonId, changes: Partial<NoteOrigin> = {}): NoteOrigin {
  return {
    author,
    role: author === tomas ? 'engineer' : 'pm',
    atMs: 455_000,
    createdAt: '2026-11-24T10:07:40.000Z',
    kind: 'note',
    ...changes,
  };
}

export interface TwoPeople {
  readonly ines: Y.Doc;
  readonly tomas: Y.Doc;
  /** Sends each what the other did since; both are equal afterwards. */
  meet(): void;
  close(): void;
}

export function twoPeople(): TwoPeople {
  const a = new Y.Doc();
  const b = new Y.Doc();
  return {
    ines: a,
    tomas: b,
    meet() {
      const toB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
      const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
      Y.applyUpdate(b, toB, 'link');
      Y.applyUpdate(a, toA, 'link');
    },
    close() {
      a.destroy();
      b.destroy();
    },
  };
}

/** The only note that is shown; fails when there is none, or more. */
export function onlyNote(document: Y.Doc): Note {
  const { notes } = readInterview(document);
  const [note] = notes;
  if (note === undefined || notes.length !== 1)
    throw new Error(`expected one note, there are ${notes.length}`);
  return note;
}
