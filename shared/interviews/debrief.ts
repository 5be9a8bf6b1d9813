// The debrief of an interview: both viewpoints along the clock, and which two notes heard the same thing. Rules over the
// facts; nothing here waits for anybody, so each copy has its own debrief while the other is away.
import type * as Y from 'yjs';
import { z } from 'zod';
import { type NoteId, PersonId } from '../ids.ts';
import { type Note, noteMap } from './interview-document.ts';
import { likeness } from './likeness.ts';

/** Two notes further apart than this are never guessed to be one moment. */
export const PAIR_WITHIN_MS = 90_000;
/** Of 1: how alike the words of two notes are before they are guessed to say the same. */
const ALIKE_FROM = 0.3;

const Said = z.object({ by: PersonId, at: z.string().max(40), isLinked: z.boolean() });
const Heard = z.object({ by: PersonId, at: z.string().max(40) });

/** What people said in the debrief, beside their notes. */
export interface DebriefFacts {
  /** Two notes that somebody linked or parted by hand, the smaller id first. */
  readonly said: readonly {
    readonly a: NoteId;
    readonly b: NoteId;
    readonly isLinked: boolean;
    readonly at: string;
  }[];
  /** Who heard a note's moment too without writing it down. */
  readonly heard: ReadonlyMap<NoteId, readonly PersonId[]>;
  /** For whom the debrief is done. */
  readonly doneBy: readonly PersonId[];
}

export type Viewpoint = 'pm' | 'both' | 'others';

export interface DebriefRow {
  /** The note's id, or both with a `+` between. */
  readonly id: string;
  readonly atMs: number;
  /** The PM's, left of the clock. */
  readonly left: Note | null;
  /** Everyone else's. */
  readonly right: Note | null;
  /** `said` by a person, or Earshot's `guess`. */
  readonly pair: 'none' | 'guess' | 'said';
  /** Who heard it too, of those who wrote nothing here. */
  readonly heardBy: readonly PersonId[];
  readonly viewpoint: Viewpoint;
  /** Marked by two people or more. */
  readonly isTogether: boolean;
  /** Somebody linked one of its notes with two others: shown as two rows, to choose. */
  readonly isPairedTwice: boolean;
}

export function readDebrief(document: Y.Doc, notes: readonly Note[]): DebriefFacts {
  const said: DebriefFacts['said'][number][] = [];
  const heard = new Map<NoteId, readonly PersonId[]>();
  const known = new Map<string, NoteId>(notes.map((note) => [note.id, note.id]));
  for (const { id } of notes) {
    const by: PersonId[] = [];
    for (const [field, value] of noteMap(document, id)?.entries() ?? []) {
      const other = field.startsWith('pair:') ? known.get(field.slice('pair:'.length)) : undefined;
      const pairing = other === undefined ? undefined : Said.safeParse(value).data;
      if (other !== undefined && pairing !== undefined)
        said.push({ a: id, b: other, isLinked: pairing.isLinked, at: pairing.at });
      const hearing = field.startsWith('heard:') ? Heard.safeParse(value).data : undefined;
      if (hearing !== undefined) by.push(hearing.by);
    }
    if (by.length > 0) heard.set(id, by.sort());
  }
  return { said, heard, doneBy: readDebriefDoneBy(document) };
}

export function readDebriefDoneBy(document: Y.Doc): readonly PersonId[] {
  return [...document.getMap('debriefDone').keys()].flatMap((key) => PersonId.safeParse(key).data ?? []);
}

/** Who put it off until all are there; it waits for as long as anybody does. */
export function readDebriefLaterBy(document: Y.Doc): readonly PersonId[] {
  return [...document.getMap('debriefLater').keys()].flatMap((key) => PersonId.safeParse(key).data ?? []);
}

export function setDebriefLater(document: Y.Doc, by: PersonId, at: string | null): void {
  if (at === null) document.getMap('debriefLater').delete(by);
  else document.getMap('debriefLater').set(by, { at });
}

