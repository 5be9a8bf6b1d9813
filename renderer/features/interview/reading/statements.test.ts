import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterviewId, NeedId, OriginalHash, ParticipantId, StatementId } from '../../../../shared/ids.ts';
import type { Need, NeedStatus, Quote } from '../../../../shared/needs/need.ts';
import { aNeed, aQuote } from '../../../../shared/needs/testing/needs.ts';
import { type Turn, transcriptText, turnOffsets } from '../../../../shared/transcripts/transcript.ts';
import { type Statement, statementsByTurn, statementsIn, turnAt } from './statements.ts';

const interviewId = InterviewId.parse('rowan');
const original = OriginalHash.parse('a'.repeat(64));

function quote(start: number, end: number, other: Partial<Quote> = {}): Quote {
  return aQuote({
    id: StatementId.parse(`s-${start}-${end}`),
    interviewId,
    original,
    start,
    end,
    startMs: null,
    endMs: null,
    speaker: null,
    text: '',
    participantId: ParticipantId.parse('p'),
    participant: 'Rowan',
    inRoom: [],
    ...other,
  });
}

function spoken(text: string): Turn {
  return { speaker: null, startMs: null, endMs: null, text, cues: [] };
}

function need(id: string, parts: Partial<Need>, status: NeedStatus = 'accepted'): Need {
  return aNeed({
    id: NeedId.parse(id),
    status,
    label: `need ${id}`,
    quotes: [],
    people: 0,
    stances: [],
    ...parts,
  });
}

describe('statementsIn', () => {
  it('takes what was found in this transcript, in the order of the words', () => {
    const found = statementsIn(
      [
        need('a', { quotes: [quote(40, 50)], requests: [quote(5, 9)], against: [quote(20, 22)] }),
        need('b', { quotes: [quote(0, 3), quote(1, 2, { interviewId: InterviewId.parse('elm') })] }),
        need('c', { quotes: [quote(7, 9, { original: OriginalHash.parse('b'.repeat(64)) })] }),
      ],
      interviewId,
      original,
    );
    expect(found.map(({ needId, kind, start }) => [needId, kind, start])).toEqual([
      ['b', 'need', 0],
      ['a', 'request', 5],
      ['a', 'against', 20],
      ['a', 'need', 40],
    ]);
  });

  it('marks nothing for a dismissed need or a broken quote', () => {
    const needs = [
      need('a', { quotes: [quote(0, 3)] }, 'dismissed'),
      need('b', { quotes: [quote(0, 3, { isBroken: true })] }),
    ];
    expect(statementsIn(needs, interviewId, original)).toEqual([]);
  });
});

describe('statementsByTurn', () => {
  const turns = ['Hello there.', '', 'I need three numbers.', 'Yes.'].map(spoken);
  const offsets = turnOffsets(turns);

  function statement(start: number, end: number): Statement {
    return {
      id: StatementId.parse(`s${start}`),
      kind: 'need',
      needId: NeedId.parse('n'),
      label: 'n',
      start,
      end,
      startMs: null,
      endMs: null,
    };
  }

  it('finds the turn of a span, and the span within it', () => {
    const text = transcriptText(turns);
    const start = text.indexOf('three');
    const byTurn = statementsByTurn(turns, offsets, [statement(start, start + 13)]);
    expect([...byTurn]).toMatchObject([[2, [{ from: 7, to: 20 }]]]);
  });

  it('gives each turn its part of a span that runs over several', () => {
    const byTurn = statementsByTurn(turns, offsets, [statement(6, 17)]);
    expect([...byTurn].map(([turn, [part]]) => [turn, part?.from, part?.to])).toEqual([
      [0, 6, 12],
      [2, 0, 3],
    ]);
  });

  it('cuts from the turns exactly the characters that the span has in the whole text', () => {
    const words = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(150), fc.nat(60), (texts, start, length) => {
        const turns = texts.map((text) => spoken(text.replaceAll('\n', ' ')));
        const whole = transcriptText(turns);
        const byTurn = statementsByTurn(turns, turnOffsets(turns), [statement(start, start + length)]);
        const cut = [...byTurn].map(([turn, [part]]) => turns[turn]?.text.slice(part?.from, part?.to));
        expect(cut.join('')).toBe(whole.slice(start, start + length).replaceAll('\n', ''));
      }),
    );
  });
});

it('finds the turn that holds a character', () => {
  const offsets = [0, 10, 10, 25];
  expect([0, 9, 10, 24, 25, 99].map((at) => turnAt(offsets, at))).toEqual([0, 0, 2, 2, 3, 3]);
  expect(turnAt([], 5)).toBe(0);
});
