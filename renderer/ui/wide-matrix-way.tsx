import { type CSSProperties, memo } from 'react';
import { Keycap } from './keycap.tsx';
import styles from './matrix.module.css';
import type { MatrixNeed, MatrixSegment } from './matrix-model.ts';
import { SegmentMap } from './segment-map.tsx';

/** The corner of a wide matrix: how many there are, which of them are in view, and the keys that move. */
export const WideMatrixWay = memo(function WideMatrixWay(props: {
  readonly people: number;
  readonly segments: readonly MatrixSegment[];
  /** The part in view, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly onGo: (middle: number) => void;
}) {
  const { people, segments, from, to, onGo } = props;
  const first = Math.floor(from * people) + 1;
  const last = Math.min(people, Math.ceil(to * people));
  return (
    <div className={styles.way}>
      <span className={styles.wayHead}>
        <b>
          {people} people{segments.length > 1 ? `, ${segments.length} segments` : ''}
        </b>
        <span>
          {first} to {last} in view
        </span>
      </span>
      <SegmentMap segments={segments} from={from} to={to} onGo={onGo} />
      <WayKeys />
    </div>
  );
});

const WayKeys = memo(function WayKeys() {
  return (
    <span className={styles.wayKeys}>
      <span>
        <Keycap keys="←" /> <Keycap keys="→" /> person
      </span>
      <span>
        <Keycap keys="Shift ←" /> <Keycap keys="Shift →" /> segment
      </span>
      <span>
        <Keycap keys="Home" /> first
      </span>
    </span>
  );
});

/** The current need's people in each segment, so that a need of one segment shows itself. */
export const PeoplePerSegment = memo(function PeoplePerSegment(props: {
  readonly need: MatrixNeed | undefined;
  readonly segments: readonly MatrixSegment[];
  readonly people: number;
}) {
  const { need, segments, people } = props;
  if (need === undefined) return null;
  let at = 0;
  return (
    <p className={styles.perSegment}>
      <span>
        <b>{need.label}</b>, {need.people} of {people}
      </span>
      {segments.map((segment) => {
        const cells = need.cells.slice(at, at + segment.people);
        at += segment.people;
        const voiced = cells.filter((cell) => cell.quotes > 0).length;
        // CSS custom properties are not in React's type of style.
        const part = { '--part': `${(100 * voiced) / Math.max(1, segment.people)}%` } as CSSProperties;
        return (
          <span key={segment.name}>
            <span className={styles.bar} style={part} aria-hidden="true" />
            {segment.name || 'No segment'} <b>{voiced}</b> of {segment.people}
          </span>
        );
      })}
    </p>
  );
});
