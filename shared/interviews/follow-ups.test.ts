import { describe, expect, it } from 'vitest';
import { PersonId } from '../ids.ts';
import { followUpsToAsk, lastOwnNote, noteToTag } from './follow-ups.ts';
import type { Note } from './interview-document.ts';
import { ines, noteId, originBy, tomas } from './testing/two-people.ts';

const KEPT = '2026-11-24T10:00:00.000Z';
const keptMs = Date.parse(KEPT);

function note(id: string, changes: Partial<Note> = {}): Note {
  return {
    ...originBy(changes.author ?? ines, { createdAt: KEPT }),
    id: noteId(id),
    text: id,
    tags: [],
    markedBy: [],
    takenBy: null,
    asked: null,
    deletedAt: null,
    ...changes,
  };
}

describe('followUpsToAsk', () => {
  const asks = note('asks', { author: tomas, kind: 'follow-up' });

  it('goes to everyone but the one who asks', () => {
    expect(followUpsToAsk([asks, note('plain', { author: tomas })], ines, false)).toEqual([asks]);
    expect(followUpsToAsk([asks], tomas, false)).toEqual([]);
  });

  it('stays with the one who takes it, and ends when it was asked', () => {
    const taken = { ...asks, takenBy: ines };
    expect(followUpsToAsk([taken], ines, false)).toEqual([taken]);
    expect(followUpsToAsk([{ ...asks, takenBy: PersonId.parse('rana') }], ines, false)).toEqual([]);
    expect(followUpsToAsk([{ ...asks, asked: { by: ines, atMs: 1 } }], ines, false)).toEqual([]);
  });

  it('comes back to somebody who listens alone', () => {
    expect(followUpsToAsk([asks], tomas, true)).toEqual([asks]);
  });
});

describe('noteToTag', () => {
  const later = '2026-11-24T10:00:05.000Z';
  const mine = note('a', { atMs: 1_000 });
  const theirs = note('b', { author: tomas, createdAt: later, atMs: 900 });

  it('is the note one has just kept, even if the other kept one since', () => {
    expect(noteToTag([mine, theirs], ines, keptMs + 9_000)?.id).toBe('a');
  });

  it('is the note that was kept last by anyone when one’s own is a while ago', () => {
    expect(noteToTag([mine, theirs], ines, keptMs + 60_000)?.id).toBe('b');
    expect(noteToTag([], ines, keptMs)).toBeUndefined();
  });
});

describe('lastOwnNote', () => {
  it('goes by when notes were kept, and takes none of the other', () => {
    const first = note('z', { createdAt: '2026-11-24T09:59:00.000Z', atMs: 99_000 });
    const second = note('a', { atMs: 1_000 });
    const theirs = note('b', { author: tomas, createdAt: '2026-11-24T10:10:00.000Z' });
    expect(lastOwnNote([first, second, theirs], ines)?.id).toBe('a');
  });
});
