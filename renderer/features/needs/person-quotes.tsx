// What one person said about one need, beside the matrix.
import { useEffect, useRef } from 'react';
import type { ParticipantId } from '../../../shared/ids.ts';
import { labelParts, type Need, type Quote } from '../../../shared/needs/need.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { SectionHead } from '../../ui/section-head.tsx';
import { NeedQuote } from './need-quote.tsx';
import styles from './needs.module.css';

export interface PersonQuotesProps {
  readonly need: Need;
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly people: readonly Person[];
  readonly onOpenQuote: (quote: Quote) => void;
}

export function PersonQuotes({ need, participantId, name, people, onOpenQuote }: PersonQuotesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Opened by a key or a click on a cell: whoever did goes on reading here, and Esc leads back.
  useEffect(() => heading.current?.focus(), []);
  const of = (quotes: readonly Quote[]) => quotes.filter((quote) => quote.participantId === participantId);
  const groups = [
    { title: 'Said', quotes: of(need.quotes) },
    { title: 'Asked for', quotes: of(need.requests) },
    { title: 'Against', quotes: of(need.against) },
  ].filter(({ quotes }) => quotes.length > 0);
  return (
    <div className={styles.peek}>
      <h2 ref={heading} tabIndex={-1} className={styles.peekTitle}>
        {name}
      </h2>
      <p className={styles.reason}>about “{labelParts(need.label).words}”</p>
      {groups.length === 0 ? <p className={styles.reason}>{name} did not mention it.</p> : null}
      {groups.map(({ title, quotes }) => (
        <section key={title} className={styles.said}>
          <SectionHead title={title} detail={String(quotes.length)} />
          <ul className={styles.quotes}>
            {quotes.map((quote) => (
              <li key={quote.id}>
                <NeedQuote quote={quote} people={people} onOpen={onOpenQuote} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
