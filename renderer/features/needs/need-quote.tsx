// A quote of a need with its source: pseudonym, time that opens the transcript, who was in the room, and whether it is whole.
import type { ReactNode } from 'react';
import type { Quote as NeedQuoteModel } from '../../../shared/needs/need.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { Badge } from '../../ui/badge.tsx';
import { Quote } from '../../ui/quote.tsx';

export interface NeedQuoteProps {
  readonly quote: NeedQuoteModel;
  readonly people: readonly Person[];
  readonly about?: string | undefined;
  readonly onOpen: (quote: NeedQuoteModel) => void;
  readonly isClamped?: boolean;
  /** Badges after the source. */
  readonly extra?: ReactNode;
}

export function NeedQuote({ quote, people, about, onOpen, isClamped = false, extra }: NeedQuoteProps) {
  return (
    <Quote
      text={quote.text}
      name={quote.participant}
      about={about}
      time={{
        text: quote.startMs === null ? 'no time' : formatCallTime(quote.startMs),
        ms: quote.startMs ?? undefined,
        isApproximate: false,
      }}
      onOpen={() => onOpen(quote)}
      room={quote.inRoom.flatMap((id) => {
        const person = people.find((one) => one.id === id);
        return person ? [{ name: person.name, role: person.role, isPresent: true }] : [];
      })}
      extra={
        <>
          {quote.isBroken ? <Badge tone="warn">No longer matches the transcript</Badge> : null}
          {quote.isFollowed ? <Badge>Found again in the newer file</Badge> : null}
          {extra}
        </>
      }
      isClamped={isClamped}
    />
  );
}
