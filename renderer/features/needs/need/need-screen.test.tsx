import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { NoteId, ParticipantId, PersonId } from '../../../../shared/ids.ts';
import type { Need, NotedEvidence } from '../../../../shared/needs/need.ts';
import { aNeed, aQuote } from '../../../../shared/needs/testing/needs.ts';
import { needA, needB, statement } from '../../../../shared/needs/testing/statements.ts';
import { mountWithHost } from '../../../testing/mount-with-host.tsx';
import { NeedScreen } from './need-screen.tsx';

const quote = (id: string, participant: string, parts = {}) =>
  aQuote({
    ...statement(id, `i-${participant}`),
    participantId: ParticipantId.parse(participant),
    participant,
    ...parts,
  });

const noted: NotedEvidence = {
  key: 'note:n1',
  noteId: NoteId.parse('n1'),
  interviewId: statement('s1', 'i-Rowan').interviewId,
  author: PersonId.parse('tomas'),
  role: 'engineer',
  atMs: 61_000,
  text: 'counts it twice',
  tags: ['need'],
  verdict: 'for',
  participantId: ParticipantId.parse('Rowan'),
  participant: 'Rowan',
  placedBy: null,
  isChanged: false,
};

const need = (parts: Partial<Need> = {}): Need =>
  aNeed({
    status: 'accepted',
    quotes: [quote('s1', 'Alder'), quote('s2', 'Hazel'), quote('s3', 'Linden')],
    requests: [quote('r1', 'Alder')],
    people: 3,
    peopleAsking: 1,
    ...parts,
  });

async function mount(shown: Need) {
  const done = () => ({ decisionId: 'd1' });
  return mountWithHost(<NeedScreen needId={needA} />, {
    answers: {
      'needs.list': () => ({
        needs: [
          shown,
          aNeed({
            id: needB,
            label: 'Hand over the order',
            status: 'accepted',
            quotes: [quote('o1', 'Rowan')],
          }),
        ],
        run: null,
        notInRun: [],
        interviewsWithWords: 3,
        peopleForRecurring: 2,
        otherLanguages: [],
        extraction: { kind: 'idle' },
      }),
      'needs.look': () => null,
      'needs.split': () => ({ decisionId: 'd1', needId: needB }),
      'needs.moveQuote': done,
      'needs.markQuote': done,
      'needs.pinQuote': done,
      'needs.removeQuote': done,
      'needs.rejectAgainst': done,
      'needs.pair': done,
      'needs.settle': done,
      'needs.merge': done,
    },
  });
}

const voices = async () =>
  within(await screen.findByRole('list', { name: 'Voices for' })).getAllByRole('listitem');

it('splits chosen quotes off, and moves the current one, by keys', async () => {
  const host = await mount(need());
  const [first] = await voices();
  first?.focus();
  await userEvent.keyboard('xjxs');
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'What these people need' }),
    'Apart{Enter}',
  );
  expect(host.asked('needs.split')).toEqual([{ id: needA, quoteIds: ['s1', 's2'], label: 'Apart' }]);
  (await voices())[2]?.focus();
  await userEvent.keyboard('v');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Search needs' }), 'hand{Enter}');
  expect(host.asked('needs.moveQuote')).toEqual([{ id: needA, toId: needB, quoteIds: ['s3'] }]);
  expect(await screen.findByText('Moved to “Hand over the order”. 2 people there.')).toBeVisible();
});

it('marks, pins and takes out, and refuses a candidate without taking anything out', async () => {
  const host = await mount(need({ againstCandidates: [quote('c1', 'Rowan')] }));
  const [first] = await voices();
  first?.focus();
  await userEvent.keyboard('-t{Delete}');
  expect(host.asked('needs.markQuote')).toEqual([{ id: needA, quoteIds: ['s1'], verdict: 'against' }]);
  expect(host.asked('needs.pinQuote')).toEqual([{ id: needA, quoteIds: ['s1'] }]);
  expect(host.asked('needs.removeQuote')).toEqual([{ id: needA, quoteIds: ['s1'] }]);
  await userEvent.click(screen.getByRole('button', { name: /^Does not/ }));
  expect(host.asked('needs.rejectAgainst')).toEqual([{ id: needA, quoteIds: ['c1'] }]);
  expect(host.asked('needs.removeQuote')).toHaveLength(1);
});

it('says how far to trust it: doubts, the closest quotes, how sure, and which quotes are broken', async () => {
  const quotes = [quote('s1', 'Alder', { isBroken: true }), quote('s2', 'Hazel')] as const;
  await mount(
    need({
      quotes,
      closest: [quotes[0], quotes[1]],
      confidence: 0.7,
      model: 'earshot-exchange-v1 abc',
      doubts: [
        { kind: 'one-person', participant: 'Alder', quotes: 5, of: 7 },
        { kind: 'led', people: 1, of: 2, questions: { s2: 'So you want it shorter?' } },
      ],
    }),
  );
  expect(await screen.findByText('Most of it is one person: Alder said 5 of the 7 quotes.')).toBeVisible();
  expect(screen.getByText('You asked for this first: So you want it shorter?')).toBeVisible();
  expect(screen.getByText('No longer matches the transcript')).toBeVisible();
  expect(screen.getByText(/^Fairly sure: it is found again in 70 %/)).toBeVisible();
});

it('shows a note as a note: who noted it, in no quotation marks and not among the voices', async () => {
  await mount(
    need({
      quotes: [],
      people: 0,
      requests: [],
      noted: [noted],
      peopleNoted: 1,
      doubts: [{ kind: 'notes-only' }],
    }),
  );
  const list = await screen.findByRole('list', { name: 'Noted' });
  expect(within(list).getByText(/^counts it twice/)).toBeVisible();
  expect(within(list).getByText(/noted by/)).toBeVisible();
  expect(list.querySelector('blockquote')).toBeNull();
  expect(screen.getByText('It rests on notes alone. Nobody’s own words are behind it yet.')).toBeVisible();
});

it('asks which of a merge and a split made apart holds', async () => {
  const host = await mount(need({ questions: [{ kind: 'merge-or-split', mergeId: 'd1', splitId: 'd2' }] }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep both' }));
  expect(host.asked('needs.settle')).toEqual([{ id: needA, mergeId: 'd1', splitId: 'd2', keep: 'both' }]);
});

it('counts the pair over people, and keeps what is corrected', async () => {
  const asked = { quote: quote('r1', 'Alder'), text: null };
  const host = await mount(need({ pair: { asked, needs: { quote: null, text: null }, by: null } }));
  expect(await screen.findByText(/^1 asked for something else; 3 need/)).toBeVisible();
  await userEvent.keyboard('e');
  await userEvent.type(await screen.findByRole('textbox', { name: 'They asked for' }), 'a dashboard');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(host.asked('needs.pair')).toEqual([
    {
      id: needA,
      asked: { quoteId: 'r1', text: 'a dashboard' },
      needs: { quoteId: null, text: 'Three numbers every Monday' },
    },
  ]);
});
