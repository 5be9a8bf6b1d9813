import type { Person } from '../../../../shared/workspace/people.ts';
import { Avatar, initialsFor } from '../../../ui/avatar.tsx';
import { roleWords } from '../../../ui/role.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './prepare.module.css';

export interface RoomListProps {
  readonly me: Person;
  readonly others: readonly { readonly person: Person; readonly isHere: boolean }[];
}

/** Who will be in the room: this computer's person, and the team. */
export function RoomList({ me, others }: RoomListProps) {
  const rows = [
    { person: me, words: 'on this computer' },
    ...others.map(({ person, isHere }) => ({ person, words: isHere ? 'is here now' : 'of the team' })),
  ];
  const initials = initialsFor(rows.map((row) => row.person.name));
  return (
    <section className={styles.section} aria-label="Who will be in the room">
      <SectionHead title="Who will be in the room" />
      <ul className={styles.people}>
        {rows.map(({ person, words }, index) => (
          <li key={person.id}>
            <Avatar name={person.name} role={person.role} initials={initials[index]} isDecorative />
            <span>
              {person.name}, {roleWords[person.role]}
            </span>
            <span className={styles.where}>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
