// What came in when somebody whose computer was away is back: told for four seconds after the last of it.
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import type { DebriefRow } from '../../../../shared/interviews/debrief.ts';
import { type Away, awayNames } from './away.ts';

const SHOWN_MS = 4_000;

interface Before {
  readonly away: Away;
  /** How many notes of theirs were here. */
  readonly theirs: number;
  /** Notes of mine that nobody else had heard at some time meanwhile. */
  readonly mineAlone: ReadonlySet<string>;
}

/** “Tomas is back. 12 of their notes came in, 3 of your rows are now both.”; null while there is nothing to tell. */
export function useReturned(away: Away | null, rows: readonly DebriefRow[], me: PersonId): string | null {
  const [before, setBefore] = useState<Before | null>(null);
  const last = useRef<Before | null>(null);
  useEffect(() => {
    if (away !== null) {
      last.current = {
        away,
        theirs: last.current?.theirs ?? notesBy(rows, away.ids),
        // What comes in a moment before the line counts as back came in with it.
        mineAlone: new Set([...(last.current?.mineAlone ?? []), ...aloneOf(rows, me)]),
      };
      setBefore(null);
    } else if (last.current !== null) {
      setBefore(last.current);
      last.current = null;
    }
  }, [away, rows, me]);

  const came = before === null ? 0 : Math.max(0, notesBy(rows, before.away.ids) - before.theirs);
  const stillAlone = before === null ? [] : aloneOf(rows, me);
  const paired = before === null ? 0 : [...before.mineAlone].filter((id) => !stillAlone.includes(id)).length;
  // Counts again from whatever comes in meanwhile.
  const shown = before === null ? null : `${came} ${paired}`;
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setBefore(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return before === null ? null : returnedWords(before.away.names, came, paired);
}

/** Counts of nothing are left out. */
function returnedWords(names: readonly string[], came: number, paired: number): string {
  const counts = [
    came === 0 ? '' : `${came} of their notes came in`,
    paired === 0 ? '' : paired === 1 ? '1 of your rows is now both' : `${paired} of your rows are now both`,
  ].filter((words) => words !== '');
  const back = `${awayNames(names)} ${names.length === 1 ? 'is' : 'are'} back.`;
  return counts.length === 0 ? back : `${back} ${counts.join(', ')}.`;
}

function notesBy(rows: readonly DebriefRow[], ids: readonly PersonId[]): number {
  return rows
    .flatMap((row) => [row.left, row.right])
    .filter((note) => note !== null && ids.includes(note.author)).length;
}

function aloneOf(rows: readonly DebriefRow[], me: PersonId): readonly string[] {
  return rows
    .filter((row) => row.viewpoint !== 'both')
    .flatMap((row) => row.left ?? row.right ?? [])
    .filter((note) => note.author === me)
    .map((note) => note.id);
}
