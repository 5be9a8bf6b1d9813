// Which questions a person may still ask for somebody else, and which note a digit tags. Rules over the facts, no screen.
import type { PersonId } from '../ids.ts';
import type { Note } from './interview-document.ts';

/**
 * What stands under "To ask next" for a person: follow-ups of everyone else that are not asked, and not taken by a third.
 * Somebody who listens alone is their own other: their own follow-ups come back to them.
 */
export function followUpsToAsk(notes: readonly Note[], me: PersonId, isAlone: boolean): Note[] {
  return notes.filter(
    (note) =>
      note.kind === 'follow-up' &&
      note.asked === null &&
      (note.takenBy === null || note.takenBy === me) &&
      (note.author !== me || isAlone),
  );
}

/** How long one's own note stays "the last one" although another has kept theirs since. */
const OWN_NOTE_MS = 10_000;

/**
 * The note that a digit tags. Whoever has just kept a note means that one, even if the other was a moment faster;
 * otherwise it is the one that was kept last, by anyone. By time of keeping: call time is when typing began.
 */
export function noteToTag(notes: readonly Note[], me: PersonId, nowEpochMs: number): Note | undefined {
  const byKeeping = [...notes].sort((a, b) => keptAt(a) - keptAt(b) || (a.id < b.id ? -1 : 1));
  const own = byKeeping.findLast((note) => note.author === me);
  if (own && nowEpochMs - keptAt(own) <= OWN_NOTE_MS) return own;
  return byKeeping.at(-1);
}

/** The note that ↑ in an empty field edits: the one this person kept last. */
export function lastOwnNote(notes: readonly Note[], me: PersonId): Note | undefined {
  return notes
    .filter((note) => note.author === me)
    .sort((a, b) => keptAt(a) - keptAt(b) || (a.id < b.id ? -1 : 1))
    .at(-1);
}

function keptAt(note: Note): number {
  return Date.parse(note.createdAt) || 0;
}
