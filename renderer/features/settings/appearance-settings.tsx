import { overlayStore } from '../../state/overlay-store.ts';
import { TEXT_SIZE_PERCENT, type Theme, usePreferences } from '../../state/preferences-store.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Switch } from '../../ui/switch.tsx';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

export function KeyboardSettings() {
  const { preferences, change } = usePreferences();
  return (
    <SettingsGroup section="keyboard" about="Everything has a key">
      <Switch
        label="Single letters and digits act"
        description="Outside text fields: J and K move, C creates, 1 to 9 tag. Keys with Ctrl always work."
        isOn={preferences.areSingleLettersOn}
        onChange={(areSingleLettersOn) => change({ areSingleLettersOn })}
      />
      <Switch
        label="Hint while notes are written"
        description="One quiet line when others said something like it. H shows their words."
        isOn={preferences.areHintsOn}
        onChange={(areHintsOn) => change({ areHintsOn })}
      />
      <SettingsLine label="All keys">
        <Button size="small" keys="Ctrl /" onClick={() => overlayStore.getState().open({ kind: 'keyboard' })}>
          Show the sheet
        </Button>
      </SettingsLine>
    </SettingsGroup>
  );
}

export function AppearanceSettings() {
  const { preferences, change } = usePreferences();
  return (
    <SettingsGroup section="appearance" about="This window, on this computer">
      <SettingsLine label="Theme">
        <ChoiceRow
          label="Theme"
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
          choices={themes}
        />
      </SettingsLine>
      <SettingsLine label="Text size">
        <ChoiceRow
          label="Text size"
          value={String(preferences.textSizePercent)}
          onChange={(percent) => change({ textSizePercent: Number(percent) })}
          choices={sizes}
        />
      </SettingsLine>
    </SettingsGroup>
  );
}

const themes: readonly { readonly value: Theme; readonly content: string }[] = [
  { value: 'light', content: 'Light' },
  { value: 'dark', content: 'Dark' },
  { value: 'system', content: 'As the system' },
];

const { least, most, step } = TEXT_SIZE_PERCENT;
const sizes = Array.from({ length: (most - least) / step + 1 }, (_, index) => {
  const percent = least + index * step;
  return { value: String(percent), content: `${percent} %` };
});
