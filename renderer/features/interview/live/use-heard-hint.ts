// Whether others said something like what is being noted. It asks only when typing rests or a note has come, never holds a
// keystroke up, and is quiet: one hint at a time, none within a minute of the last, none while there is enough to ask.
import { useEffect, useRef, useState } from 'react';
import type { HeardHint } from '../../../../shared/contract/search.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { InterviewId, NeedId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { useHost } from '../../../state/host-context.tsx';
import { usePreferences } from '../../../state/preferences-store.ts';

export interface HeardHintState {
  readonly hint: HeardHint | null;
  /** Its quotes are shown. */
  readonly isOpen: boolean;
  readonly look: () => void;
  /** Silences this need for as long as the interview is open. */
  readonly dismiss: () => void;
}

export interface HeardHintOptions {
  readonly interviewId: InterviewId;
  readonly draft: string;
  readonly notes: readonly Note[];
  readonly openFollowUps: number;
  readonly isReadOnly: boolean;
}

/** Typing rests when no key came for so long: of the 150 ms from a key to its hint, the host has the other 60. */
const REST_MS = 90;
const BETWEEN_MS = 60_000;
const SHOWN_MS = 120_000;
const ENOUGH_TO_ASK = 2;

export function useHeardHint(options: HeardHintOptions): HeardHintState {
  const { interviewId, draft, notes, openFollowUps, isReadOnly } = options;
  const { client } = useHost();
  const { preferences } = usePreferences();
  const [hint, setHint] = useState<HeardHint | null>(null);
  const [isOpen, setOpen] = useState(false);
  const silenced = useRef(new Set<NeedId>());
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  // What stood here before was read already.
  const [openedAt] = useState(() => Date.now());
  const last = notes.findLast((note) => Date.parse(note.createdAt) >= openedAt)?.text ?? '';
  const text = (draft === '' ? last : draft).slice(0, 2_000);
  const isQuiet = !preferences.areHintsOn || isReadOnly || openFollowUps >= ENOUGH_TO_ASK;

  const isOff = !preferences.areHintsOn || isReadOnly;
  useEffect(() => {
    // The host makes itself ready, so that the first hint is as quick as the next.
    if (!isOff) client.call('search.heard', { interviewId, text: '' }).catch(onlyWithout);
  }, [client, interviewId, isOff]);

  useEffect(() => {
    if (isQuiet || text.trim() === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const found = await client.call('search.heard', { interviewId, text }, { signal: stop.signal });
        if (stop.signal.aborted || found === null || silenced.current.has(found.needId)) return;
        setHint((was) => {
          if (was?.needId === found.needId) return was;
          const now = Date.now();
          if (now - shownAt.current < BETWEEN_MS) return was;
          shownAt.current = now;
          return found;
        });
      } catch (error) {
        onlyWithout(error);
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, interviewId, text, isQuiet]);

  // A hint that nobody looked at is over when the talk has gone on.
  useEffect(() => {
    if (hint === null || isOpen) return;
    const timer = setTimeout(() => setHint(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [hint, isOpen]);

  return {
    hint: isQuiet ? null : hint,
    isOpen,
    look: () => setOpen((was) => !was),
    dismiss() {
      if (hint !== null) silenced.current.add(hint.needId);
      setHint(null);
      setOpen(false);
    },
  };
}

/** A hint that cannot be had is none; notes are written all the same. */
function onlyWithout(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
