// The two live regions of the app, one polite and one assertive. Everything that has to be spoken without taking
// focus goes through them; it knows no screen and keeps no history.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import styles from './announcer.module.css';

export interface Announcement {
  /** Interrupts what is being read. Only for: disk full, invite ended, workspace became read-only. */
  readonly isUrgent?: boolean | undefined;
}

export type Announce = (text: string, options?: Announcement) => void;

/** Speaks one sentence to people who use a screen reader. Saying the same twice is read twice. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Holds the two live regions. Part of UiProviders; use it alone only in tests. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState(silence);
  const [urgent, setUrgent] = useState(silence);
  const announce = useCallback<Announce>((text, options) => {
    const set = options?.isUrgent ? setUrgent : setPolite;
    set((before) => ({ text, turn: before.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={styles.regions}>
        {/* A new key makes a new node, so that the same words are read again. */}
        <div role="status">
          <span key={polite.turn}>{polite.text}</span>
        </div>
        <div role="alert">
          <span key={urgent.turn}>{urgent.text}</span>
        </div>
      </div>
    </AnnounceContext>
  );
}

const silence = { text: '', turn: 0 };

const AnnounceContext = createContext<Announce>(() => {
  throw new Error('useAnnounce needs UiProviders around it');
});
