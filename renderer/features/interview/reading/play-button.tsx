// The time of a turn, as a button that plays the recording from there; a plain time where there is no recording.
import type { ReactNode } from 'react';
import styles from './recording-row.module.css';

export interface PlayButtonProps {
  readonly onPlay: (() => void) | undefined;
  /** The time as it is shown. */
  readonly at: string;
  /** Only the current turn's button is a stop of the Tab key. */
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

export function PlayButton({ onPlay, at, isCurrent, children }: PlayButtonProps) {
  if (onPlay === undefined) return children;
  return (
    <button
      type="button"
      className={styles.play}
      aria-label={`Play from ${at}`}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onPlay}
    >
      {children}
    </button>
  );
}
