// Whether listening to more people still brings new needs: how many of the needs that recur were first heard in the last
// interviews. A need counts as brought by the earliest interview that voices it, whatever later ones added.
import type { InterviewId, NeedId } from '../ids.ts';
import type { Need } from './need.ts';

export interface Saturation {
  /** How many of the last interviews are looked at. */
  readonly interviews: number;
  /** Needs that were first heard in them, in the order given. */
  readonly brought: readonly NeedId[];
}

const LAST = 3;
/** With fewer before the last three, everything is new. */
const LEAST = 6;

/** `heard`: the interviews with words, in the order of their dates. Null while there are too few to say anything. */
export function saturation(needs: readonly Need[], heard: readonly InterviewId[]): Saturation | null {
  if (heard.length < LEAST) return null;
  const order = new Map(heard.map((id, index) => [id, index]));
  const from = heard.length - LAST;
  const brought = needs.filter((need) => {
    if (need.status === 'dismissed' || !(need.isRecurring || need.status === 'accepted')) return false;
    const first = Math.min(...need.quotes.map((quote) => order.get(quote.interviewId) ?? Infinity));
    return first >= from && first !== Infinity;
  });
  return { interviews: LAST, brought: brought.map((need) => need.id) };
}

/** “The last three interviews brought one new need.” */
export function saturationSentence({ interviews, brought }: Saturation): string {
  const count = brought.length;
  const words = count === 0 ? 'no new need' : count === 1 ? 'one new need' : `${numeral(count)} new needs`;
  return `The last ${numeral(interviews)} interviews brought ${words}.`;
}

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numeral(count: number): string {
  return NUMERALS[count] ?? String(count);
}
