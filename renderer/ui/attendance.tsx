import type { PersonAttendance } from '../../shared/interviews/attendance.ts';
import { formatCallTime } from '../../shared/text/time.ts';
import type { Person } from '../../shared/workspace/people.ts';
import styles from './attendance.module.css';
import { classNames } from './class-names.ts';
import { roleShape, roleWords } from './role.ts';

export interface AttendanceProps {
  /** In the order in which they came. */
  readonly room: readonly PersonAttendance[];
  readonly people: readonly Person[];
  /** The length of the call, in milliseconds. */
  readonly durationMs: number;
}

/** Who was in the room, and when: a bar per person over the call, open where they had no link to the others. */
export function Attendance({ room, people, durationMs }: AttendanceProps) {
  const shown = room.map((one) => ({ ...one, person: people.find((person) => person.id === one.personId) }));
  const endMs = Math.max(durationMs, ...room.flatMap((one) => all(one).map((stretch) => stretch.toMs)));
  return (
    <div role="img" aria-label={attendanceSentence(room, people)} className={styles.attendance}>
      {shown.map(({ personId, person, linked, apart }) => (
        <div
          key={personId}
          className={classNames(styles.person, styles[roleShape(person?.role ?? 'observer')])}
        >
          <span className={styles.name}>{person?.name ?? 'Somebody'}</span>
          <span className={styles.call}>
            {linked.map((stretch) => (
              <span key={stretch.fromMs} className={styles.linked} style={place(stretch, endMs)} />
            ))}
            {apart.map((stretch) => (
              <span key={stretch.fromMs} className={styles.apart} style={place(stretch, endMs)} />
            ))}
          </span>
        </div>
      ))}
      <div className={styles.scale}>
        <span>{formatCallTime(0)}</span>
        <span>{formatCallTime(endMs)}</span>
      </div>
    </div>
  );
}

/** “Tomas, engineer, in the room from 00:00 to 28:10 and from 31:00 to 44:10; without a link from 28:10 to 31:00.” */
export function attendanceSentence(room: readonly PersonAttendance[], people: readonly Person[]): string {
  return room
    .map(({ personId, linked, apart }) => {
      const person = people.find((one) => one.id === personId);
      const who = person === undefined ? 'Somebody' : `${person.name}, ${roleWords[person.role]}`;
      const parts = [
        linked.length === 0 ? '' : `in the room ${times(linked)}`,
        apart.length === 0 ? '' : `without a link ${times(apart)}`,
      ];
      return `${who}, ${parts.filter((part) => part !== '').join('; ')}.`;
    })
    .join(' ');
}

function times(stretches: readonly { readonly fromMs: number; readonly toMs: number }[]): string {
  return stretches
    .map(({ fromMs, toMs }) => `from ${formatCallTime(fromMs)} to ${formatCallTime(toMs)}`)
    .join(' and ');
}

function all({ linked, apart }: PersonAttendance) {
  return [...linked, ...apart];
}

function place({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }, endMs: number) {
  const percent = (ms: number) => (endMs <= 0 ? 0 : (ms / endMs) * 100);
  return { left: `${percent(fromMs)}%`, width: `${percent(toMs - fromMs)}%` };
}
