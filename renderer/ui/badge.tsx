import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface BadgeProps {
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'bad' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Outlined as well, as “Suggested” is on a selected row. */
  readonly isOutlined?: boolean | undefined;
  readonly children: ReactNode;
}

/** A state in a word. The colour repeats what the word says. */
export function Badge({ tone = 'neutral', icon, isOutlined = false, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], isOutlined && styles.outlined)}>
      {icon === undefined ? null : <Icon of={icon} size={13} />}
      {children}
    </span>
  );
}

export interface KindBadgeProps {
  readonly kind: 'need' | 'request' | 'against';
  readonly children?: ReactNode;
}

/** What a statement is: “need” solid and marked, “asked for” dashed, “against” in its own tone. */
export function KindBadge({ kind, children }: KindBadgeProps) {
  return <span className={classNames(styles.kind, styles[kind])}>{children ?? kindWords[kind]}</span>;
}

const kindWords = { need: 'need', request: 'asked for', against: 'against' } as const;
