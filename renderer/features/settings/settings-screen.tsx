// Who I am, how this window behaves, and where things lie: one page, saved as it is changed. What leaves this computer is
// a page of its own.
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../state/host-context.tsx';
import {
  SETTINGS_SECTIONS,
  type SettingsSection,
  settingsList,
  settingsSectionStore,
} from '../../state/settings-section.ts';
import { useNavigation } from '../../state/use-place.ts';
import { Screen } from '../../ui/screen.tsx';
import { SectionList } from '../../ui/section-list.tsx';
import { StatusText } from '../../ui/status-text.tsx';
import { AppearanceSettings, KeyboardSettings } from './appearance-settings.tsx';
import { FindingNeedsSettings } from './finding-needs-settings.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { PeopleSettings } from './people-settings.tsx';
import styles from './settings.module.css';
import { sectionId } from './settings-group.tsx';
import { YouSettings } from './you-settings.tsx';

export function SettingsScreen() {
  const { go } = useNavigation();
  const session = useSession();
  const [current, choose] = useSectionInView();
  const workspace = session?.workspace?.name;
  return (
    <Screen
      crumbs={[
        {
          label: 'Settings',
          detail: workspace === undefined ? 'On this computer' : `${workspace}, on this computer`,
        },
      ]}
      actions={<StatusText kind="done">Saved as you change it</StatusText>}
      isScrolling={false}
    >
      <SectionList
        label="Settings"
        pageLabel="All settings"
        sections={settingsList}
        current={current}
        onGo={(id) => (id === 'privacy' ? go({ place: 'privacy' }) : choose(id))}
      >
        <div className={styles.page}>
          <h1 className="visually-hidden">Settings</h1>
          <YouSettings />
          <PeopleSettings />
          <FindingNeedsSettings />
          <KeepingSettings />
          <KeyboardSettings />
          <AppearanceSettings />
        </div>
      </SectionList>
    </Screen>
  );
}

function showSection(section: SettingsSection): void {
  const element = document.getElementById(sectionId(section));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** The section that is looked at: the one that was chosen for as long as it is in view, else the one at the top. */
function useSectionInView() {
  const [current, setCurrent] = useState<SettingsSection>('you');
  const chosen = useRef<SettingsSection | null>(null);
  const choose = (section: SettingsSection) => {
    chosen.current = section;
    setCurrent(section);
    showSection(section);
  };
  useEffect(() => {
    const wanted = settingsSectionStore.getState().take();
    if (wanted === null) return;
    chosen.current = wanted;
    setCurrent(wanted);
    showSection(wanted);
  }, []);
  useEffect(() => {
    // A line under the title bar: the section that it runs through is at the top.
    const observer = new IntersectionObserver(
      (entries) => {
        // The last sections never reach the top; choosing one must not show another as current.
        if (chosen.current !== null && isInView(chosen.current)) return;
        chosen.current = null;
        const reached = entries.find((entry) => entry.isIntersecting)?.target.id;
        const section = SETTINGS_SECTIONS.find((id) => sectionId(id) === reached);
        if (section !== undefined) setCurrent(section);
      },
      { rootMargin: '-90px 0px -85% 0px' },
    );
    for (const id of SETTINGS_SECTIONS) {
      const element = document.getElementById(sectionId(id));
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, []);
  return [current, choose] as const;
}

function isInView(section: SettingsSection): boolean {
  const box = document.getElementById(sectionId(section))?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}
