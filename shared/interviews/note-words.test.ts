import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addNote } from './interview-document.ts';
import { editNoteText, placeAfter, setNoteText } from './note-words.ts';
import { ines, noteId, onlyNote, originBy, type TwoPeople, twoPeople } from './testing/two-people.ts';

let people: TwoPeople;
beforeEach(() => {
  people = twoPeople();
});
afterEach(() => people.close());

/** What becomes of a note that read `seen` when one edited it into `own`, while it had become `theirs` already. */
function edited(seen: string, theirs: string, own: string): string {
  const { ines: document } = people;
  document.getMap('notes').clear();
  addNote(document, noteId('a'), originBy(ines), { text: seen, tags: [], isMarked: false });
  setNoteText(document, noteId('a'), theirs);
  editNoteText(document, noteId('a'), seen, own);
  return onlyNote(document).text;
}

describe('an edit of words that changed since they were seen', () => {
  it('leaves the other’s letters where they are', () => {
    expect(edited('Orders.', 'He orders.', 'Orders on Sunday.')).toBe('He orders on Sunday.');
    expect(edited('Orders', 'Orders twice', 'Orders!')).toBe('Orders twice!');
    expect(edited('a long note', 'a very long note', 'note')).toBe('very note');
    expect(edited('one two three', 'one 2 three', 'one')).toBe('one2');
    expect(edited('🙂', '🙃', '🙂!')).toBe('🙃!');
  });

  it('is the plain edit when nothing changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (seen, own) => {
        expect(edited(seen, seen, own)).toBe(own);
      }),
      { numRuns: 100 },
    );
  });

  it('never loses a letter that either put in', () => {
    const place = fc.nat(12);
    fc.assert(
      fc.property(
        fc.constantFrom('', 'abc', 'abcdefghijkl'),
        place,
        place,
        place,
        place,
        (seen, a, b, c, d) => {
          const cut = (text: string, from: number, to: number, put: string) =>
            text.slice(0, Math.min(from, to)) + put + text.slice(Math.max(from, to));
          const result = edited(seen, cut(seen, a, b, 'XYZ'), cut(seen, c, d, '123'));
          expect(result).toContain('XYZ');
          expect(result).toContain('123');
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('moves a caret along with the letters before it', () => {
  expect(placeAfter('Orders.', 'He orders.', 7)).toBe(10);
  expect(placeAfter('Orders.', 'Orders. Twice.', 3)).toBe(3);
});
