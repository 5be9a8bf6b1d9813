// The places a person was in lately, for the palette's empty field. Kept for as long as the window is open; places whose
// thing is gone, or belongs to another workspace, are left out by whoever shows them.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useHost } from './host-context.tsx';
import type { Place } from './place.ts';
import { placeToHash } from './place-hash.ts';

/** More than are shown, because some may be gone. */
const KEPT = 12;

interface RecentPlaces {
  /** The latest first, each once; the current place is the first. */
  readonly places: readonly Place[];
  readonly remember: (place: Place) => void;
}

export const recentPlacesStore = createStore<RecentPlaces>()((set) => ({
  places: [],
  remember: (visited) =>
    set(({ places }) => {
      const place = withoutFocus(visited);
      const others = places.filter((other) => placeToHash(other) !== placeToHash(place));
      return { places: [place, ...others].slice(0, KEPT) };
    }),
}));

export function useRecentPlaces(): readonly Place[] {
  return useStore(recentPlacesStore, (state) => state.places);
}

/** Remembers where the person goes. Called once, at the root. */
export function useRememberPlaces(): void {
  const { navigation } = useHost();
  useEffect(() => {
    const { remember } = recentPlacesStore.getState();
    remember(navigation.getState().place);
    return navigation.subscribe(({ place }) => remember(place));
  }, [navigation]);
}

/** Two quotes of one transcript are one place here, and two tags of the codebook. */
function withoutFocus(place: Place): Place {
  if (place.place === 'interview') return { place: 'interview', interviewId: place.interviewId };
  return place.place === 'codebook' ? { place: 'codebook' } : place;
}
