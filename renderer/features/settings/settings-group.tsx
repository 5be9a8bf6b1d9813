import { type ReactNode, useId } from 'react';
import { type SettingsSection, settingsSectionNames } from '../../state/settings-section.ts';
import styles from './settings.module.css';

export function sectionId(section: SettingsSection): string {
  return `settings-${section}`;
}

export interface SettingsGroupProps {
  readonly section: SettingsSection;
  /** A few quiet words under the name. */
  readonly about: string;
  readonly children: ReactNode;
}

/** One part of the page: its name at the left, what can be set at the right. */
export function SettingsGroup({ section, about, children }: SettingsGroupProps) {
  const id = useId();
  return (
    <section id={sectionId(section)} tabIndex={-1} className={styles.group} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.name}>
          {settingsSectionNames[section]}
        </h2>
        <p className={styles.about}>{about}</p>
      </div>
      <div className={styles.lines}>{children}</div>
    </section>
  );
}

export interface SettingsLineProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A name, what is set, and a sentence about it. */
export function SettingsLine({ label, hint, children }: SettingsLineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.label}>{label}</span>
      <div className={styles.value}>{children}</div>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
