import { ListChecks, type LucideIcon, MessageCircleQuestion, NotebookPen } from 'lucide-react';
import { Icon } from '../../../ui/icon.tsx';
import styles from './guest.module.css';

export type GuestView = 'notes' | 'guide' | 'to-ask';

export interface GuestTabsProps {
  readonly view: GuestView;
  /** “5/8” */
  readonly guide: string;
  readonly toAsk: number;
  readonly onView: (view: GuestView) => void;
}

/** Three places that take turns on a phone. */
export function GuestTabs({ view, guide, toAsk, onView }: GuestTabsProps) {
  const tabs: readonly { view: GuestView; label: string; icon: LucideIcon; count: string | null }[] = [
    { view: 'notes', label: 'Notes', icon: NotebookPen, count: null },
    { view: 'guide', label: 'Guide', icon: ListChecks, count: guide },
    { view: 'to-ask', label: 'To ask', icon: MessageCircleQuestion, count: String(toAsk) },
  ];
  return (
    <nav className={styles.tabs} aria-label="Views">
      {tabs.map((tab) => (
        <button
          key={tab.view}
          type="button"
          aria-current={tab.view === view ? 'page' : undefined}
          onClick={() => onView(tab.view)}
        >
          <Icon of={tab.icon} size={16} />
          {tab.label}
          {tab.count === null ? null : <b>{tab.count}</b>}
        </button>
      ))}
    </nav>
  );
}
