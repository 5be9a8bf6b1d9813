// Asks the host what it finds, for the palette. An answer to what was typed before stays until the next one is there, but
// no longer than a moment, so that the list neither flickers nor shows what is no longer asked.
import { useEffect, useState } from 'react';
import { type SearchAnswer, SearchKind } from '../../../shared/contract/search.ts';
import { AppError } from '../../../shared/errors.ts';
import { useHost } from '../../state/host-context.tsx';
import type { Sought } from './find-entries.ts';

export interface HostSearch {
  /** Null while nothing is known of what is asked now. */
  readonly answer: SearchAnswer | null;
  /** True when `answer` is to what is asked now, or nothing can be asked. */
  readonly isSettled: boolean;
  /** Whether the answer came so soon that the person has not looked yet. */
  readonly isSoon: boolean;
}

/** After this an old answer goes, and a new one moves nothing that is chosen. */
const SOON_MS = 150;

export function useHostSearch(sought: Sought, limit: number): HostSearch {
  const { client } = useHost();
  const kind = SearchKind.safeParse(sought.group).data;
  const isAsked = sought.text !== '' && (sought.group === null || kind !== undefined);
  const question = isAsked ? JSON.stringify([sought.text, kind, limit]) : '';
  const [known, setKnown] = useState({ question: '', answer: NONE, isSoon: true });

  useEffect(() => {
    // The first look makes the index ready while the person begins to type.
    const [text, group] = isAsked ? [sought.text, kind] : ['', undefined];
    const stop = new AbortController();
    let isSoon = true;
    const timer = setTimeout(() => {
      isSoon = false;
      setKnown((was) => (was.question === question ? was : { ...was, answer: NONE }));
    }, SOON_MS);
    const ask = async () => {
      const params = { text, limit, ...(group && { kinds: [group] }) };
      try {
        const answer = await client.call('search.query', params, { signal: stop.signal });
        if (!stop.signal.aborted) setKnown({ question, answer, isSoon });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // Whoever may not search, or has no connection, finds names and commands.
        if (!stop.signal.aborted) setKnown({ question, answer: NONE, isSoon });
      }
    };
    void ask();
    const leave = client.on('search.changed', () => void ask());
    return () => {
      leave();
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, question, isAsked, sought.text, kind, limit]);

  const isSettled = !isAsked || known.question === question;
  return { answer: isAsked ? known.answer : NONE, isSettled, isSoon: known.isSoon };
}

const NONE: SearchAnswer | null = null;
