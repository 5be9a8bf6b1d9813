import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** “No interviews yet.” Never an apology. */
  readonly title: string;
  /** What would fill it: “Plan one, or drop a transcript of one you already had.” */
  readonly children?: ReactNode;
  /** The buttons that fill it, likeliest first. */
  readonly actions?: ReactNode;
}

/** A place with nothing in it yet: what belongs here, and how it comes. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
