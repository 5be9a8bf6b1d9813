import { classNames } from './class-names.ts';
import { type Role, roleShape, roleWords } from './role.ts';
import styles from './role-mark.module.css';

export interface RoleMarkProps {
  readonly role: Role;
  /** False draws the dashed outline: was not in the room. */
  readonly isPresent?: boolean | undefined;
}

/** The 9 px mark of a viewpoint. Decoration: the words have to stand beside it or in a RoomMark. */
export function RoleMark({ role, isPresent = true }: RoleMarkProps) {
  return (
    <span
      className={classNames(styles.mark, styles[roleShape(role)], !isPresent && styles.absent)}
      aria-hidden="true"
    />
  );
}

export interface RoomMarkProps {
  readonly people: readonly {
    readonly name?: string | undefined;
    readonly role: Role;
    readonly isPresent: boolean;
  }[];
  /** Replaces the sentence that is made from the people. */
  readonly label?: string | undefined;
}

/** Who was in the room, in one glance and one sentence. Stands beside every quote and interview. */
export function RoomMark({ people, label }: RoomMarkProps) {
  return (
    <span role="img" className={styles.room} aria-label={label ?? roomSentence(people)}>
      {people.map((person, index) => (
        // The order of the people is fixed for a row, and two may share a role.
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks have no identity beyond their place
        <RoleMark key={index} role={person.role} isPresent={person.isPresent} />
      ))}
    </span>
  );
}

/** “Tomas, engineer, in the room; Ines, PM, was not”. */
export function roomSentence(people: RoomMarkProps['people']): string {
  const present = people.filter((person) => person.isPresent).map(called);
  const absent = people.filter((person) => !person.isPresent).map(called);
  if (present.length === 0 && absent.length === 0) return 'Nobody in the room';
  const inRoom = present.length === 0 ? 'Nobody in the room' : `${present.join(' and ')} in the room`;
  if (absent.length === 0) return inRoom;
  return `${inRoom}; ${absent.join(' and ')} ${absent.length === 1 ? 'was' : 'were'} not`;
}

function called(person: RoomMarkProps['people'][number]): string {
  return person.name === undefined ? roleWords[person.role] : `${person.name}, ${roleWords[person.role]},`;
}
