// What is looked for in a transcript, where it is, and which of the places is the current one.
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnCorrection } from '../../../../shared/interviews/marked-turns.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { type FoundWords, searchTurns } from './search-turns.ts';
import type { Hit } from './text-pieces.ts';

export interface Find {
  readonly wanted: string;
  readonly want: (words: string) => void;
  readonly found: readonly FoundWords[];
  /** The place among them, from 0. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  readonly hitsIn: (turn: number) => readonly Hit[];
}

/** `onShow` brings a turn into view: the first place while the words are typed, then each that is stepped to. */
export function useFind(
  turns: readonly Turn[],
  corrections: ReadonlyMap<number, readonly TurnCorrection[]>,
  onShow: (turn: number) => void,
): Find {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  // Typing goes on while a long transcript is searched.
  const searched = useDeferredValue(wanted);
  const found = useMemo(() => searchTurns(turns, searched, corrections), [turns, searched, corrections]);
  const byTurn = useMemo(() => placesByTurn(found), [found]);

  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  useEffect(() => {
    setAt(0);
    const first = found[0];
    if (first !== undefined) show.current(first.turn);
  }, [found]);

  const current = found[at];
  return {
    wanted,
    want: setWanted,
    found,
    at,
    step(by) {
      if (found.length === 0) return;
      const next = (at + by + found.length) % found.length;
      setAt(next);
      onShow(found[next]?.turn ?? 0);
    },
    hitsIn: (turn) =>
      (byTurn.get(turn) ?? []).map((one) => ({ from: one.from, to: one.to, isCurrent: one === current })),
  };
}

function placesByTurn(found: readonly FoundWords[]): ReadonlyMap<number, readonly FoundWords[]> {
  const byTurn = new Map<number, FoundWords[]>();
  for (const one of found) {
    const there = byTurn.get(one.turn);
    if (there === undefined) byTurn.set(one.turn, [one]);
    else there.push(one);
  }
  return byTurn;
}
