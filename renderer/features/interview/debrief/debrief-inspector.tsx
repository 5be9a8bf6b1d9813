// Beside the debrief: how much of the difference was read, what was marked together or waits for the other's mark, and the
// questions still to ask.
import type { PersonId } from '../../../../shared/ids.ts';
import type { PersonAttendance } from '../../../../shared/interviews/attendance.ts';
import type { DebriefRow } from '../../../../shared/interviews/debrief.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Attendance } from '../../../ui/attendance.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { RoomMark } from '../../../ui/role-mark.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { type Away, awayNames } from './away.ts';
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
  /** Marked by me alone so far. */
  readonly markedByMe: readonly DebriefRow[];
  /** Whose notes and marks may be more than are here. */
  readonly away: Away | null;
  readonly room: readonly PersonAttendance[];
  /** The length of the call. */
  readonly durationMs: number;
  readonly onGo: (row: DebriefRow) => void;
}

export function DebriefInspector(props: DebriefInspectorProps) {
  const { voiceOf } = props;
  return (
    <>
      {props.isAlone ? null : <Difference {...props} />}
      <Marked {...props} />
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

/** Marked by two; and, while the other is away, what waits for their mark. */
function Marked({ together, markedByMe, away, isAlone, me, voiceOf, onGo }: DebriefInspectorProps) {
  const mine = away === null && !isAlone ? [] : markedByMe;
  const title = away === null && !isAlone ? 'Marked together' : 'Marked';
  const end = isAlone
    ? mine.length
    : away === null
      ? together.length
      : `${together.length} together, ${mine.length} by you`;
  const rows = [...together, ...mine].sort((a, b) => a.atMs - b.atMs);
  const marksOf = (row: DebriefRow) => {
    const by = new Set([row.left, row.right].flatMap((note) => note?.markedBy ?? []));
    const absent = row.isTogether ? [] : (away?.ids ?? []).filter((id) => !by.has(id));
    const mark = (id: PersonId, isPresent: boolean) => ({ role: voiceOf(id).role, isPresent });
    const people = [...[...by].map((id) => mark(id, true)), ...absent.map((id) => mark(id, false))];
    const names = [...by].map((id) => (id === me ? 'you' : voiceOf(id).name)).join(' and ');
    return {
      people: people.sort((a, b) => Number(b.role === 'pm') - Number(a.role === 'pm')),
      label: `Marked by ${names}`,
    };
  };
  return (
    <section className={styles.section} aria-labelledby="debrief-together">
      <SectionHead id="debrief-together" title={title} end={end} />
      {rows.map((row) => (
        <div key={row.id} className={styles.moment}>
          <button type="button" onClick={() => onGo(row)}>
            {formatCallTime(row.atMs)}
          </button>
          <span>
            {row.left?.text || row.right?.text || 'A marked moment'}
            {row.isTogether || away === null ? null : (
              <span className={styles.waits}>waits for {awayNames(away.names)}</span>
            )}
          </span>
          <RoomMark {...marksOf(row)} />
        </div>
      ))}
    </section>
  );
}

function Difference({ noted, different, read, away }: DebriefInspectorProps) {
  const isSame = different === 0 && noted > 0 && away === null;
  return (
    <section className={styles.section} aria-labelledby="debrief-read">
      <SectionHead
        id="debrief-read"
        title={
          away === null ? 'Read the difference to each other' : 'Read yours now, theirs when they are back'
        }
      />
      {away !== null ? (
        <p>
          The five minutes start when you are all here. {awayNames(away.names)}{' '}
          {away.names.length === 1 ? 'sees' : 'see'} the same page, with their notes and yours up to{' '}
          {formatCallTime(away.upToMs)}.
        </p>
      ) : isSame ? (
        <p>You noted the same {noted === 1 ? 'thing' : `${noted} things`}. Next time, split the guide?</p>
      ) : (
        <p>What only one of you wrote is why you both came.</p>
      )}
      {different === 0 ? null : (
        <div className={styles.progress}>
          <Progress label="Differences read" value={read / different} />
          <span>
            {read} of {different} {away === null ? 'read' : 'so far'}
          </span>
        </div>
      )}
    </section>
  );
}
