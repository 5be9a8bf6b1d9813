// How this window looks and which keys it takes. Belongs to the computer, not to a team or a person, so it is kept in the
// browser's storage and never reaches the host.
import { z } from 'zod';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** In percent of the size that the browser or the system gives text. */
export const TEXT_SIZE_PERCENT = { least: 90, most: 140, step: 10, usual: 100 } as const;

/** How the needs are shown. */
export const NEEDS_VIEWS = ['matrix', 'ranked', 'board'] as const;
export type NeedsViewName = (typeof NEEDS_VIEWS)[number];

const { least, most, usual } = TEXT_SIZE_PERCENT;
const Preferences = z
  .object({
    theme: z.enum(THEMES).catch('system'),
    textSizePercent: z.number().min(least).max(most).catch(usual),
    areSingleLettersOn: z.boolean().catch(true),
    needsView: z.enum(NEEDS_VIEWS).catch('ranked'),
    /** While notes are written: that others said something like it. */
    areHintsOn: z.boolean().catch(true),
    /** Interviews of which it was said that the model does not know their language. */
    languagesSeen: z.array(z.string()).catch([]),
  })
  .catch({
    theme: 'system',
    textSizePercent: usual,
    areSingleLettersOn: true,
    needsView: 'ranked',
    areHintsOn: true,
    languagesSeen: [],
  });
export type Preferences = Readonly<z.infer<typeof Preferences>>;

interface PreferencesState {
  readonly preferences: Preferences;
  /** Takes effect, and is kept, at once. */
  readonly change: (changes: Partial<Preferences>) => void;
}

const KEY = 'earshot.preferences';

export const preferencesStore = createStore<PreferencesState>()((set, get) => ({
  preferences: Preferences.parse(stored()),
  change(changes) {
    const preferences = Preferences.parse({ ...get().preferences, ...changes });
    set({ preferences });
    keep(preferences);
  },
}));

export function usePreferences(): PreferencesState {
  return useStore(preferencesStore);
}

/**
 * Puts theme and text size on the page's root, and goes on doing so as they change, in this window or in another.
 * Returns a way to stop.
 */
export function applyPreferences(page: Window = window): () => void {
  const root = page.document.documentElement;
  const apply = ({ preferences }: PreferencesState) => {
    const { theme, textSizePercent } = preferences;
    // Without the attribute the system decides: tokens.css.
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.style.fontSize = textSizePercent === usual ? '' : `${textSizePercent}%`;
  };
  apply(preferencesStore.getState());
  const leave = preferencesStore.subscribe(apply);
  const follow = (event: StorageEvent) => {
    if (event.key === KEY) preferencesStore.setState({ preferences: Preferences.parse(stored()) });
  };
  page.addEventListener('storage', follow);
  return () => {
    leave();
    page.removeEventListener('storage', follow);
  };
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    // Not ours, or storage is closed to this page: the usual preferences serve.
    return null;
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is full or closed to this page: they hold for as long as the window is open.
  }
}
