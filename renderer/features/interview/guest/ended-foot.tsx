import type { AppErrorData } from '../../../../shared/errors.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { endedWords } from './ended-words.ts';
import styles from './guest.module.css';
import { unsentWords } from './unsent-words.ts';
import type { GuestRoom } from './use-guest-room.ts';

export interface EndedFootProps {
  readonly room: GuestRoom;
  readonly error: AppErrorData;
  readonly onCopy: (words: string) => void;
}

/** In place of the field once nothing can be written any more: why, and what was not sent, for as long as the page is open. */
export function EndedFoot({ room, error, onCopy }: EndedFootProps) {
  const { words, edits } = unsentWords(room);
  const { hostName, isInEarshot } = room;
  const { title, kept, next } = endedWords(error, { hostName, edits, isInEarshot });
  return (
    <section className={styles.ended} aria-label="The end of this invite">
      <p>
        <b>{title}.</b> {kept} {next}
      </p>
      {words === '' ? null : (
        <div className={styles.unsent}>
          <TextArea label="Not sent" value={words} onChange={() => undefined} readOnly rows={2} />
          <Button onClick={() => onCopy(words)}>Copy</Button>
        </div>
      )}
    </section>
  );
}
