import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import {
  InterviewId,
  NeedId,
  OriginalHash,
  ParticipantId,
  PersonId,
  StatementId,
} from '../../../shared/ids.ts';
import type { Need, Quote } from '../../../shared/needs/need.ts';
import { aNeed, aQuote } from '../../../shared/needs/testing/needs.ts';
import type { QueryState } from '../../state/query.ts';
import { EvidenceBlock } from './evidence-block.tsx';
import { evidenceOf } from './evidence-state.ts';

const needId = NeedId.parse('n1');
const ines = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' } as const;

function quote(participant: string, text: string, parts: Partial<Quote> = {}): Quote {
  return aQuote({
    id: StatementId.parse(`${participant}-${text.length}`),
    interviewId: InterviewId.parse(`i-${participant}`),
    original: OriginalHash.parse('a'.repeat(64)),
    start: 5,
    end: 9,
    startMs: 99_000,
    endMs: null,
    speaker: participant,
    text,
    participantId: ParticipantId.parse(participant),
    participant,
    inRoom: [ines.id],
    ...parts,
  });
}

function need(parts: Partial<Need> = {}): Need {
  return aNeed({
    id: needId,
    status: 'accepted',
    label: 'Three numbers every Monday',
    isRenamed: true,
    quotes: [quote('Alder', 'the first'), quote('Alder', 'the second one'), quote('Hazel', 'the third')],
    people: 2,
    stances: ['Alder', 'Hazel', 'Linden'].map((participant, index) => ({
      participantId: ParticipantId.parse(participant),
      interviewId: InterviewId.parse(`i-${participant}`),
      participant,
      stance: index < 2 ? 'for' : 'silent',
    })),
    ...parts,
  });
}

function view(needs: readonly Need[]): NeedsView {
  return {
    needs,
    run: { at: '2026-11-23T10:00:00Z', model: 'm', interviews: 3, seconds: 1 },
    notInRun: [],
    interviewsWithWords: 3,
    peopleForRecurring: 2,
    otherLanguages: [],
    extraction: { kind: 'idle' },
  };
}

const error = { code: 'internal', message: '', retryable: false, details: {} } as const;

function show(answer: QueryState<NeedsView>) {
  const opened = { need: vi.fn(), quote: vi.fn() };
  render(
    <EvidenceBlock
      evidence={evidenceOf(answer, needId)}
      people={[ines]}
      onOpenNeed={opened.need}
      onOpenQuote={opened.quote}
    />,
  );
  return opened;
}

describe('an evidence block', () => {
  it('counts people and shows one quote of each, word for word', () => {
    show({ status: 'ready', value: view([need()]) });
    expect(screen.getByRole('group', { name: 'Live evidence: 2 of 3 people' })).toHaveTextContent(
      '2 of 3 people: Three numbers every Monday',
    );
    expect(
      screen.getAllByRole('figure').map((figure) => figure.querySelector('blockquote')?.textContent),
    ).toEqual(['“the first”', '“the third”']);
  });

  it('shows three quotes at most', () => {
    const quotes = ['A', 'B', 'C', 'D'].map((name) => quote(name, `words of ${name}`));
    show({ status: 'ready', value: view([need({ quotes })]) });
    expect(screen.getAllByRole('figure')).toHaveLength(3);
  });

  it('keeps what was asked for, and who is against, apart from what is needed', () => {
    show({
      status: 'ready',
      value: view([
        need({
          requests: [quote('Alder', 'a dashboard')],
          against: [quote('Linden', 'I would not open it')],
          peopleAsking: 2,
        }),
      ]),
    });
    expect(screen.getByText('Asked for by 2').parentElement).toHaveTextContent('“a dashboard”');
    expect(screen.getByText('Against').parentElement).toHaveTextContent('“I would not open it”');
  });

  it('opens the need, and the place where a quote was said', async () => {
    const opened = show({ status: 'ready', value: view([need()]) });
    await userEvent.click(screen.getByRole('button', { name: 'Three numbers every Monday' }));
    await userEvent.click(screen.getByRole('button', { name: "01:39, open Hazel's transcript here" }));
    expect(opened.need).toHaveBeenCalledWith(expect.objectContaining({ id: needId }));
    expect(opened.quote).toHaveBeenCalledWith(expect.objectContaining({ participant: 'Hazel', start: 5 }));
  });

  it('says that a need is gone', () => {
    show({ status: 'ready', value: view([]) });
    expect(screen.getByText('This need is not here any more.')).toBeVisible();
  });

  it('says that it counts, before the first answer', () => {
    show({ status: 'loading' });
    expect(screen.getByText('Counting people…')).toBeVisible();
  });

  it('keeps its last count and its quotes when it cannot be counted now', () => {
    show({ status: 'failed', error, value: view([need()]) });
    expect(
      screen.getByText('This evidence block cannot be counted now. Last: 2 of 3 on 23 Nov.'),
    ).toBeVisible();
    expect(screen.getAllByRole('figure')).toHaveLength(2);
  });

  it('does not call a need gone that it cannot ask for', () => {
    show({ status: 'failed', error });
    expect(screen.getByText('This evidence block cannot be counted now.')).toBeVisible();
  });
});
