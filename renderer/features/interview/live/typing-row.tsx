import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import styles from './stream.module.css';
import type { Presence } from './use-presence.ts';

export interface TypingRowProps {
  readonly person: Presence;
  readonly initials: string;
}

/** “Tomas is typing…”, without the unfinished words. */
export function TypingRow({ person, initials }: TypingRowProps) {
  const mark = <Avatar name={person.name} role={person.role} initials={initials} isDecorative />;
  return (
    <div className={styles.note}>
      <span className={styles.left}>{person.role === 'pm' ? mark : null}</span>
      <span />
      <span className={styles.right}>{person.role === 'pm' ? null : mark}</span>
      <div className={classNames(styles.body, styles.typing)}>{person.name} is typing…</div>
    </div>
  );
}
