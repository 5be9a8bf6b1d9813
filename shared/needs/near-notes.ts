// Which notes belong to which words: by time alone, since a note seldom repeats what it is about.
import type { Note } from '../interviews/interview-document.ts';
import type { NearNote } from './need.ts';
import type { StatementRef } from './statement.ts';

/** A hand that is quick begins while the sentence is still running, or just before it. */
const BEFORE_MS = 3_000;
/** Typing begins when something was heard, usually within the next sentence or two. */
const AFTER_MS = 20_000;

/**
 * Tagged or marked notes whose typing began while the words were said or shortly after, in time order.
 * @param offsetMs what is added to the file's times to get call time
 */
export function nearNotes(
  { startMs, endMs }: Pick<StatementRef, 'startMs' | 'endMs'>,
  notes: readonly Note[],
  offsetMs: number,
): NearNote[] {
  if (startMs === null) return [];
  const from = startMs + offsetMs - BEFORE_MS;
  const to = (endMs ?? startMs) + offsetMs + AFTER_MS;
  return notes
    .filter((note) => note.kind === 'note' && note.atMs >= from && note.atMs <= to)
    .filter((note) => note.tags.length > 0 || note.markedBy.length > 0)
    .map(({ id, author, role, atMs, text, tags, markedBy }) => ({
      id,
      author,
      role,
      atMs,
      text,
      tags,
      isMarked: markedBy.length > 0,
    }));
}
