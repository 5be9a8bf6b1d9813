import { createElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './section-head.module.css';

export interface SectionHeadProps {
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  /** The id of the heading, for `aria-labelledby` of the section around it. */
  readonly id?: string | undefined;
  /** “14 quotes, 7 people”, quieter beside the title. */
  readonly detail?: ReactNode;
  /** At the right: a switch, a link, a number. */
  readonly end?: ReactNode;
  /** With a hairline under it. */
  readonly isLined?: boolean | undefined;
}

/** The head of a section in a screen or an inspector. */
export function SectionHead({ title, level = 2, id, detail, end, isLined = false }: SectionHeadProps) {
  return (
    <div className={classNames(styles.head, isLined && styles.lined)}>
      {createElement(`h${level}`, { id, className: level === 2 ? styles.second : styles.third }, title)}
      {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </div>
  );
}
