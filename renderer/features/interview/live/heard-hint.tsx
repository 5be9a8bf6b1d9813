// The quiet line over the field, and the words behind it. Never announced: whoever writes is listening to a person.
import { X } from 'lucide-react';
import { labelParts } from '../../../../shared/needs/need.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Keycap } from '../../../ui/keycap.tsx';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './heard-hint.module.css';
import type { HeardHintState } from './use-heard-hint.ts';

export function HeardHint({ hint, look, dismiss }: HeardHintState) {
  if (hint === null) return null;
  const count = hint.quotes.length;
  const names = hint.quotes.map((quote) => quote.participant);
  return (
    <div role="note" className={styles.hint}>
      <PeopleStrip cells={hint.stances} isDecorative />
      <button type="button" className={styles.words} onClick={look}>
        <b>
          {count} {count === 1 ? 'person' : 'people'} said something like this:
        </b>{' '}
        {labelParts(hint.label).words}. {names.slice(0, 3).join(', ')}
        {names.length > 3 ? ` and ${names.length - 3} more` : ''}.
      </button>
      <Keycap keys="Esc" />
      <Keycap keys="H" />
      <IconButton icon={X} label="Dismiss hint" size="small" onClick={dismiss} />
    </div>
  );
}

/** What they said, beside the notes. */
export function HeardQuotes({ hint, isOpen }: HeardHintState) {
  if (hint === null || !isOpen) return null;
  return (
    <section className={styles.quotes} aria-label="What others said">
      <SectionHead title="Others said" detail={String(hint.quotes.length)} />
      {hint.quotes.map((quote) => (
        <Quote
          key={quote.id}
          text={quote.text}
          name={quote.participant}
          time={
            quote.startMs === null
              ? { text: 'no time', ms: undefined, isApproximate: false }
              : { text: formatCallTime(quote.startMs), ms: quote.startMs, isApproximate: false }
          }
          isClamped
        />
      ))}
    </section>
  );
}
