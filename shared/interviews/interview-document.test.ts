import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addNote,
  noteMap,
  readInterview,
  recordAttendance,
  setFollowUpAsked,
  setFollowUpTaken,
  setNoteDeleted,
  setNoteMark,
  setNoteTag,
} from './interview-document.ts';
import { setNoteText } from './note-words.ts';
import { ines, noteId, onlyNote, originBy, type TwoPeople, tomas, twoPeople } from './testing/two-people.ts';

const content = { text: 'Three numbers.', tags: ['need'], isMarked: true };
let people: TwoPeople;

beforeEach(() => {
  people = twoPeople();
});

afterEach(() => people.close());

describe('the interview document', () => {
  it('reads a note as it was made: words, tags, mark, author, role and time', () => {
    addNote(people.ines, noteId('a'), originBy(ines), content);
    expect(onlyNote(people.ines)).toEqual({
      ...originBy(ines),
      id: 'a',
      text: 'Three numbers.',
      tags: ['need'],
      markedBy: [ines],
      takenBy: null,
      asked: null,
      deletedAt: null,
    });
  });

  it('keeps the role a person had when they wrote the note', () => {
    addNote(people.ines, noteId('a'), originBy(ines, { role: 'designer' }), content);
    expect(onlyNote(people.ines).role).toBe('designer');
  });

  it('orders notes by call time, and by id where they began at once', () => {
    addNote(people.ines, noteId('b'), originBy(ines, { atMs: 9_000 }), content);
    addNote(people.ines, noteId('c'), originBy(ines, { atMs: 2_000 }), content);
    addNote(people.ines, noteId('a'), originBy(ines, { atMs: 9_000 }), content);
    expect(readInterview(people.ines).notes.map((note) => note.id)).toEqual(['c', 'a', 'b']);
  });

  it('sets whatever words are typed, whole signs also where two emoji begin alike', () => {
    addNote(people.ines, noteId('a'), originBy(ines), content);
    for (const words of ['so 😀', 'so 😁', 'so 🙁', '🙁🙁', '🙁']) {
      setNoteText(people.ines, noteId('a'), words);
      people.meet();
      expect(onlyNote(people.tomas).text).toBe(words);
    }
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '😀', '😁', '🙁', 'é') })),
        (typed) => {
          for (const words of typed) {
            setNoteText(people.ines, noteId('a'), words);
            expect(onlyNote(people.ines).text).toBe(words);
          }
        },
      ),
    );
  });

  it('keeps both people’s edits of one note made while the link was down', () => {
    addNote(people.ines, noteId('a'), originBy(ines), content);
    people.meet();
    setNoteText(people.ines, noteId('a'), 'Only three numbers.');
    setNoteTag(people.ines, noteId('a'), 'monday', true);
    setNoteText(people.tomas, noteId('a'), 'Three numbers, weekly.');
    setNoteTag(people.tomas, noteId('a'), 'monday', true);
    setNoteMark(people.tomas, noteId('a'), { by: tomas, at: '2026-11-24T10:09:00.000Z' }, true);
    people.meet();
    expect(onlyNote(people.ines)).toMatchObject({
      text: 'Only three numbers, weekly.',
      tags: ['monday', 'need'],
      markedBy: [ines, tomas],
    });
    expect(readInterview(people.ines)).toEqual(readInterview(people.tomas));
  });

  it('does not lose words that are typed into a note while another deletes it', () => {
    addNote(people.ines, noteId('a'), originBy(ines), content);
    people.meet();
    setNoteDeleted(people.ines, noteId('a'), '2026-11-24T10:09:00.000Z');
    setNoteText(people.tomas, noteId('a'), 'Three numbers. Every Monday.');
    people.meet();
    setNoteDeleted(people.ines, noteId('a'), null);
    expect(onlyNote(people.ines).text).toBe('Three numbers. Every Monday.');
  });

  it('notes who takes a follow-up and when it was asked, and takes both back', () => {
    addNote(people.ines, noteId('a'), originBy(tomas, { kind: 'follow-up' }), content);
    setFollowUpTaken(people.ines, noteId('a'), { by: ines, at: '2026-11-24T10:09:00.000Z' });
    setFollowUpAsked(people.ines, noteId('a'), { by: ines, atMs: 542_000 });
    expect(onlyNote(people.ines)).toMatchObject({ takenBy: ines, asked: { by: ines, atMs: 542_000 } });
    setFollowUpTaken(people.ines, noteId('a'), null);
    setFollowUpAsked(people.ines, noteId('a'), null);
    expect(onlyNote(people.ines)).toMatchObject({ takenBy: null, asked: null });
  });

  it('remembers the first time that somebody was there', () => {
    recordAttendance(people.ines, ines, 'first');
    recordAttendance(people.ines, ines, 'second');
    expect(people.ines.getMap('attendance').get(ines)).toEqual({ at: 'first' });
    expect(readInterview(people.ines).attendance).toEqual([ines]);
  });

  it('leaves out records that are no notes, and shows the rest', () => {
    addNote(people.ines, noteId('a'), originBy(ines), content);
    people.ines.getMap('notes').set('broken', 'no note');
    people.ines.getMap('notes').set('empty', new Y.Map());
    people.ines.getMap('notes').set('not an id!', new Y.Map());
    expect(onlyNote(people.ines).id).toBe('a');
  });

  it('does nothing to a note that is not there', () => {
    setNoteText(people.ines, noteId('gone'), 'words');
    setNoteTag(people.ines, noteId('gone'), 'need', true);
    expect(noteMap(people.ines, noteId('gone'))).toBeUndefined();
  });

  it('writes any words over any words by the smallest edit', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, same, after) => {
        const document = new Y.Doc();
        addNote(document, noteId('a'), originBy(ines), { text: same + before, tags: [], isMarked: false });
        let inserted = 0;
        noteMap(document, noteId('a'))?.observeDeep(([event]) => {
          for (const part of event?.changes.delta ?? [])
            if (typeof part.insert === 'string') inserted += part.insert.length;
        });
        setNoteText(document, noteId('a'), same + after);
        expect(onlyNote(document).text).toBe(same + after);
        expect(inserted).toBeLessThanOrEqual(after.length);
        document.destroy();
      }),
    );
  });

  it('ends up the same on both sides after any edits and any meetings', () => {
    const edit = fc.record({
      by: fc.boolean(),
      id: fc.nat(3),
      kind: fc.constantFrom('text', 'tag', 'untag', 'delete', 'mark'),
      text: fc.string({ maxLength: 10 }),
      meets: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const both = twoPeople();
        for (const index of [0, 1, 2, 3])
          addNote(both.ines, noteId(`n${index}`), originBy(ines, { atMs: index }), content);
        both.meet();
        for (const { by, id, kind, text, meets } of edits) {
          const document = by ? both.ines : both.tomas;
          const note = noteId(`n${id}`);
          if (kind === 'text') setNoteText(document, note, text);
          if (kind === 'tag' || kind === 'untag') setNoteTag(document, note, 'till', kind === 'tag');
          if (kind === 'delete') setNoteDeleted(document, note, text === '' ? null : text);
          if (kind === 'mark') setNoteMark(document, note, { by: tomas, at: text }, true);
          if (meets) both.meet();
        }
        both.meet();
        const facts = readInterview(both.ines);
        expect(facts).toEqual(readInterview(both.tomas));
        expect(facts.notes.length + facts.deletedNotes.length).toBe(4);
        both.close();
      }),
      { numRuns: 60 },
    );
  });
});
