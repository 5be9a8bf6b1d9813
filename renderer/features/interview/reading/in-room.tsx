import type { PersonId } from '../../../../shared/ids.ts';
import type { InterviewFacts } from '../../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { Attendance } from '../../../ui/attendance.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { roleNames } from '../../../ui/role.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './reading.module.css';

export interface InRoomProps {
  readonly facts: Pick<InterviewFacts, 'attendance' | 'saidThere' | 'room'>;
  readonly people: readonly Person[];
  /** The length of the call. */
  readonly durationMs: number;
  /** Undefined for those who only read. */
  readonly onSay: ((id: PersonId, wasThere: boolean) => void) | undefined;
}

/** Who listened, as Earshot recorded it; who was on the call without it is added by hand, with who said so. */
export function InRoom({ facts, people, durationMs, onSay }: InRoomProps) {
  const present = people.filter((person) => facts.attendance.includes(person.id));
  const absent = people.filter((person) => !facts.attendance.includes(person.id));
  const nameOf = (id: PersonId | undefined) => people.find((one) => one.id === id)?.name ?? 'somebody';
  return (
    <section aria-labelledby="in-room">
      <SectionHead id="in-room" title="In the room" isLined />
      {present.length === 0 ? <p className={styles.quiet}>Nobody listened live.</p> : null}
      <ul className={styles.plain}>
        {present.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar name={person.name} role={person.role} isDecorative />
            <span>
              {person.name} · {roleNames[person.role]}
              {facts.saidThere.has(person.id) ? (
                <span className={styles.meta}> said by {nameOf(facts.saidThere.get(person.id))}</span>
              ) : null}
            </span>
            {facts.saidThere.has(person.id) && onSay !== undefined ? (
              <Button
                size="small"
                variant="ghost"
                aria-label={`Undo: ${person.name} was on the call`}
                onClick={() => onSay(person.id, false)}
              >
                Undo
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {facts.room.length === 0 ? null : (
        <Attendance room={facts.room} people={people} durationMs={durationMs} />
      )}
      {onSay === undefined || absent.length === 0 ? null : (
        <Menu
          opener={
            <Button size="small" variant="ghost">
              Was on the call without Earshot…
            </Button>
          }
          entries={absent.map((person) => ({
            kind: 'act',
            label: person.name,
            onDo: () => onSay(person.id, true),
          }))}
        />
      )}
    </section>
  );
}
