// What a reader should know before trusting a need. Every doubt can be counted by hand on the page.
import type { StatementId } from '../ids.ts';
import type { NeedDoubt, NotedEvidence, Quote } from './need.ts';

/** With fewer quotes, one person's share says nothing. */
const ENOUGH_QUOTES = 4;
/** From here on one person carries the need and the others stand beside. */
const LOUD_SHARE = 0.6;

/** @param led the interviewer's leading question, by the statement that answers it */
export function doubtsOf(
  quotes: readonly Quote[],
  noted: readonly NotedEvidence[],
  led: ReadonlyMap<StatementId, string>,
): NeedDoubt[] {
  if (quotes.length === 0) return noted.length > 0 ? [{ kind: 'notes-only' }] : [];
  const doubts: NeedDoubt[] = [];
  const byPerson = new Map<string, Quote[]>();
  for (const quote of quotes)
    byPerson.set(quote.participantId, [...(byPerson.get(quote.participantId) ?? []), quote]);
  const loudest = [...byPerson.values()].reduce((most, own) => (own.length > most.length ? own : most));
  const [first] = loudest;
  if (
    first &&
    quotes.length >= ENOUGH_QUOTES &&
    byPerson.size > 1 &&
    loudest.length >= quotes.length * LOUD_SHARE
  ) {
    doubts.push({
      kind: 'one-person',
      participant: first.participant,
      quotes: loudest.length,
      of: quotes.length,
    });
  }
  const answers = quotes.filter((quote) => led.has(quote.id));
  const unledPeople = new Set(
    quotes.filter((quote) => !led.has(quote.id)).map((quote) => quote.participantId),
  );
  const ledPeople = new Set(answers.map((quote) => quote.participantId).filter((id) => !unledPeople.has(id)));
  if (ledPeople.size > 0) {
    doubts.push({
      kind: 'led',
      people: ledPeople.size,
      of: byPerson.size,
      questions: Object.fromEntries(answers.map((quote) => [quote.id, led.get(quote.id) ?? ''])),
    });
  }
  return doubts;
}
