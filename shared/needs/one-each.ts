import type { Quote } from './need.ts';

/** The first quote of each person, in order: three people say more than one person three times. */
export function oneEach(quotes: readonly Quote[]): Quote[] {
  const seen = new Set<string>();
  return quotes.filter((quote) => {
    if (seen.has(quote.participantId)) return false;
    seen.add(quote.participantId);
    return true;
  });
}
