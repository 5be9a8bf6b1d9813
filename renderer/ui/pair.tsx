import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './pair.module.css';

export interface PairProps {
  /** What they asked for: a Quote's words or text. */
  readonly asked: ReactNode;
  /** What they need, as the team words it. */
  readonly needs: ReactNode;
  readonly askedFoot?: ReactNode;
  readonly needsFoot?: ReactNode;
  readonly askedLabel?: string | undefined;
  readonly needsLabel?: string | undefined;
}

/** Asked for and needs, side by side: dashed and solid, the same sign everywhere. Stacks on narrow screens. */
export function Pair({
  asked,
  needs,
  askedFoot,
  needsFoot,
  askedLabel = 'Asked for',
  needsLabel = 'Needs',
}: PairProps) {
  return (
    <div className={styles.pair}>
      <Side className={styles.asked} label={askedLabel} foot={askedFoot}>
        {asked}
      </Side>
      <Side className={styles.needs} label={needsLabel} foot={needsFoot}>
        {needs}
      </Side>
    </div>
  );
}

interface SideProps {
  readonly className: string | undefined;
  readonly label: string;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

function Side({ className, label, foot, children }: SideProps) {
  const labelId = useId();
  return (
    <section className={classNames(styles.side, className)} aria-labelledby={labelId}>
      <h3 className={styles.label} id={labelId}>
        {label}
      </h3>
      <div className={styles.words}>{children}</div>
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
