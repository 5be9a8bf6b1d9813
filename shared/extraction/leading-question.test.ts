import { describe, expect, it } from 'vitest';
import { leadingQuestion } from './leading-question.ts';
import type { Segment } from './segment.ts';

function talk(...lines: readonly (readonly [participant: string | null, text: string])[]): Segment[] {
  return lines.map(([participant, text], at) => ({
    at,
    speaker: participant ?? 'Interviewer',
    participant,
    start: at * 100,
    end: at * 100 + text.length,
    startMs: null,
    endMs: null,
    text,
  }));
}

const WISH = 'Yes, a weekly email with the numbers would save me a lot of work.';

describe('leadingQuestion', () => {
  it('names the closed question that held the ask', () => {
    const segments = talk([null, 'Right. Would a weekly email with your numbers help?'], ['A', WISH]);
    expect(leadingQuestion(segments, 1)).toBe('Would a weekly email with your numbers help?');
  });

  it('also reads what a recogniser wrote without marks', () => {
    const segments = talk([null, 'so you would like a weekly email with numbers'], ['A', WISH]);
    expect(leadingQuestion(segments, 1)).not.toBeNull();
  });

  it('reaches the statements that follow in the same answer, but not far', () => {
    const question = [null, 'Do you want the numbers in an email every week?'] as const;
    const segments = talk(question, ['A', 'Oh yes.'], ['A', WISH], ['A', 'Well.'], ['A', WISH]);
    expect(leadingQuestion(segments, 2)).not.toBeNull();
    expect(leadingQuestion(segments, 4)).toBeNull();
  });

  it.each([
    ['an open question', 'What would a weekly email with your numbers change?'],
    ['a closed question about something else', 'Is the office still in the old building?'],
    ['no question', 'Thanks, that helps.'],
  ])('leaves %s alone', (_, question) => {
    expect(leadingQuestion(talk([null, question], ['A', WISH]), 1)).toBeNull();
  });

  it('has nothing to say of the first words, of the team and of another participant', () => {
    expect(leadingQuestion(talk(['A', WISH]), 0)).toBeNull();
    expect(leadingQuestion(talk([null, 'Would you like an email?']), 0)).toBeNull();
    const two = talk([null, 'Would a weekly email with numbers help?'], ['B', 'No.'], ['A', WISH]);
    expect(leadingQuestion(two, 2)).toBeNull();
  });
});
