import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DebriefFacts, debriefRows, linkFor, readDebrief, setHeard, setPair } from './debrief.ts';
import { addNote, type Note, readInterview } from './interview-document.ts';
import { ines, noteId, originBy, tomas } from './testing/two-people.ts';

const nothing: DebriefFacts = { said: [], heard: new Map(), doneBy: [] };
const stamp = { by: ines, at: '2026-11-24T11:00:00.000Z' };

function note(
  id: string,
  by: 'pm' | 'engineer',
  atMs: number,
  text: string,
  other: Partial<Note> = {},
): Note {
  const author = by === 'pm' ? ines : tomas;
  return {
    ...originBy(author, { atMs }),
    id: noteId(id),
    text,
    tags: [],
    markedBy: [],
    takenBy: null,
    asked: null,
    deletedAt: null,
    ...other,
  };
}

/** Rows in short: "left|pair|right". */
const short = (notes: readonly Note[], facts: DebriefFacts = nothing) =>
  debriefRows(notes, facts).map((row) => `${row.left?.id ?? ''}|${row.pair}|${row.right?.id ?? ''}`);

const oilPm = note(
  'a',
  'pm',
  1_852_000,
  'Price of oil moved 18 % between the order and the invoice. Nobody told him.',
);
const oilEngineer = note(
  'b',
  'engineer',
  1_870_000,
  'Oil up, learned it from the invoice, price four weeks later.',
);
const trust = note('c', 'engineer', 1_600_000, 'Would take a missing number over a wrong one');

describe('debriefRows', () => {
  it('guesses a pair that is near in time and alike in words, and nothing else', () => {
    expect(short([oilPm, oilEngineer, trust])).toEqual(['|none|c', 'a|guess|b']);
    expect(short([oilPm, { ...oilEngineer, atMs: 1_852_000 + 90_001 }])).toEqual(['a|none|', '|none|b']);
    expect(short([oilPm, { ...oilPm, id: noteId('d') }])).toEqual(['a|none|', 'd|none|']);
  });

  it('holds to what a person said: parted stays parted, linked is no guess', () => {
    const document = new Y.Doc();
    const all = [oilPm, oilEngineer, trust];
    for (const one of all) addNote(document, one.id, one, { text: one.text, tags: [], isMarked: false });
    const rows = () =>
      short(readInterview(document).notes, readDebrief(document, readInterview(document).notes));
    setPair(document, noteId('b'), noteId('a'), stamp, false);
    expect(rows()).toEqual(['|none|c', 'a|none|', '|none|b']);
    setPair(document, noteId('c'), noteId('a'), stamp, true);
    expect(rows()).toEqual(['a|said|c', '|none|b']);
  });

  it('counts “heard it too” as both, without a note', () => {
    const document = new Y.Doc();
    addNote(document, trust.id, trust, { text: trust.text, tags: [], isMarked: false });
    setHeard(document, trust.id, stamp, true);
    const { notes } = readInterview(document);
    expect(debriefRows(notes, readDebrief(document, notes))).toMatchObject([
      { viewpoint: 'both', heardBy: [ines] },
    ]);
    setHeard(document, trust.id, stamp, false);
    expect(debriefRows(notes, readDebrief(document, notes))).toMatchObject([
      { viewpoint: 'others', heardBy: [] },
    ]);
  });

  it('calls a moment marked together once two people marked it, on one note or on both', () => {
    expect(debriefRows([{ ...trust, markedBy: [ines, tomas] }], nothing)[0]?.isTogether).toBe(true);
    const marked = [
      { ...oilPm, markedBy: [ines] },
      { ...oilEngineer, markedBy: [tomas] },
    ];
    expect(debriefRows(marked, nothing)[0]?.isTogether).toBe(true);
    expect(debriefRows([{ ...trust, markedBy: [tomas] }], nothing)[0]?.isTogether).toBe(false);
  });

  it('shows two pairings of one note as two rows, to choose', () => {
    const said = [
      { a: noteId('a'), b: noteId('b'), isLinked: true, at: '1' },
      { a: noteId('a'), b: noteId('c'), isLinked: true, at: '2' },
    ];
    const rows = debriefRows([oilPm, oilEngineer, trust], { ...nothing, said });
    expect(rows.map((row) => [row.id, row.isPairedTwice])).toEqual([
      ['c', true],
      ['a+b', true],
    ]);
  });

  it('offers the likeliest free note of the other side to link with', () => {
    const rows = debriefRows([oilPm, trust], nothing);
    const row = rows.find((one) => one.left !== null);
    expect(row && linkFor(row, rows)?.id).toBe('c');
    expect(linkFor(debriefRows([oilPm], nothing)[0] ?? raise(), [])).toBeNull();
  });

  it('has every note in one row, once, in the same rows whatever order the facts come in', () => {
    const words = fc.constantFrom(
      'oil price',
      'oil',
      'the price of oil',
      'waste log',
      'logs the waste',
      '',
      'it is',
    );
    const notes = fc
      .array(fc.record({ isPm: fc.boolean(), at: fc.integer({ min: 0, max: 300 }), text: words }), {
        maxLength: 14,
      })
      .map((list) =>
        list.map((one, index) => note(`n${index}`, one.isPm ? 'pm' : 'engineer', one.at * 1_000, one.text)),
      );
    const said = fc.array(
      fc.record({ a: fc.nat(13), b: fc.nat(13), isLinked: fc.boolean(), at: fc.constantFrom('1', '2') }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(notes, said, (list, pairs) => {
        const facts: DebriefFacts = {
          ...nothing,
          said: pairs.map(({ a, b, ...rest }) => ({ ...rest, a: noteId(`n${a}`), b: noteId(`n${b}`) })),
        };
        const rows = debriefRows(list, facts);
        const shown = rows.flatMap((row) => [row.left, row.right].flatMap((one) => one?.id ?? []));
        expect([...shown].sort()).toEqual(list.map((one) => one.id).sort());
        for (const row of rows) {
          expect(row.pair === 'none').toBe(row.left === null || row.right === null);
          expect(row.left === null || row.left.role === 'pm').toBe(true);
          expect(row.right === null || row.right.role !== 'pm').toBe(true);
        }
        const turned = {
          ...facts,
          said: facts.said.map((one) => ({ ...one, a: one.b, b: one.a })).reverse(),
        };
        expect(rows.map((row) => row.id)).toEqual(
          debriefRows([...list].reverse(), turned).map((row) => row.id),
        );
      }),
      { numRuns: 150 },
    );
  });
});

function raise(): never {
  throw new Error('there is a row');
}
