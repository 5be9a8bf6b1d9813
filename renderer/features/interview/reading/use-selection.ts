// The words that are selected in the transcript, and where they are on the screen, as long as they are selected.
import { useEffect, useState } from 'react';
import type { TextSpan } from '../../../../shared/transcripts/find-quote.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { selectionSpan } from './selection-span.ts';

export interface SelectedWords extends TextSpan {
  /** Below the words, in px of the window. */
  readonly left: number;
  readonly top: number;
}

export function useSelection(
  turns: readonly Pick<Turn, 'text'>[],
  offsets: readonly number[],
): SelectedWords | null {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const span = selectionSpan(selection, turns, offsets);
      const box = span === null ? undefined : selection?.getRangeAt(0).getBoundingClientRect();
      setSelected(span === null || box === undefined ? null : { ...span, left: box.left, top: box.bottom });
    };
    const stop = new AbortController();
    document.addEventListener('selectionchange', look, { signal: stop.signal });
    document.addEventListener('scroll', look, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, [turns, offsets]);
  return selected;
}
