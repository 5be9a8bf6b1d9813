import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PersonId, TagId } from '../../../../shared/ids.ts';
import { type Note, noteMap, readInterview } from '../../../../shared/interviews/interview-document.ts';
import { type OwnNotes, undoOwnNotes } from '../../../../shared/interviews/undo-own-notes.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { type LiveActs, liveActs } from './live-acts.ts';

const me = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' } as const;
const checkout: Tag = {
  id: TagId.parse('checkout'),
  name: 'checkout',
  aliases: ['till'],
  definition: '',
  kind: null,
  shape: 'circle',
  tone: 'ink',
  hotkey: null,
  isArchived: false,
};

let document: Y.Doc;
let own: OwnNotes;
let acts: LiveActs;
let newTags: string[];

beforeEach(() => {
  document = new Y.Doc();
  own = undoOwnNotes(document);
  newTags = [];
  acts = liveActs({
    document,
    own,
    me,
    tags: [checkout],
    now: () => new Date('2026-11-24T10:07:40Z'),
    onNewTags: (names) => newTags.push(...names),
  });
});

afterEach(() => {
  own.destroy();
  document.destroy();
});

const keep = (text: string, isMarked = false) => acts.keep({ text, atMs: 455_000, plainAt: [], isMarked });
const notes = () => readInterview(document).notes;

function onlyNote(): Note {
  const [note] = notes();
  if (note === undefined || notes().length !== 1) throw new Error(`there are ${notes().length} notes`);
  return note;
}

describe('keeping what was typed', () => {
  it('makes a note with author, role, time, tags and mark', () => {
    keep('// Retypes it #sheet');
    expect(onlyNote()).toMatchObject({
      author: me.id,
      role: 'pm',
      atMs: 455_000,
      text: 'Retypes it',
      tags: ['sheet'],
      markedBy: [me.id],
    });
    expect(newTags).toEqual(['sheet']);
  });

  it('writes a tag as the codebook does, and by its name of today', () => {
    keep('one #Checkout');
    keep('two #till');
    expect(notes().map((note) => note.tags)).toEqual([['checkout'], ['checkout']]);
    expect(newTags).toEqual([]);
  });

  it('marks the moment when there are only signs or tags', () => {
    keep('//');
    keep('#checkout');
    expect(notes().map((note) => [note.text, note.markedBy.length])).toEqual([
      ['', 1],
      ['', 1],
    ]);
  });

  it('keeps nothing where there is nothing to keep', () => {
    expect(keep('')).toBeNull();
    expect(keep('   ')).toBeNull();
    expect(keep('?')).toBeNull();
    expect(keep('? //')).toBeNull();
    expect(notes()).toEqual([]);
  });

  it('marks by Ctrl Enter, and asks by a question mark', () => {
    keep('Blank is honest', true);
    keep('?And then');
    expect(
      notes()
        .map((note) => [note.kind, note.markedBy.length])
        .sort(),
    ).toEqual([
      ['follow-up', 0],
      ['note', 1],
    ]);
  });
});

describe('the end of an edit', () => {
  it('reads tags and a mark that were typed into the words', () => {
    keep('Retypes it');
    acts.typeText(onlyNote().id, 'Retypes it', 'Retypes it by hand // #till');
    expect(acts.finishEdit(onlyNote(), 'Retypes it by hand // #till', [])).toBe(true);
    expect(onlyNote()).toMatchObject({
      text: 'Retypes it by hand',
      tags: ['checkout'],
      markedBy: [me.id],
    });
  });

  it('says when nothing is left of a note', () => {
    keep('Retypes it');
    expect(acts.finishEdit(onlyNote(), ' ', [])).toBe(false);
  });

  it('leaves no step of undo when nothing was changed', () => {
    keep('Retypes it');
    acts.finishEdit(onlyNote(), 'Retypes it', []);
    acts.undo();
    expect(notes()).toEqual([]);
  });
});

describe('tags of a note', () => {
  it('go with the names they had before', () => {
    keep('Retypes it');
    const { id } = onlyNote();
    noteMap(document, id)?.set('#till', true);
    acts.setTag(id, 'checkout', false);
    expect(onlyNote().tags).toEqual([]);
    acts.undo();
    expect(onlyNote().tags).toEqual(['till']);
  });
});

describe('a follow-up', () => {
  it('is taken and given back, asked and not asked after all', () => {
    keep('?And then');
    acts.take(onlyNote());
    expect(onlyNote().takenBy).toBe(me.id);
    acts.take(onlyNote());
    expect(onlyNote().takenBy).toBeNull();
    acts.markAsked(onlyNote(), 542_000);
    expect(onlyNote().asked).toEqual({ by: me.id, atMs: 542_000 });
    acts.markAsked(onlyNote(), 600_000);
    expect(onlyNote().asked).toBeNull();
  });
});
