import { useCallback, useSyncExternalStore } from 'react';

/** The widths at which the shell changes its form, as media queries. */
export const widths = {
  rail: '(max-width: 1119.98px)',
  sheet: '(max-width: 899.98px)',
  singleColumn: '(max-width: 759.98px)',
} as const;

/** Whether a media query holds now; follows every change of it. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
