import { useStore } from 'zustand';
import { useHost } from './host-context.tsx';
import type { Navigation, Place } from './navigation.ts';

export function usePlace(): Place {
  return useStore(useHost().navigation, (navigation) => navigation.place);
}

/** `go` and `back`; they never change, so whoever uses them is not rendered anew when the place changes. */
export function useNavigation(): Pick<Navigation, 'go' | 'back'> {
  return useHost().navigation.getState();
}
