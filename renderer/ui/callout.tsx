import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './callout.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface CalloutProps {
  readonly icon?: LucideIcon | undefined;
  readonly tone?: 'calm' | 'warn' | 'bad' | undefined;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** Set when it appears while somebody works, so that it is read out once. */
  readonly announce?: 'status' | 'alert' | undefined;
  readonly children: ReactNode;
}

/** One line of state or help inside a screen: a dropped link, a hint. What went wrong belongs in a Notice. */
export function Callout({ icon, tone = 'calm', actions, announce, children }: CalloutProps) {
  return (
    <div className={classNames(styles.callout, styles[tone])} role={announce}>
      {icon === undefined ? null : <Icon of={icon} className={styles.icon} />}
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
