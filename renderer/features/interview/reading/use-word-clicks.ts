// A plain click on words of the transcript, by the turn and the character it fell on. Links, buttons and selections keep
// their own meaning.
import { useEffect, useRef } from 'react';
import { placeOf } from './selection-span.ts';

export function useWordClicks(onClick: ((turn: number, at: number) => void) | undefined): void {
  const latest = useRef(onClick);
  useEffect(() => {
    latest.current = onClick;
  });
  useEffect(() => {
    const listen = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.detail > 1) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const { target } = event;
      if (!(target instanceof Element) || target.closest('a, button') !== null) return;
      const words = target.closest<HTMLElement>('[data-turn]');
      const selection = document.getSelection();
      if (words === null || selection?.isCollapsed === false) return;
      const caret = selection?.anchorNode;
      const place = caret && words.contains(caret) ? placeOf(caret, selection.anchorOffset, 'start') : null;
      latest.current?.(Number(words.dataset.turn), place?.at ?? 0);
    };
    document.addEventListener('click', listen);
    return () => document.removeEventListener('click', listen);
  }, []);
}
