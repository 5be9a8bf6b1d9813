import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import styles from './live.module.css';
import type { Voice } from './people-here.ts';

export interface PresenceBarProps {
  readonly here: readonly Voice[];
  /** Was here, is not now. */
  readonly gone: readonly { readonly voice: Voice; readonly atMs: number }[];
}

/** Who is within this interview: filled marks are here, faded ones were. */
export function PresenceBar({ here, gone }: PresenceBarProps) {
  const last = gone.at(-1);
  const words =
    last === undefined
      ? here.map((voice) => voice.name).join(' and ')
      : `${last.voice.name} was here at ${formatCallTime(last.atMs)}`;
  return (
    <span className={styles.presence}>
      {here.map((voice) => (
        <Avatar key={voice.id} name={voice.name} role={voice.role} initials={voice.initials} />
      ))}
      {gone.map(({ voice }) => (
        <Avatar key={voice.id} name={voice.name} role={voice.role} initials={voice.initials} isAway />
      ))}
      <span className={styles.names} aria-hidden={last === undefined}>
        {words}
      </span>
    </span>
  );
}
