// Where notes are typed. It has the focus on arrival and after every act, and every key of "Live, typing" that is about
// the words themselves.
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import type { CallClock } from '../../../../shared/interviews/call-clock.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Keycap } from '../../../ui/keycap.tsx';
import { roleShape } from '../../../ui/role.ts';
import { CallTime } from '../../../ui/time.tsx';
import styles from './composer.module.css';
import { type DigitTag, type PendingDigits, pressDigit, typeAfterDigits } from './digit-tags.ts';
import { NoteField } from './note-field.tsx';
import { useCallTime } from './use-call-time.ts';
import type { LiveDraft } from './use-draft.ts';

export interface ComposerProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly me: Person;
  readonly clock: CallClock;
  readonly tags: readonly Tag[];
  readonly draft: LiveDraft;
  readonly onKeep: (isMarked: boolean) => void;
  readonly onNewTag: (name: string) => void;
  /** Tags the last note by a digit; null when there is no such note or key. */
  readonly onDigit: (digit: string) => DigitTag | null;
  readonly onTakeBack: (digits: readonly DigitTag[]) => void;
  readonly onEditLast: () => boolean;
  readonly onLeave: () => void;
  readonly placeholder?: string | undefined;
  /** Under the words, in place of the keys. */
  readonly foot?: ReactNode;
}

export function Composer(props: ComposerProps) {
  const { ref, me, clock, tags, draft, onKeep, onNewTag, onDigit, onTakeBack, onEditLast, onLeave } = props;
  const nowMs = useCallTime(clock);
  const pending = useRef<PendingDigits>([]);
  const text = draft.draft?.text ?? '';
  const atMs = draft.draft?.atMs ?? nowMs;

  const change = (next: string) => {
    if (text !== '' || next === '') {
      draft.change(next);
      return;
    }
    const { prefix, takeBack, beganAtEpochMs } = typeAfterDigits(pending.current, Date.now());
    pending.current = [];
    if (takeBack.length > 0) onTakeBack(takeBack);
    draft.change(prefix + next, beganAtEpochMs);
  };

  const isEmptyDigit = (event: KeyboardEvent) =>
    text === '' && /^[1-9]$/.test(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey;

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onKeep(event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'ArrowUp' && text === '' && !event.altKey && !event.ctrlKey) {
      if (onEditLast()) event.preventDefault();
    } else if (isEmptyDigit(event)) {
      const tagged = onDigit(event.key);
      if (tagged === null) return;
      event.preventDefault();
      pending.current = pressDigit(pending.current, tagged);
    }
  };

  return (
    <section className={styles.composer} aria-label="New note">
      <div className={styles.line}>
        <span className={styles.who}>
          <Avatar name={me.name} role={me.role} isDecorative />
        </span>
        <CallTime
          className={classNames(styles.time, styles[roleShape(me.role)])}
          text={formatCallTime(atMs)}
          ms={atMs}
        />
        <NoteField
          ref={ref}
          label="Note"
          placeholder={props.placeholder ?? 'Type what you hear'}
          value={text}
          tags={tags}
          plainAt={draft.draft?.plainAt ?? []}
          onChange={change}
          onLeavePlain={draft.leavePlain}
          onNewTag={onNewTag}
          onKeyDown={press}
        />
      </div>
      {props.foot ?? <ComposerKeys />}
    </section>
  );
}

function ComposerKeys() {
  return (
    <div className={styles.foot} aria-hidden="true">
      <span>
        <Keycap keys="#" /> tag
      </span>
      <span>
        <Keycap keys="//" /> mark this moment
      </span>
      <span>
        <Keycap keys="?" /> ask the other to follow up
      </span>
      <span className={styles.end}>
        <Keycap keys="Enter" /> keep
      </span>
      <span className={styles.late}>
        <Keycap keys="Esc" /> to the stream
      </span>
    </div>
  );
}
