// A brief's text and its last edit for the screen, at most once a frame; the text itself stays in its document.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { briefEditedAt, briefText } from '../../../shared/briefs/brief-document.ts';

export interface BriefText {
  readonly text: string;
  /** ISO 8601; null while nobody has typed. */
  readonly editedAt: string | null;
}

const NOTHING: BriefText = { text: '', editedAt: null };

export function useBriefText(document: Y.Doc | null): BriefText {
  const view = useMemo(() => (document === null ? null : followText(document)), [document]);
  return useSyncExternalStore(view?.subscribe ?? listenToNothing, view?.snapshot ?? nothing);
}

/** The time, anew every half a minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** True once `isOn` has lasted for `afterMs`. */
export function useLasting(isOn: boolean, afterMs: number): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasting(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isOn, afterMs]);
  return isOn && isLasting;
}

function followText(document: Y.Doc) {
  const read = (): BriefText => ({
    text: briefText(document).toString(),
    editedAt: briefEditedAt(document),
  });
  let shown = read();
  return {
    snapshot: () => shown,
    subscribe(tell: () => void) {
      let frame = 0;
      const refresh = () => {
        frame = 0;
        shown = read();
        tell();
      };
      const later = () => {
        if (frame === 0) frame = requestAnimationFrame(refresh);
      };
      document.on('update', later);
      // What came between the first reading and now.
      later();
      return () => {
        document.off('update', later);
        cancelAnimationFrame(frame);
      };
    },
  };
}

function listenToNothing(): () => void {
  return () => undefined;
}

function nothing(): BriefText {
  return NOTHING;
}
