// Needs as a part of the study tells them: only some interviews, only some quotes. Counts people anew and keeps the order of
// the whole where people are equal. It changes nothing that is kept.
import type { InterviewId, ParticipantId } from '../ids.ts';
import type { Need, NotedEvidence, Quote } from './need.ts';

export interface Narrowing {
  readonly hasInterview: (id: InterviewId) => boolean;
  /** Of the quotes of those interviews. */
  readonly hasQuote: (quote: Quote) => boolean;
  /** Of the notes that stand for words nobody recorded. */
  readonly hasNoted: (note: NotedEvidence) => boolean;
}

/** Needs nobody voices there are left out. `enough`: people for a recurring need. */
export function narrowNeeds(needs: readonly Need[], by: Narrowing, enough: number): Need[] {
  const narrowed = needs.flatMap((need) => narrowNeed(need, by, enough) ?? []);
  return narrowed.sort((a, b) => rankOfStatus(a) - rankOfStatus(b) || b.people - a.people);
}

function narrowNeed(
  need: Need,
  { hasInterview, hasQuote, hasNoted }: Narrowing,
  enough: number,
): Need | null {
  const keep = (quotes: readonly Quote[]) =>
    quotes.filter((quote) => hasInterview(quote.interviewId) && hasQuote(quote));
  const quotes = keep(need.quotes);
  const requests = keep(need.requests);
  const against = keep(need.against);
  const noted = need.noted.filter((note) => hasInterview(note.interviewId) && hasNoted(note));
  if (quotes.length + requests.length + against.length + noted.length === 0) return null;
  const forIt = new Set([
    ...quotes.map((quote) => quote.participantId),
    ...noted.flatMap((note) => (note.verdict === 'for' ? note.participantId : [])),
  ]);
  const againstIt = new Set(against.map((quote) => quote.participantId));
  const voicing = new Set(quotes.map((quote) => quote.participantId));
  const people = voicing.size;
  const peopleNoted = new Set(
    noted.flatMap((note) =>
      note.verdict === 'for' && !voicing.has(note.participantId) ? note.participantId : [],
    ),
  ).size;
  return {
    ...need,
    quotes,
    requests,
    against,
    noted,
    people,
    peopleNoted,
    peopleAsking: countPeople(requests),
    peopleAgainst: countPeople(against),
    // A part never makes recurring what the whole study does not hold for recurring: a run took it for a weaker signal.
    isRecurring: need.isRecurring && people + peopleNoted >= enough,
    stances: need.stances
      .filter((cell) => hasInterview(cell.interviewId))
      .map((cell) => ({ ...cell, stance: stanceOf(cell, forIt, againstIt) })),
  };
}

function stanceOf(
  { participantId, stance }: Need['stances'][number],
  forIt: ReadonlySet<ParticipantId>,
  againstIt: ReadonlySet<ParticipantId>,
): Need['stances'][number]['stance'] {
  if (stance === 'pending') return stance;
  if (forIt.has(participantId)) return 'for';
  return againstIt.has(participantId) ? 'against' : 'silent';
}

function countPeople(quotes: readonly Quote[]): number {
  return new Set(quotes.map((quote) => quote.participantId)).size;
}

function rankOfStatus(need: Need): number {
  return need.status === 'dismissed' ? 1 : 0;
}
