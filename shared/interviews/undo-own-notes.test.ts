import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { readTickedGuide, tickQuestion } from './guide.ts';
import { addNote, readInterview, setNoteDeleted, setNoteMark, setNoteTag } from './interview-document.ts';
import { setNoteText } from './note-words.ts';
import { ines, noteId, onlyNote, originBy, type TwoPeople, tomas, twoPeople } from './testing/two-people.ts';
import { type OwnNotes, undoOwnNotes } from './undo-own-notes.ts';

const content = { text: 'Retypes it into a sheet.', tags: ['workaround'], isMarked: false };
let people: TwoPeople;
let own: OwnNotes;

beforeEach(() => {
  people = twoPeople();
  own = undoOwnNotes(people.ines);
});

afterEach(() => {
  own.destroy();
  people.close();
});

describe('undoOwnNotes', () => {
  it('puts a note that is taken back among the deleted ones, and brings it back with its tags', () => {
    own.add(noteId('a'), originBy(ines), content);
    expect(onlyNote(people.ines)).toMatchObject({ text: content.text, tags: ['workaround'] });
    expect(own.undo()).toBe(true);
    expect(readInterview(people.ines).notes).toEqual([]);
    expect(readInterview(people.ines).deletedNotes).toMatchObject([{ id: 'a', text: content.text }]);
    expect(own.redo()).toBe(true);
    expect(onlyNote(people.ines)).toMatchObject({ text: content.text, tags: ['workaround'] });
  });

  it('makes a note in one update, so that no power cut leaves half of it', () => {
    const updates: Uint8Array[] = [];
    people.ines.on('update', (update: Uint8Array) => updates.push(update));
    own.add(noteId('a'), originBy(ines), content);
    expect(updates).toHaveLength(1);
    for (const update of updates) Y.applyUpdate(people.tomas, update);
    expect(onlyNote(people.tomas)).toMatchObject({ text: content.text });
  });

  it('takes back the acts that came after a note was made before the making, and brings them back in their order', () => {
    own.act(() => people.ines.getMap('guideTicks').set('t', { id: 't' }));
    own.add(noteId('a'), originBy(ines), content);
    own.act(() => setNoteTag(people.ines, noteId('a'), 'till', true));
    own.undo();
    own.undo();
    expect(readInterview(people.ines).notes).toEqual([]);
    expect(people.ines.getMap('guideTicks').has('t')).toBe(true);
    own.undo();
    expect(people.ines.getMap('guideTicks').has('t')).toBe(false);
    expect(own.undo()).toBe(false);
    own.redo();
    expect(people.ines.getMap('guideTicks').has('t')).toBe(true);
    own.redo();
    expect(onlyNote(people.ines).tags).toEqual(['workaround']);
    own.redo();
    expect(onlyNote(people.ines).tags).toEqual(['till', 'workaround']);
    expect(own.redo()).toBe(false);
  });

  it('keeps the words that another typed into the note when its making is taken back', () => {
    own.add(noteId('a'), originBy(ines), content);
    people.meet();
    people.tomas.transact(() => setNoteText(people.tomas, noteId('a'), `${content.text} By hand.`));
    people.meet();
    own.undo();
    people.meet();
    expect(readInterview(people.tomas).deletedNotes[0]?.text).toBe(`${content.text} By hand.`);
  });

  it('takes back one act at a time, the last one first', () => {
    own.add(noteId('a'), originBy(ines), content);
    own.act(() => setNoteTag(people.ines, noteId('a'), 'till', true));
    own.act(() => setNoteMark(people.ines, noteId('a'), { by: ines, at: '2026-11-24T10:08:00.000Z' }, true));
    own.undo();
    expect(onlyNote(people.ines)).toMatchObject({ tags: ['till', 'workaround'], markedBy: [] });
    own.undo();
    expect(onlyNote(people.ines).tags).toEqual(['workaround']);
  });

  it('leaves the acts of the other alone, and says when nothing of one’s own is left', () => {
    addNote(people.tomas, noteId('b'), originBy(tomas), content);
    people.meet();
    own.act(() => setNoteTag(people.ines, noteId('b'), 'till', true));
    people.meet();
    setNoteTag(people.tomas, noteId('b'), 'trust', true);
    setNoteText(people.tomas, noteId('b'), 'Retypes it every Monday.');
    people.meet();
    own.undo();
    people.meet();
    expect(onlyNote(people.tomas)).toMatchObject({
      text: 'Retypes it every Monday.',
      tags: ['trust', 'workaround'],
    });
    expect(own.undo()).toBe(false);
  });

  it('takes back only one’s own letters out of a note that both have typed into', () => {
    own.add(noteId('a'), originBy(ines), { text: 'Orders.', tags: [], isMarked: false });
    people.meet();
    own.type(() => setNoteText(people.ines, noteId('a'), 'Orders on Sunday.'));
    people.meet();
    setNoteText(people.tomas, noteId('a'), 'He orders on Sunday.');
    people.meet();
    own.undo();
    people.meet();
    expect(onlyNote(people.tomas).text).toBe('He orders.');
  });

  it('does not take back what another window of the same person did', () => {
    addNote(people.tomas, noteId('other-window'), originBy(ines), content);
    people.meet();
    expect(own.undo()).toBe(false);
    expect(readInterview(people.ines).notes).toHaveLength(1);
  });

  it('brings a deleted note back', () => {
    own.add(noteId('a'), originBy(ines), content);
    own.act(() => setNoteDeleted(people.ines, noteId('a'), '2026-11-24T10:09:00.000Z'));
    expect(readInterview(people.ines).notes).toEqual([]);
    own.undo();
    expect(readInterview(people.ines).notes).toHaveLength(1);
  });

  it('takes back a tick of the guide', () => {
    people.ines.getText('guide').insert(0, '? Who else orders?');
    const [line] = readTickedGuide(people.ines);
    if (!line) throw new Error('the guide has one line');
    own.act(() => tickQuestion(people.ines, line, { id: 't', atMs: 1_000, by: ines }));
    expect(readTickedGuide(people.ines)[0]?.tick).not.toBeNull();
    own.undo();
    expect(readTickedGuide(people.ines)[0]?.tick).toBeNull();
  });

  it('never loses or changes a word of the other, whatever both do and however often one undoes', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), id: fc.nat(5), text: fc.string({ maxLength: 8 }) }),
      fc.record({ kind: fc.constant('type' as const), id: fc.nat(5), text: fc.string({ maxLength: 8 }) }),
      fc.record({ kind: fc.constant('tag' as const), id: fc.nat(5) }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('redo' as const) }),
      fc.record({ kind: fc.constant('theirs' as const), id: fc.nat(5), text: fc.string({ maxLength: 8 }) }),
      fc.record({ kind: fc.constant('meet' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const both = twoPeople();
        const mine = undoOwnNotes(both.ines);
        const theirs = new Map<NoteId, string>();
        const made = new Set<number>();
        for (const [index, entry] of steps.entries()) {
          if (entry.kind === 'meet') both.meet();
          if (entry.kind === 'undo') mine.undo();
          if (entry.kind === 'redo') mine.redo();
          if (entry.kind === 'add' && !made.has(entry.id)) {
            made.add(entry.id);
            mine.add(noteId(`n${entry.id}`), originBy(ines), { text: entry.text, tags: [], isMarked: false });
          }
          if (entry.kind === 'type')
            mine.type(() => setNoteText(both.ines, noteId(`n${entry.id}`), entry.text));
          if (entry.kind === 'tag')
            mine.act(() => setNoteTag(both.ines, noteId(`n${entry.id}`), 'need', true));
          if (entry.kind === 'theirs') {
            const id = noteId(`t${index}`);
            theirs.set(id, entry.text);
            addNote(both.tomas, id, originBy(tomas), { text: entry.text, tags: ['theirs'], isMarked: false });
          }
        }
        both.meet();
        const seen = new Map(readInterview(both.ines).notes.map((note) => [note.id, note]));
        for (const [id, text] of theirs) expect(seen.get(id)).toMatchObject({ text, tags: ['theirs'] });
        expect(readInterview(both.ines)).toEqual(readInterview(both.tomas));
        const everywhere = [...seen.values(), ...readInterview(both.ines).deletedNotes];
        for (const id of made) expect(everywhere.some((note) => note.id === `n${id}`)).toBe(true);
        mine.destroy();
        both.close();
      }),
      { numRuns: 60 },
    );
  });
});
