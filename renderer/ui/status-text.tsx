import { Check, CircleAlert, Clock, Loader, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './status-text.module.css';

export type StatusKind = 'done' | 'working' | 'waiting' | 'warn' | 'bad';

export interface StatusTextProps {
  readonly kind: StatusKind;
  /** Read out when it changes. Leave it out in lists. */
  readonly isLive?: boolean | undefined;
  readonly children: ReactNode;
}

/** A state in a line of text, with its icon: “Up to date with Rowan, 11:20”, “waiting”. */
export function StatusText({ kind, isLive = false, children }: StatusTextProps) {
  return (
    <span className={classNames(styles.status, styles[kind])} role={isLive ? 'status' : undefined}>
      <Icon of={icons[kind]} size={14} />
      <span>{children}</span>
    </span>
  );
}

const icons: Readonly<Record<StatusKind, LucideIcon>> = {
  done: Check,
  working: Loader,
  waiting: Clock,
  warn: TriangleAlert,
  bad: CircleAlert,
};
