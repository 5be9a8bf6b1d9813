import { useCallback, useSyncExternalStore } from 'react';
import { type CallClock, callTimeMs } from '../../../../shared/interviews/call-clock.ts';

/** Often enough that a second never seems to be skipped. */
const LOOK_EVERY_MS = 200;

/** Call time in whole seconds, as milliseconds; renders its component anew once a second while the clock runs. */
export function useCallTime(clock: CallClock): number {
  const isRunning = clock.kind === 'running';
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!isRunning) return () => undefined;
      const timer = setInterval(onChange, LOOK_EVERY_MS);
      return () => clearInterval(timer);
    },
    [isRunning],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(callTimeMs(clock, Date.now()) / 1_000) * 1_000);
}
