import styles from './two-lane.module.css';

export interface TwoLaneProps {
  /** Noted by the PM: grows to the left. */
  readonly left: number;
  /** Noted by the others: grows to the right. */
  readonly right: number;
  /** The largest number in the column, so that bars of different rows compare. */
  readonly max: number;
  /** “6 by Ines, PM; 17 by Tomas, engineer”; made from the numbers without it. */
  readonly label?: string | undefined;
}

/** A count by viewpoint on the axis of the gutter: PM left, everyone else right, numbers outside the bars. */
export function TwoLane({ left, right, max, label }: TwoLaneProps) {
  const width = (count: number) =>
    max <= 0 ? 0 : Math.max((Math.min(count, max) / max) * longest, count > 0 ? 1.5 : 0);
  return (
    <span
      className={styles.lanes}
      role="img"
      aria-label={label ?? `${left} by the PM, ${right} by the others`}
    >
      <span className={styles.left}>
        {left}
        <span className={styles.leftBar} style={{ width: `${width(left)}%` }} />
      </span>
      <span className={styles.axis} />
      <span className={styles.right}>
        <span className={styles.rightBar} style={{ width: `${width(right)}%` }} />
        {right}
      </span>
    </span>
  );
}

/** In percent of one side. */
const longest = 68;
