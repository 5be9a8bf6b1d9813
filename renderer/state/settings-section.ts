// The parts of Settings, and which of them to show first: asked for from elsewhere, taken once by the screen.
import {
  Archive,
  CircleUserRound,
  Cpu,
  Keyboard,
  type LucideIcon,
  Palette,
  Radio,
  Users,
} from 'lucide-react';
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

interface ListedSection {
  readonly id: SettingsSection | 'privacy';
  readonly label: string;
  readonly icon: LucideIcon;
}

/** The list at the left of Settings. What leaves this computer is a page of its own, and stands in it. */
export const settingsList: readonly ListedSection[] = [
  { id: 'you', label: settingsSectionNames.you, icon: CircleUserRound },
  { id: 'people', label: settingsSectionNames.people, icon: Users },
  { id: 'finding-needs', label: settingsSectionNames['finding-needs'], icon: Cpu },
  { id: 'keeping', label: settingsSectionNames.keeping, icon: Archive },
  { id: 'privacy', label: 'What leaves', icon: Radio },
  { id: 'keyboard', label: settingsSectionNames.keyboard, icon: Keyboard },
  { id: 'appearance', label: settingsSectionNames.appearance, icon: Palette },
];

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
