import { memo } from 'react';
import type { NeedStance } from '../../../shared/needs/need.ts';
import styles from './needs.module.css';

export interface SegmentCountsProps {
  readonly stances: readonly NeedStance[];
  /** The segment of a participant. */
  readonly segmentOf: (participantId: string) => string;
}

/** For more people than a strip can show: one bar for each segment, filled as far as its people said it. */
export const SegmentCounts = memo(function SegmentCounts({ stances, segmentOf }: SegmentCountsProps) {
  const counts = new Map<string, { all: number; voiced: number }>();
  for (const { participantId, stance } of stances) {
    const name = segmentOf(participantId);
    const was = counts.get(name) ?? { all: 0, voiced: 0 };
    counts.set(name, { all: was.all + 1, voiced: was.voiced + (stance === 'for' ? 1 : 0) });
  }
  const segments = [...counts].sort(([, a], [, b]) => b.all - a.all);
  const label = segments
    .map(([name, { all, voiced }]) => `${name || 'No segment'} ${voiced} of ${all}`)
    .join(', ');
  return (
    <span role="img" aria-label={label} className={styles.bars}>
      {segments.map(([name, { all, voiced }]) => (
        <span key={name} className={styles.segmentBar} title={`${name || 'No segment'} ${voiced} of ${all}`}>
          <span style={{ width: `${(100 * voiced) / all}%` }} />
        </span>
      ))}
    </span>
  );
});
