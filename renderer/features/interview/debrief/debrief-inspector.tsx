// Beside the debrief: how much of the difference was read, what was marked together, and the questions still to ask.

import type { PersonAttendance } from '../../../../shared/interviews/attendance.ts';
import type { DebriefRow } from '../../../../shared/interviews/debrief.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Attendance } from '../../../ui/attendance.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './debrief.module.css';
import { FollowUpList, type FollowUpListProps } from './follow-up-list.tsx';

export interface DebriefInspectorProps extends FollowUpListProps {
  readonly isAlone: boolean;
  /** All rows. */
  readonly noted: number;
  /** Rows that only one noted, and how many of them were read. */
  readonly different: number;
  readonly read: number;
  readonly together: readonly DebriefRow[];
  readonly room: readonly PersonAttendance[];
  /** The length of the call. */
  readonly durationMs: number;
  readonly onGo: (row: DebriefRow) => void;
}

export function DebriefInspector(props: DebriefInspectorProps) {
  const { together, voiceOf } = props;
  return (
    <>
      {props.isAlone ? null : <Difference {...props} />}
      <section className={styles.section} aria-labelledby="debrief-together">
        <SectionHead id="debrief-together" title="Marked together" end={together.length} />
        {together.map((row) => (
          <div key={row.id} className={styles.moment}>
            <button type="button" onClick={() => props.onGo(row)}>
              {formatCallTime(row.atMs)}
            </button>
            <span>{(row.left?.text || row.right?.text) ?? 'A marked moment'}</span>
          </div>
        ))}
      </section>
      <FollowUpList {...props} />
      {props.room.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="debrief-room">
          <SectionHead id="debrief-room" title="In the room" />
          <Attendance
            room={props.room}
            people={props.room.map((one) => voiceOf(one.personId))}
            durationMs={props.durationMs}
          />
        </section>
      )}
    </>
  );
}

function Difference({ noted, different, read }: DebriefInspectorProps) {
  return (
    <section className={styles.section} aria-labelledby="debrief-read">
      <SectionHead id="debrief-read" title="Read the difference to each other" />
      {different === 0 && noted > 0 ? (
        <p>You noted the same {noted === 1 ? 'thing' : `${noted} things`}. Next time, split the guide?</p>
      ) : (
        <p>What only one of you wrote is why you both came.</p>
      )}
      {different === 0 ? null : <Progress label={`${read} of ${different} read`} value={read / different} />}
    </section>
  );
}
