import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import styles from './debrief.module.css';

const FIVE_MIN_MS = 5 * 60_000;

export interface QuietTime {
  readonly elapsedMs: number;
  readonly isRunning: boolean;
  readonly toggle: () => void;
}

/** Counts while it runs; stops nothing. Starts by itself once, when both have come. */
export function useQuietTime(areBothHere: boolean): QuietTime {
  const [before, setBefore] = useState(0);
  const [since, setSince] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const hasStarted = useRef(false);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [since]);
  useEffect(() => {
    if (!areBothHere || hasStarted.current) return;
    hasStarted.current = true;
    setNow(Date.now());
    setSince((running) => running ?? Date.now());
  }, [areBothHere]);
  const elapsedMs = before + (since === null ? 0 : Math.max(0, now - since));
  return {
    elapsedMs,
    isRunning: since !== null,
    toggle() {
      hasStarted.current = true;
      setBefore(elapsedMs);
      setNow(Date.now());
      setSince(since === null ? Date.now() : null);
    },
  };
}

/** “2:24 of 5 min”: a thin ring, never a colour and never a sound. */
export function QuietTimer({ time }: { readonly time: QuietTime }) {
  const share = Math.min(1, time.elapsedMs / FIVE_MIN_MS);
  const minutes = Math.floor(time.elapsedMs / 60_000);
  const isOver = time.elapsedMs >= FIVE_MIN_MS;
  const words = isOver
    ? `${minutes} min. Take your time.`
    : `${formatCallTime(time.elapsedMs).replace(/^0/, '')} of 5 min`;
  return (
    <span className={styles.timer}>
      <svg className={styles.ring} viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" />
        <circle cx="9" cy="9" r="7" pathLength={1} strokeDasharray={`${share} 1`} />
      </svg>
      <span role="timer" aria-live="off">
        {words}
      </span>
      <IconButton
        icon={time.isRunning ? Pause : Play}
        size="small"
        label={time.isRunning ? 'Pause the five minutes' : 'Start the five minutes'}
        onClick={time.toggle}
      />
    </span>
  );
}
