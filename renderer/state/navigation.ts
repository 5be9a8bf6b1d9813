// Where the person is. The place is kept in the address behind `#`, so that Back works and a reload keeps it.
// Ids are checked when they are read from there: an address may be typed, old, or of another workspace.
import { createStore } from 'zustand/vanilla';
import type { Place } from './place.ts';
import { placeOfHash, placeToHash } from './place-hash.ts';

export type { Focus, Place } from './place.ts';

export interface Navigation {
  readonly place: Place;
  /** `replace` leaves no step to go back to. */
  readonly go: (place: Place, options?: { readonly replace?: boolean }) => void;
  /** One step back, or home when there is none within Earshot. */
  readonly back: () => void;
}

export type NavigationStore = ReturnType<typeof createNavigation>['store'];

/** Follows and sets the address of `page`. */
export function createNavigation(page: Window) {
  const store = createStore<Navigation>()((set, get) => ({
    place: placeOfHash(page.location.hash),
    go(place, { replace = false } = {}) {
      const hash = placeToHash(place);
      // Going where one is must not make Back a key without effect.
      const isSame = hash === placeToHash(get().place);
      const depth = depthOf(page) + (replace || isSame ? 0 : 1);
      if (replace || isSame) page.history.replaceState({ depth }, '', hash);
      else page.history.pushState({ depth }, '', hash);
      set({ place });
    },
    back() {
      if (depthOf(page) > 0) page.history.back();
      else get().go({ place: 'home' }, { replace: true });
    },
  }));
  // Also told of an address that a person typed: the browser moves to it by itself.
  const follow = () => {
    const { hash } = page.location;
    if (hash === '' || hash.startsWith('#/')) store.setState({ place: placeOfHash(hash) });
    // A link within the page, such as "Skip to content", is no place: the address goes back to where we are.
    else page.history.replaceState({ depth: depthOf(page) }, '', placeToHash(store.getState().place));
  };
  page.addEventListener('popstate', follow);
  return { store, close: () => page.removeEventListener('popstate', follow) };
}

/** How many steps of Earshot's own lie before this one. */
function depthOf(page: Window): number {
  const state: unknown = page.history.state;
  if (typeof state !== 'object' || state === null || !('depth' in state)) return 0;
  return typeof state.depth === 'number' ? state.depth : 0;
}
