import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import { InterviewId, NeedId, NoteId, ParticipantId, PersonId } from '../../../shared/ids.ts';
import { aNeed, aQuote } from '../../../shared/needs/testing/needs.ts';
import type { Participant, Person } from '../../../shared/workspace/people.ts';
import { readWorkspace, type WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import { arrangeNeeds } from './arrange-needs.ts';
import {
  fieldChoices,
  type NeedFilters,
  NO_FILTERS,
  roomChoices,
  sinceChoices,
  tagChoices,
} from './need-filters.ts';

const now = new Date('2026-11-25T12:00:00Z');
const ines: Person = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' };
const tomas: Person = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' };

function participant(id: string, segment: string): Participant {
  const consent = { state: 'given' as const, note: '' };
  const fields = segment === '' ? {} : { Segment: segment };
  return {
    id: ParticipantId.parse(id),
    pseudonym: id,
    realName: '',
    description: '',
    fields,
    consent,
    isNameExported: false,
  };
}

const facts: WorkspaceFacts = {
  ...readWorkspace(new Y.Doc()),
  people: [ines, tomas],
  participants: [participant('alder', 'Bars'), participant('birch', 'Bars'), participant('cedar', '')],
};

function interview(name: string, daysAgo: number, inRoom: readonly Person[]): InterviewSummary {
  return {
    id: InterviewId.parse(`i-${name}`),
    participantId: ParticipantId.parse(name),
    participant: name,
    description: '',
    plannedAt: null,
    createdAt: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
    isArchived: false,
    progress: 'extracted',
    lengthMs: null,
    track: [],
    notes: 0,
    questions: 0,
    questionsAsked: 0,
    inRoom: inRoom.map((one) => one.id),
    needs: null,
    damage: null,
    endedAt: null,
    debriefDoneBy: [],
    isDebriefLater: false,
  };
}

const interviews = [
  interview('alder', 40, [ines, tomas]),
  interview('birch', 10, [ines]),
  interview('cedar', 2, [tomas]),
];

function said(name: string, tags: readonly string[] = []) {
  const note = {
    id: NoteId.parse('n1'),
    author: ines.id,
    role: ines.role,
    atMs: 0,
    text: '',
    isMarked: false,
  };
  return aQuote({
    interviewId: InterviewId.parse(`i-${name}`),
    participantId: ParticipantId.parse(name),
    notes: tags.length === 0 ? [] : [{ ...note, tags }],
  });
}

const stances = interviews.map(({ id, participantId, participant: name }) => ({
  interviewId: id,
  participantId,
  participant: name,
  stance: 'silent' as const,
}));
const till = aNeed({
  id: NeedId.parse('till'),
  label: 'The till',
  quotes: [said('alder', ['trust']), said('birch')],
  people: 2,
  stances,
});
const price = aNeed({
  id: NeedId.parse('price'),
  label: 'The price',
  quotes: [said('cedar')],
  people: 1,
  isRecurring: false,
  newSince: ['s1'],
  stances,
});
const study = { facts, interviews, needs: [till, price], now };
const view = { needs: [till, price], peopleForRecurring: 2 };

function listed(filters: Partial<NeedFilters>, sought = '') {
  const arranged = arrangeNeeds(view, {
    filters: { ...NO_FILTERS, ...filters },
    study,
    areDismissedShown: false,
    sought,
  });
  return [arranged.listed.map((need) => `${need.id} ${need.people}`), arranged.recurring, arranged.counts];
}

it('shows the whole study, weaker signals below', () => {
  expect(listed({})).toEqual([['till 2', 'price 1'], 1, '1 recurring, 1 weaker, from 3 people']);
});

it.each([
  [{ room: 'both' as const }, ['till 1']],
  [{ room: 'others' as const }, ['price 1']],
  [{ field: { name: 'Segment', value: 'Bars' } }, ['till 2']],
  [{ field: { name: 'Segment', value: '' } }, ['price 1']],
  [{ sinceDays: 14 }, ['till 1', 'price 1']],
  [{ tag: 'trust' }, ['till 1']],
  [{ isNew: true }, ['price 1']],
  [{ only: { ids: [till.id], why: 'First heard lately' } }, ['till 2']],
  [{ room: 'both' as const, sinceDays: 7 }, []],
])('filters by %j', (filters, needs) => {
  expect(listed(filters)[0]).toEqual(needs);
});

it('says from how many of the people it counts', () => {
  expect(listed({ sinceDays: 14 })[2]).toBe('0 recurring, 2 weaker, from 2 of 3 people');
});

it('searches names, quotes and tags', () => {
  expect(listed({}, 'PRICE')[0]).toEqual(['price 1']);
  expect(listed({}, '#trust')[0]).toEqual(['till 2']);
});

it('offers what there is to choose, with how many interviews each holds', () => {
  expect(roomChoices(study).map((one) => [one.label, one.count])).toEqual([
    ['both', 1],
    ['PM only', 1],
    ['without the PM', 1],
  ]);
  expect(sinceChoices(study).map((one) => one.count)).toEqual([1, 2, 2]);
  expect(fieldChoices(study)).toEqual([
    {
      name: 'Segment',
      values: [
        { value: 'Bars', label: 'Bars', count: 2 },
        { value: '', label: 'No segment', count: 1 },
      ],
    },
  ]);
  expect(tagChoices(study)).toEqual([{ value: 'trust', label: '#trust', count: 1 }]);
});