/** Every note once, in one row, by call time. The same facts make the same rows on every computer. */
export function debriefRows(notes: readonly Note[], facts: DebriefFacts): readonly DebriefRow[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const partner = new Map<NoteId, { readonly id: NoteId; readonly pair: 'guess' | 'said' }>();
  const twice = new Set<NoteId>();
  const join = (a: NoteId, b: NoteId, pair: 'guess' | 'said') => {
    partner.set(a, { id: b, pair });
    partner.set(b, { id: a, pair });
  };
  const linked = facts.said.filter((pair) => pair.isLinked && areAcross(byId.get(pair.a), byId.get(pair.b)));
  const inOrder = [...linked].sort(
    (x, y) => compare(x.at, y.at) || compare(pairKey(x.a, x.b), pairKey(y.a, y.b)),
  );
  for (const { a, b } of inOrder) {
    if (!partner.has(a) && !partner.has(b)) join(a, b, 'said');
    else for (const id of [a, b]) twice.add(id);
  }
  const parted = new Set(facts.said.filter((pair) => !pair.isLinked).map(({ a, b }) => pairKey(a, b)));
  for (const { a, b } of guesses(notes)) {
    if (!partner.has(a.id) && !partner.has(b.id) && !parted.has(pairKey(a.id, b.id)))
      join(a.id, b.id, 'guess');
  }
  const rows: DebriefRow[] = [];
  for (const note of notes) {
    const with_ = partner.get(note.id);
    const other = with_ === undefined ? null : (byId.get(with_.id) ?? null);
    if (other !== null && side(note) === 'right') continue; // its row is the left one's
    const isLeft = side(note) === 'left';
    rows.push(rowOf(isLeft ? note : null, isLeft ? other : note, with_?.pair ?? 'none', facts, twice));
  }
  return rows.sort((a, b) => a.atMs - b.atMs || compare(a.id, b.id));
}

/** The note on the other side that L links with: the likeliest that has no partner, else the nearest. */
export function linkFor(row: DebriefRow, rows: readonly DebriefRow[]): Note | null {
  const own = row.left ?? row.right;
  if (own === null || row.pair !== 'none') return null;
  const free = rows.flatMap((other) => {
    const note = other.pair === 'none' ? (other.left ?? other.right) : null;
    return note !== null && areAcross(note, own) ? [note] : [];
  });
  const far = (note: Note) => Math.abs(note.atMs - own.atMs) / PAIR_WITHIN_MS - likeness(note.text, own.text);
  return free.sort((a, b) => far(a) - far(b) || compare(a.id, b.id))[0] ?? null;
}

/** Says by hand that two notes are one moment, or that they are not. Inside a transaction that the person's undo tracks. */
export function setPair(
  document: Y.Doc,
  a: NoteId,
  b: NoteId,
  by: { by: PersonId; at: string },
  isLinked: boolean,
): void {
  const [first, second] = a < b ? [a, b] : [b, a];
  noteMap(document, first)?.set(`pair:${second}`, { ...by, isLinked });
}

/** “Heard it too”: a mark with name and time, not a note. */
export function setHeard(
  document: Y.Doc,
  id: NoteId,
  by: { by: PersonId; at: string },
  isSet: boolean,
): void {
  const note = noteMap(document, id);
  if (isSet) note?.set(`heard:${by.by}`, by);
  else note?.delete(`heard:${by.by}`);
}

/** Done for one is done for that one; the debrief stays open. */
export function setDebriefDone(document: Y.Doc, by: PersonId, at: string): void {
  document.getMap('debriefDone').set(by, { at });
}

function rowOf(
  left: Note | null,
  right: Note | null,
  pair: DebriefRow['pair'],
  facts: DebriefFacts,
  twice: ReadonlySet<NoteId>,
): DebriefRow {
  const own = [left, right].flatMap((note) => note ?? []);
  const authors = new Set(own.map((note) => note.author));
  const heardBy = [...new Set(own.flatMap((note) => facts.heard.get(note.id) ?? []))].filter(
    (id) => !authors.has(id),
  );
  const isBoth = own.length === 2 || heardBy.length > 0;
  return {
    id: own.map((note) => note.id).join('+'),
    atMs: Math.min(...own.map((note) => note.atMs)),
    left,
    right,
    pair,
    heardBy,
    viewpoint: isBoth ? 'both' : left === null ? 'others' : 'pm',
    isTogether: new Set(own.flatMap((note) => note.markedBy)).size >= 2,
    isPairedTwice: own.some((note) => twice.has(note.id)),
  };
}

/** Pairs near in time and alike in words, the likeliest first. */
function guesses(notes: readonly Note[]): readonly { readonly a: Note; readonly b: Note }[] {
  const right = notes.filter((note) => side(note) === 'right');
  const found = notes
    .filter((note) => side(note) === 'left')
    .flatMap((a) =>
      right
        .filter((b) => Math.abs(a.atMs - b.atMs) <= PAIR_WITHIN_MS)
        .map((b) => ({ a, b, score: likeness(a.text, b.text) })),
    )
    .filter(({ score }) => score >= ALIKE_FROM);
  return found.sort(
    (x, y) =>
      y.score - x.score ||
      Math.abs(x.a.atMs - x.b.atMs) - Math.abs(y.a.atMs - y.b.atMs) ||
      compare(x.a.id, y.a.id) ||
      compare(x.b.id, y.b.id),
  );
}

function side(note: Note): 'left' | 'right' {
  return note.role === 'pm' ? 'left' : 'right';
}

function areAcross(a: Note | undefined, b: Note | undefined): boolean {
  return a !== undefined && b !== undefined && side(a) !== side(b);
}

function pairKey(a: NoteId, b: NoteId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
