// The parts of Settings, and which of them to show first: asked for from elsewhere, taken once by the screen.
import { createStore } from 'zustand/vanilla';

export const SETTINGS_SECTIONS = [
  'you',
  'people',
  'finding-needs',
  'keeping',
  'keyboard',
  'appearance',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

export const settingsSectionNames: Readonly<Record<SettingsSection, string>> = {
  you: 'You',
  people: 'People and roles',
  'finding-needs': 'Finding needs',
  keeping: 'Keeping',
  keyboard: 'Keyboard',
  appearance: 'Appearance',
};

interface SettingsSectionState {
  readonly wanted: SettingsSection | null;
  readonly want: (section: SettingsSection) => void;
  /** What was asked for, which is forgotten by this. */
  readonly take: () => SettingsSection | null;
}

export const settingsSectionStore = createStore<SettingsSectionState>()((set, get) => ({
  wanted: null,
  want: (wanted) => set({ wanted }),
  take() {
    const { wanted } = get();
    if (wanted !== null) set({ wanted: null });
    return wanted;
  },
}));
