import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './quote.module.css';
import { RoomMark, type RoomMarkProps } from './role-mark.tsx';
import { CallTime } from './time.tsx';

export interface QuoteProps {
  /** What was said, verbatim and without quotation marks; they are added here. */
  readonly text: string;
  readonly name: string;
  /** “owner, two food trucks”. */
  readonly about?: string | undefined;
  readonly time?:
    | {
        readonly text: string;
        readonly ms?: number | undefined;
        readonly isApproximate?: boolean | undefined;
      }
    | undefined;
  /** Opens the place in the transcript; without it the time is plain text. */
  readonly onOpen?: (() => void) | undefined;
  readonly room?: RoomMarkProps['people'] | undefined;
  /** Badges and counts after the room mark. */
  readonly extra?: ReactNode;
  /** Two lines at most, for lists. Never in a need or a brief. */
  readonly isClamped?: boolean | undefined;
  /** The language it was spoken in, so that it is read aloud right: 'de'. */
  readonly lang?: string | undefined;
}

/** What a participant said, with who, when and who heard it. The only place outside the transcript that sets serif. */
export function Quote({ text, name, about, time, onOpen, room, extra, isClamped = false, lang }: QuoteProps) {
  return (
    <figure className={styles.quote}>
      <blockquote className={classNames('voice', styles.words, isClamped && styles.clamped)} lang={lang}>
        {`“${text}”`}
      </blockquote>
      <figcaption className={styles.source}>
        <b>{name}</b>
        {about === undefined ? null : <span>{about}</span>}
        {time === undefined ? null : <QuoteTime time={time} name={name} onOpen={onOpen} />}
        {room === undefined ? null : <RoomMark people={room} />}
        {extra}
      </figcaption>
    </figure>
  );
}

interface QuoteTimeProps {
  readonly time: NonNullable<QuoteProps['time']>;
  readonly name: string;
  readonly onOpen: QuoteProps['onOpen'];
}

function QuoteTime({ time, name, onOpen }: QuoteTimeProps) {
  const shown = <CallTime {...time} />;
  if (onOpen === undefined) return shown;
  return (
    <button
      type="button"
      className={styles.time}
      onClick={onOpen}
      aria-label={`${time.text}, open ${name}'s transcript here`}
    >
      {shown}
    </button>
  );
}
