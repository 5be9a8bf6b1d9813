import { Progress as BaseProgress } from '@base-ui/react/progress';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is being done: “Listening through Rowan”. */
  readonly label: string;
  /** 0 to 1, or null while it cannot be told. */
  readonly value: number | null;
  readonly className?: string | undefined;
}

/** How far something is. The words stand beside it; this is the line. */
export function Progress({ label, value, className }: ProgressProps) {
  const percent = value === null ? null : Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <BaseProgress.Root className={classNames(styles.progress, className)} value={percent} aria-label={label}>
      <BaseProgress.Track className={styles.track}>
        <BaseProgress.Indicator className={styles.indicator} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
