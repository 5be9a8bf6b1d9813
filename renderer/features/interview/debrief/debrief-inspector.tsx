// Beside the debrief: how much of the difference was read, what was marked together, and the questions still to ask.

import type { PersonId } from '../../../../shared/ids.ts';
import type { PersonAttendance } from '../../../../shared/interviews/attendance.ts';
import type { DebriefRow } from '../../../../shared/interviews/debrief.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Attendance } from '../../../ui/attendance.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import type { VoiceOf } from '../live/people-here.ts';
import styles from './debrief.module.css';

export interface DebriefInspectorProps {
  readonly isAlone: boolean;
  /** All rows. */
  readonly noted: number;
  /** Rows that only one noted, and how many of them were read. */
  readonly different: number;
  readonly read: number;
  readonly together: readonly DebriefRow[];
  /** Asked with `?` or made one here, and not asked in the call. */
  readonly followUps: readonly Note[];
  readonly me: PersonId;
  readonly voiceOf: VoiceOf;
  readonly room: readonly PersonAttendance[];
  /** The length of the call. */
  readonly durationMs: number;
  readonly isReadOnly: boolean;
  readonly onGo: (row: DebriefRow) => void;
  readonly onTake: (note: Note) => void;
}

export function DebriefInspector(props: DebriefInspectorProps) {
  const { together, followUps, me, voiceOf } = props;
  const handedOver = followUps.filter((note) => note.takenBy !== null).length;
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
      {followUps.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="debrief-asks">
          <SectionHead
            id="debrief-asks"
            title="Follow-ups"
            end={`${followUps.length - handedOver} open, ${handedOver} handed over`}
          />
          {followUps.map((note) => {
            const author = voiceOf(note.author);
            return (
              <article key={note.id} className={styles.ask} aria-label={note.text}>
                {note.text}
                <div className={styles.from}>
                  <Avatar name={author.name} role={note.role} initials={author.initials} isDecorative />
                  <span>
                    {author.name}, {formatCallTime(note.atMs)},{' '}
                    {note.takenBy === null ? 'not asked' : `${voiceOf(note.takenBy).name} takes it`}
                  </span>
                </div>
                {props.isReadOnly || (note.takenBy !== null && note.takenBy !== me) ? null : (
                  <div className={styles.acts}>
                    <Button size="small" onClick={() => props.onTake(note)}>
                      {note.takenBy === me ? 'Give it back' : 'Take it'}
                    </Button>
                  </div>
                )}
              </article>
            );
          })}
        </section>
      )}
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
