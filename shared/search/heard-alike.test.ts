import { expect, it } from 'vitest';
import { unit } from '../extraction/vectors.ts';
import { NeedId, ParticipantId, StatementId } from '../ids.ts';
import { aNeed, aQuote } from '../needs/testing/needs.ts';
import { createAlikeIndex, type HeardQuote, HINT_LIMITS } from './heard-alike.ts';

const PEOPLE = ['alder', 'cedar', 'elm', 'hazel'];
const rowan = ParticipantId.parse('rowan');

/** A need of some people's; each of their quotes points along the need's own axis and a little along the person's. */
function voiced(id: string, axis: number, people: readonly string[]): HeardQuote[] {
  const quotes = people.map((person) =>
    aQuote({
      id: StatementId.parse(`${id}-${person}`),
      participantId: ParticipantId.parse(person),
      participant: person,
    }),
  );
  const need = aNeed({ id: NeedId.parse(id), quotes });
  return quotes.map((quote, i) => ({ need, quote, vector: pointing(axis, 4 + ((axis + i) % 4)) }));
}

function pointing(axis: number, lean: number): Float32Array {
  const vector = new Float32Array(8).fill(0.1);
  vector[axis] = 1;
  vector[lean] = (vector[lean] ?? 0) + 0.4;
  return unit(vector);
}

const quotes = [voiced('price', 0, PEOPLE), voiced('till', 1, PEOPLE), voiced('door', 2, PEOPLE)].flat();
const index = createAlikeIndex(quotes, HINT_LIMITS);

it('finds the need whose quotes are nearest, one quote a person, nearest first', () => {
  const heard = index.find(pointing(1, 6), rowan);
  expect(heard?.need.id).toBe('till');
  expect(heard?.quotes).toHaveLength(4);
  expect(heard?.quotes[0]?.participant).toBe('cedar');
});

it('does not count what the one who speaks said', () => {
  const heard = index.find(pointing(1, 6), ParticipantId.parse('cedar'));
  expect(heard?.quotes.map(({ participant }) => participant).sort()).toEqual(['alder', 'elm', 'hazel']);
});

it('stays silent about what is far from all needs', () => {
  expect(index.find(pointing(3, 7), rowan)).toBeNull();
});

it('stays silent about a need that only one other person voiced', () => {
  const alone = createAlikeIndex([...quotes, ...voiced('alone', 3, ['alder', 'rowan'])], HINT_LIMITS);
  expect(alone.find(pointing(3, 7), rowan)).toBeNull();
  expect(alone.find(pointing(3, 7), null)?.need.id).toBe('alone');
});

it('says nothing when there are no needs, and knows one need alone', () => {
  expect(createAlikeIndex([], HINT_LIMITS).find(pointing(0, 4), rowan)).toBeNull();
  const one = createAlikeIndex(voiced('price', 0, PEOPLE), HINT_LIMITS);
  expect(one.find(pointing(0, 4), rowan)?.need.id).toBe('price');
  expect(one.find(pointing(3, 7), rowan)).toBeNull();
});
