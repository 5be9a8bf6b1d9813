// What is being typed, kept in this browser on every keystroke. Its time is fixed at the first character and cleared when
// the field is emptied.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, type DraftSlot, openDraftSlot } from './draft-slots.ts';
import { movePlaces } from './tag-completion.ts';

export interface LiveDraft {
  /** Null while nothing is typed. */
  readonly draft: Draft | null;
  /** The text as it is now. `beganAtEpochMs` counts only when a draft begins with it. */
  readonly change: (text: string, beganAtEpochMs?: number) => void;
  /** A `#` that is meant as a plain character. */
  readonly leavePlain: (at: number) => void;
  readonly clear: () => void;
  /** Clears what was on its way as `text`; a field in which somebody went on typing meanwhile keeps all its words. */
  readonly clearSent: (text: string) => void;
}

/**
 * @param key names workspace, interview and person; null while they are not known
 * @param callTimeAt call time at a moment of the wall clock, or null while the interview's clock is not known
 */
export function useDraft(key: string | null, callTimeAt: (epochMs: number) => number | null): LiveDraft {
  const [draft, setDraft] = useState<Draft | null>(null);
  const now = useRef<Draft | null>(null);
  const slot = useRef<DraftSlot | null>(null);

  const put = useCallback((next: Draft | null) => {
    now.current = next;
    setDraft(next);
    if (next === null) slot.current?.clear();
    else slot.current?.write(next);
  }, []);

  useEffect(() => {
    if (key === null) return;
    let isGone = false;
    // Locks are there wherever the page runs; a browser without them has one slot.
    void openDraftSlot(window.localStorage, navigator.locks ?? undefined, key).then((opened) => {
      if (isGone) return;
      slot.current = opened;
      const stored = opened.read();
      // Words typed before the slot was known come after those that were left from before.
      if (stored === null) put(now.current);
      else put(now.current === null ? stored : { ...stored, text: `${stored.text} ${now.current.text}` });
    });
    return () => {
      isGone = true;
      slot.current = null;
    };
  }, [key, put]);

  // A draft that began before the clock was known gets its time as soon as it is.
  useEffect(() => {
    if (draft === null || draft.atMs !== null) return;
    const atMs = callTimeAt(draft.beganAtEpochMs);
    if (atMs !== null) put({ ...draft, atMs });
  });

  const change = (text: string, beganAtEpochMs: number = Date.now()) => {
    const before = now.current;
    if (text === '') put(null);
    else if (before === null) put({ text, beganAtEpochMs, atMs: callTimeAt(beganAtEpochMs), plainAt: [] });
    else put({ ...before, text, plainAt: movePlaces(before.plainAt, before.text, text) });
  };
  const leavePlain = (at: number) => {
    if (now.current !== null) put({ ...now.current, plainAt: [...now.current.plainAt, at] });
  };
  const clearSent = (text: string) => {
    if (now.current?.text === text) put(null);
  };
  return { draft, change, leavePlain, clear: () => put(null), clearSent };
}
