import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './section-list.module.css';

export interface SectionListProps<Id extends string> {
  /** What the list leads through: “Settings”. */
  readonly label: string;
  readonly sections: readonly { readonly id: Id; readonly label: string; readonly icon: LucideIcon }[];
  readonly current: Id;
  readonly onGo: (id: Id) => void;
  /** The name of the page beside the list. */
  readonly pageLabel: string;
  /** The page; it scrolls by itself. */
  readonly children: ReactNode;
}

/** A long page with a list of its parts at the left. Where the window is narrow the list is a row above it. */
export function SectionList<Id extends string>({
  label,
  sections,
  current,
  onGo,
  pageLabel,
  children,
}: SectionListProps<Id>) {
  return (
    <div className={styles.both}>
      <nav className={styles.list} aria-label={label}>
        {sections.map((section) => (
          <button
            key={section.id}
            type="button"
            className={styles.section}
            aria-current={section.id === current ? 'true' : undefined}
            onClick={() => onGo(section.id)}
          >
            <Icon of={section.icon} />
            {section.label}
          </button>
        ))}
      </nav>
      {/* It scrolls, and may hold nothing that takes the focus: keys have to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a Tab stop of its own */}
      <section className={styles.page} tabIndex={0} aria-label={pageLabel}>
        {children}
      </section>
    </div>
  );
}
