import { expect, it } from 'vitest';
import { NeedId, ParticipantId, StatementId } from '../ids.ts';
import { aNeed, aQuote } from '../needs/testing/needs.ts';
import { createHeardIndex } from './heard-before.ts';

const rowan = ParticipantId.parse('rowan');

function said(person: string, text: string) {
  return aQuote({
    id: StatementId.parse(`s-${person}`),
    participantId: ParticipantId.parse(person),
    participant: person,
    text,
  });
}

const price = aNeed({
  id: NeedId.parse('price'),
  label: 'See a price rise before I order',
  quotes: [
    said('alder', 'Oil went up eighteen percent between the order and the invoice'),
    said('cedar', 'The invoice is where I learn the price'),
    said('rowan', 'Nobody told me about the price of oil'),
  ],
});
const till = aNeed({
  id: NeedId.parse('till'),
  label: 'Three numbers every Monday that match the till',
  quotes: [said('hazel', 'I count the till every Monday'), said('elm', 'Monday numbers never match')],
});
const index = createHeardIndex([price, till]);

it('finds the need that others voiced in such words, without the one who speaks', () => {
  const heard = index.find('Price of oil moved between the order and the invoice', rowan);
  expect(heard?.need.id).toBe('price');
  expect(heard?.quotes.map((quote) => quote.participant)).toEqual(['alder', 'cedar']);
});

it.each(['', 'price', 'the and of', 'Two trucks and a Saturday stall', 'order of the day'])(
  'stays silent about %j',
  (text) => expect(index.find(text, rowan)).toBeNull(),
);

it('stays silent when only one other person said it, and about what was dismissed', () => {
  const alone = createHeardIndex([{ ...price, quotes: price.quotes.slice(1) }]);
  expect(alone.find('Price of oil on the invoice', rowan)).toBeNull();
  const dismissed = createHeardIndex([{ ...price, status: 'dismissed' }]);
  expect(dismissed.find('Price of oil on the invoice', rowan)).toBeNull();
});
