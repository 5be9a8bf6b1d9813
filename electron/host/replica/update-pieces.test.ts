import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updatePieces } from './update-pieces.ts';

interface Edit {
  readonly who: number;
  readonly at: number;
  readonly kind: 'insert' | 'delete' | 'note' | 'meet';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  who: fc.nat({ max: 2 }),
  at: fc.nat({ max: 400 }),
  kind: fc.constantFrom('insert', 'insert', 'note', 'delete', 'meet'),
});

function typedBy(edits: readonly Edit[]): Y.Doc {
  const documents = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const meet = () => {
    for (const one of documents)
      for (const other of documents) Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  };
  for (const [index, { who, at, kind }] of edits.entries()) {
    const document = documents[who] ?? new Y.Doc();
    const text = document.getText('text');
    if (kind === 'insert') text.insert(at % (text.length + 1), `${index} words `);
    if (kind === 'delete' && text.length > 4) text.delete(at % (text.length - 3), 3);
    if (kind === 'note') {
      const note = new Y.Map();
      note.set('text', new Y.Text(`note ${index}`));
      document.getMap('notes').set(`n${at % 20}`, note);
    }
    if (kind === 'meet') meet();
  }
  meet();
  return documents[0] ?? new Y.Doc();
}

describe('updates in pieces', () => {
  it('leaves no gap after any piece, and gives the same document', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 120 }),
        fc.integer({ min: 20, max: 400 }),
        (edits, maxBytes) => {
          const typed = typedBy(edits);
          const copy = new Y.Doc();
          for (const piece of updatePieces(Y.encodeStateAsUpdate(typed), maxBytes)) {
            Y.applyUpdate(copy, piece);
            expect(copy.store.pendingStructs).toBeNull();
          }
          expect(Y.encodeSnapshot(Y.snapshot(copy))).toEqual(Y.encodeSnapshot(Y.snapshot(typed)));
          expect(copy.getText('text').toString()).toBe(typed.getText('text').toString());
          expect(copy.getMap('notes').toJSON()).toEqual(typed.getMap('notes').toJSON());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stays near the size that was asked for', () => {
    const document = new Y.Doc();
    for (let line = 0; line < 3_000; line += 1) document.getText('text').insert(0, `line ${line}\n`);
    const update = Y.encodeStateAsUpdate(document);
    const pieces = updatePieces(update, 4_000);
    expect(pieces.length).toBeGreaterThan(update.length / 8_000);
    for (const piece of pieces) expect(piece.length).toBeLessThan(4_200);
  });
});
