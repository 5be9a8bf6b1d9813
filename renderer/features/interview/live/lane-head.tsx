import { memo } from 'react';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { roleNames, roleShape } from '../../../ui/role.ts';
import { Track } from '../../../ui/track.tsx';
import type { Voice } from './people-here.ts';
import styles from './stream.module.css';
import { useCallTime } from './use-call-time.ts';

export interface LaneHeadProps {
  /** Who has a viewpoint here, the PM first. */
  readonly voices: readonly Voice[];
  /** Changes when `voices` do, which is a new list at every key. */
  readonly voicesKey: string;
  readonly notes: readonly Note[];
  readonly clock: CallClock;
}

/** Calls are planned in such steps; the track grows by one when a call runs over. */
const STEP_MS = 15 * 60_000;
const LEAST_MS = 45 * 60_000;

/** Both viewpoints, and the track of who listened when. */
export const LaneHead = memo(
  DrawnLaneHead,
  (before, after) =>
    before.voicesKey === after.voicesKey && before.notes === after.notes && before.clock === after.clock,
);

function DrawnLaneHead({ voices, notes, clock }: LaneHeadProps) {
  const nowMs = useCallTime(clock);
  const lastMs = Math.max(nowMs, notes.at(-1)?.atMs ?? 0);
  const durationMs = Math.max(LEAST_MS, Math.ceil(lastMs / STEP_MS) * STEP_MS);
  return (
    <div className={styles.lanes}>
      {voices.map((voice) => (
        <span key={voice.id} className={classNames(styles.lane, styles[roleShape(voice.role)])}>
          <Avatar name={voice.name} role={voice.role} initials={voice.initials} isDecorative />
          {voice.name} · {roleNames[voice.role]}
        </span>
      ))}
      <span className={styles.track}>
        <Track
          size="live"
          durationMs={durationMs}
          nowMs={nowMs}
          notes={notes.map((note) => ({
            atMs: note.atMs,
            role: note.role,
            isMarked: note.markedBy.length > 0,
          }))}
        />
      </span>
      <span className={styles.length}>{formatCallTime(durationMs)}</span>
    </div>
  );
}
