// What belongs to one need before anything merged into it is counted: a run's group with people's hands laid over it.
import type { NeedId, PersonId } from '../ids.ts';
import type { DecidedNeed } from './decided-need.ts';
import { noteKey, type PlacedEvidence } from './decision.ts';
import type { NoteRef } from './note-ref.ts';
import type { StatementRef } from './statement.ts';

export interface OwnEntry {
  readonly placed: PlacedEvidence;
  readonly placedBy: PersonId | null;
  readonly isPinned: boolean;
}

/** By evidence key, a run's order first, then what people pinned, then what they put there. */
export type OwnEvidence = ReadonlyMap<string, OwnEntry>;

export interface FoundEvidence {
  readonly statements: readonly StatementRef[];
  readonly requests: readonly StatementRef[];
  readonly notes?: readonly NoteRef[] | undefined;
}

/** @param isHeldElsewhere whether a person's decision holds this evidence in another need: a run does not take it from there */
export function ownEvidence(
  found: FoundEvidence | undefined,
  decided: DecidedNeed | undefined,
  isHeldElsewhere: (key: string) => boolean,
): OwnEvidence {
  const entries = new Map<string, OwnEntry>();
  const add = (key: string, placed: PlacedEvidence): void => {
    if (!entries.has(key)) entries.set(key, { placed, placedBy: null, isPinned: false });
  };
  const words = (verdict: 'for' | 'request', statements: readonly StatementRef[]): void => {
    for (const statement of statements) add(statement.id, { kind: 'words', verdict, statement });
  };
  words(
    'for',
    (found?.statements ?? []).filter(({ id }) => !isHeldElsewhere(id)),
  );
  words(
    'request',
    (found?.requests ?? []).filter(({ id }) => !isHeldElsewhere(id)),
  );
  const addNote = (note: NoteRef): void => add(noteKey(note.noteId), { kind: 'note', verdict: 'for', note });
  for (const note of found?.notes ?? []) if (!isHeldElsewhere(noteKey(note.noteId))) addNote(note);
  if (decided === undefined) return entries;
  if (decided.isDecided) {
    words('for', decided.pinned.statements);
    words('request', decided.pinned.requests);
    for (const note of decided.pinned.notes ?? []) addNote(note);
  }
  for (const key of decided.takenOut) entries.delete(key);
  for (const [key, { placed, by }] of decided.pinnedQuotes) {
    entries.set(key, { placed: entries.get(key)?.placed ?? placed, placedBy: by, isPinned: true });
  }
  for (const [key, { placed, by }] of decided.placed) {
    entries.set(key, { placed, placedBy: by, isPinned: decided.pinnedQuotes.has(key) });
  }
  return entries;
}

/** The need that an id became part of by merging, or itself. */
export function rootOf(id: NeedId, decided: ReadonlyMap<NeedId, DecidedNeed>): NeedId {
  let root = id;
  for (let next = decided.get(root)?.mergedInto; next; next = decided.get(root)?.mergedInto) root = next;
  return root;
}

/** Which needs hold a piece of evidence by a person's decision. Dismissed needs hold nothing: their words are free. */
export function holders(decided: ReadonlyMap<NeedId, DecidedNeed>): ReadonlyMap<string, ReadonlySet<NeedId>> {
  const held = new Map<string, Set<NeedId>>();
  for (const need of decided.values()) {
    const root = rootOf(need.id, decided);
    if (decided.get(root)?.status === 'dismissed' || !need.isDecided) continue;
    const keys = [
      ...[...need.pinned.statements, ...need.pinned.requests]
        .map(({ id }) => id)
        .filter((id) => !need.takenOut.has(id)),
      ...(need.pinned.notes ?? [])
        .map(({ noteId }) => noteKey(noteId))
        .filter((key) => !need.takenOut.has(key)),
      ...need.placed.keys(),
      ...need.pinnedQuotes.keys(),
    ];
    for (const key of keys) held.set(key, (held.get(key) ?? new Set()).add(root));
  }
  return held;
}
