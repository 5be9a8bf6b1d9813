import { type PointerEvent, useRef } from 'react';
import type { MatrixSegment } from './matrix-model.ts';
import styles from './segment-map.module.css';

export interface SegmentMapProps {
  readonly segments: readonly MatrixSegment[];
  /** The part in view, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** A click or drag: the middle of the part to bring into view. */
  readonly onGo: (middle: number) => void;
}

/** One block for each segment, as wide as it has people, with a line under the part in view. */
export function SegmentMap({ segments, from, to, onGo }: SegmentMapProps) {
  const map = useRef<HTMLDivElement>(null);
  const people = segments.reduce((sum, segment) => sum + segment.people, 0);
  const go = (event: PointerEvent) => {
    if (event.buttons !== 1 || map.current === null) return;
    const { left, width } = map.current.getBoundingClientRect();
    onGo(Math.min(1, Math.max(0, (event.clientX - left) / width)));
  };
  const seen = `${Math.round(from * people) + 1} to ${Math.max(1, Math.round(to * people))} of ${people} in view`;
  const label = `${segments.map((segment) => `${segment.name || 'No segment'} ${segment.people}`).join(', ')}; ${seen}`;
  return (
    // The keys of the matrix do the same: Shift with an arrow goes to the next segment.
    <div ref={map} role="img" aria-label={label} className={styles.map} onPointerDown={go} onPointerMove={go}>
      {segments.map((segment) => (
        <span key={segment.name} className={styles.block} style={{ flexGrow: segment.people }}>
          {segment.name || 'No segment'}
        </span>
      ))}
      <span
        className={styles.view}
        style={{ left: `${from * 100}%`, width: `${Math.max(0, to - from) * 100}%` }}
      />
    </div>
  );
}
