import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** The widths at which the shell changes its form, as media queries. */
export const widths = {
  rail: '(max-width: 1119.98px)',
  sheet: '(max-width: 899.98px)',
  singleColumn: '(max-width: 759.98px)',
} as const;

/** Whether a media query holds now; follows every change of it. */
export function useMedia(query: string): boolean {
  // Made once: to match a query anew is dear, and the page is drawn at every key.
  const media = useMemo(() => window.matchMedia(query), [query]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => media.matches);
}
