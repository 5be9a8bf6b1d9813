import styles from './avatar.module.css';
import { classNames } from './class-names.ts';
import { type Role, roleNames, roleShape } from './role.ts';

export interface AvatarProps {
  readonly name: string;
  readonly role: Role;
  readonly size?: 'normal' | 'large' | undefined;
  /** Faded: was here, is not now. */
  readonly isAway?: boolean | undefined;
  /** One letter, or two when another person here has the same initial. The name decides without it. */
  readonly initials?: string | undefined;
  /** True when the name stands beside it, so that it is not read twice. */
  readonly isDecorative?: boolean | undefined;
}

/** A person as others see them: circle PM, square engineer, arch for others, with the initial. */
export function Avatar({
  name,
  role,
  size = 'normal',
  isAway = false,
  initials,
  isDecorative = false,
}: AvatarProps) {
  const shape = classNames(
    styles.avatar,
    styles[roleShape(role)],
    size === 'large' && styles.large,
    isAway && styles.away,
  );
  const letters = initials ?? firstLetters(name, 1);
  if (isDecorative) {
    return (
      <span className={shape} aria-hidden="true">
        {letters}
      </span>
    );
  }
  return (
    <span className={shape} role="img" aria-label={`${name}, ${roleNames[role]}${isAway ? ', away' : ''}`}>
      {letters}
    </span>
  );
}

/** The letters for each name: one, or two where that one would be shared. Same order as the names. */
export function initialsFor(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const first = firstLetters(name, 1);
    const isShared = names.some(
      (other, at) => at !== index && other !== name && firstLetters(other, 1) === first,
    );
    return firstLetters(name, isShared ? 2 : 1);
  });
}

function firstLetters(name: string, count: 1 | 2): string {
  const letters = Array.from(name.trim()).slice(0, count).join('');
  return letters.charAt(0).toLocaleUpperCase() + letters.slice(1);
}
