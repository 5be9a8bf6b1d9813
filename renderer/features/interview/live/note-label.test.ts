import { describe, expect, it } from 'vitest';
import { NoteId, PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { noteLabel } from './note-label.ts';
import { noteParts } from './note-parts.ts';

const ines = PersonId.parse('ines');
const note: Note = {
  id: NoteId.parse('n'),
  author: ines,
  role: 'pm',
  atMs: 455_000,
  createdAt: '2026-11-24T10:07:40.000Z',
  kind: 'note',
  text: 'I want a dashboard.',
  tags: ['request'],
  markedBy: [ines],
  takenBy: null,
  asked: null,
  deletedAt: null,
};
const voices = { author: 'Ines', takenBy: null, askedBy: null };

describe('noteLabel', () => {
  it('says time, author, role, mark, words and tags in this order', () => {
    expect(noteLabel(note, voices, false)).toBe('07:35, Ines, PM, marked: I want a dashboard., tags request');
  });

  it('says that a note waits, and what became of a follow-up', () => {
    const asks: Note = { ...note, kind: 'follow-up', tags: [], markedBy: [] };
    expect(noteLabel(asks, { ...voices, takenBy: 'Tomas' }, true)).toBe(
      '07:35, Ines, PM, asks: I want a dashboard., Tomas takes it, waiting',
    );
    const asked: Note = { ...asks, asked: { by: ines, atMs: 542_000 } };
    expect(noteLabel(asked, { ...voices, askedBy: 'Ines' }, false)).toContain('asked by Ines at 09:02');
  });

  it('says an empty marked moment without words', () => {
    expect(noteLabel({ ...note, text: '', tags: [] }, voices, false)).toBe('07:35, Ines, PM, marked');
  });
});

describe('noteParts', () => {
  it('shows a tag inside the words where it stands, and the others at the end', () => {
    expect(noteParts('Wants a #Dashboard now', ['dashboard', 'request'])).toEqual({
      parts: [
        { kind: 'words', text: 'Wants a ', from: 0 },
        { kind: 'tag', name: 'Dashboard', from: 8 },
        { kind: 'words', text: ' now', from: 18 },
      ],
      chips: ['request'],
    });
  });

  it('leaves a #word that the note does not carry as a word', () => {
    expect(noteParts('ticket #4711', [])).toEqual({
      parts: [{ kind: 'words', text: 'ticket #4711', from: 0 }],
      chips: [],
    });
  });
});
