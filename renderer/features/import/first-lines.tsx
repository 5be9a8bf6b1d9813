import { formatCallTime } from '../../../shared/text/time.ts';
import type { Turn } from '../../../shared/transcripts/transcript.ts';
import styles from './import.module.css';

/** The first turns as this reading has them, to see whether names and times are right. */
export function FirstLines({
  turns,
  fileName,
}: {
  readonly turns: readonly Turn[];
  readonly fileName: string;
}) {
  return (
    // Scrolls by keys, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className={styles.lines} aria-label={`First lines of ${fileName}`} tabIndex={0}>
      <ol>
        {turns.map((turn, index) => (
          // The first turns of a reading never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <li key={index}>
            <span className={styles.lineTime}>
              {turn.startMs === null ? '' : formatCallTime(turn.startMs)}
            </span>
            <b>{turn.speaker ?? 'Unknown'}</b>
            <span>{turn.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
