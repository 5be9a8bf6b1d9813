import { expect, it } from 'vitest';
import { InterviewId, NeedId, ParticipantId, StatementId } from '../ids.ts';
import { narrowNeeds } from './narrow-needs.ts';
import type { NotedEvidence, Quote } from './need.ts';
import { NoteRef } from './note-ref.ts';
import { aNeed, aQuote } from './testing/needs.ts';

function said(interview: string): Quote {
  return aQuote({
    id: StatementId.parse(`s-${interview}`),
    interviewId: InterviewId.parse(interview),
    participantId: ParticipantId.parse(`p-${interview}`),
  });
}

function need(id: string, ...interviews: string[]) {
  const stances = ['i1', 'i2', 'i3', 'i4'].map((one) => ({
    interviewId: InterviewId.parse(one),
    participantId: ParticipantId.parse(`p-${one}`),
    participant: one,
    stance: interviews.includes(one) ? ('for' as const) : ('silent' as const),
  }));
  return aNeed({ id: NeedId.parse(id), quotes: interviews.map(said), people: interviews.length, stances });
}

const all = { hasInterview: () => true, hasQuote: () => true, hasNoted: () => true };

it('counts only the people of the interviews that are looked at, and ranks anew', () => {
  const needs = [need('a', 'i1', 'i2', 'i3'), need('b', 'i3', 'i4')];
  const inPart = (id: string) => id === 'i3' || id === 'i4';
  const narrowed = narrowNeeds(needs, { ...all, hasInterview: inPart }, 2);
  expect(narrowed.map((one) => [one.id, one.people, one.isRecurring])).toEqual([
    ['b', 2, true],
    ['a', 1, false],
  ]);
  expect(narrowed[1]?.stances.map((cell) => [cell.participant, cell.stance])).toEqual([
    ['i3', 'for'],
    ['i4', 'silent'],
  ]);
});

it('leaves out what nobody there voices', () => {
  const narrowed = narrowNeeds([need('a', 'i1')], { ...all, hasQuote: () => false }, 2);
  expect(narrowed).toEqual([]);
});

it('changes nothing where everything is looked at', () => {
  const needs = [need('a', 'i1', 'i2'), need('b', 'i3')];
  expect(narrowNeeds(needs, all, 2)).toEqual([needs[0], { ...needs[1], isRecurring: false }]);
});

function notedIn(interview: string): NotedEvidence {
  const ref = { noteId: `n-${interview}`, interviewId: interview, author: 'ines', role: 'pm', atMs: 0 };
  return {
    ...NoteRef.parse({ ...ref, text: 'Counts it twice', tags: ['need'] }),
    key: `note:n-${interview}`,
    verdict: 'for',
    participantId: ParticipantId.parse(`p-${interview}`),
    participant: interview,
    placedBy: null,
    isChanged: false,
  };
}

it('counts people who are there by notes alone for recurring, as the whole study does', () => {
  const held = { ...need('a', 'i1', 'i2'), noted: [notedIn('i2'), notedIn('i3')], peopleNoted: 1 };
  const [whole] = narrowNeeds([held], all, 3);
  expect(whole).toMatchObject({ people: 2, peopleNoted: 1, isRecurring: true });
  const [part] = narrowNeeds([held], { ...all, hasInterview: (id) => id !== 'i3' }, 3);
  expect(part).toMatchObject({ people: 2, peopleNoted: 0, isRecurring: false });
  const [tagged] = narrowNeeds([held], { ...all, hasNoted: () => false }, 3);
  expect(tagged).toMatchObject({ noted: [], peopleNoted: 0, isRecurring: false });
});

it('leaves a weaker signal of the whole study a weaker signal in each part', () => {
  const weak = { ...need('a', 'i1', 'i2', 'i3'), isRecurring: false };
  expect(narrowNeeds([weak], all, 2)[0]?.isRecurring).toBe(false);
});
