import { describe, expect, it } from 'vitest';
import { clean, exchangeText, exchangeWords } from './encoder-inputs.ts';
import type { Segment } from './segment.ts';

function segment(at: number, participant: string | null, text: string): Segment {
  return {
    at,
    participant,
    text,
    speaker: participant,
    start: 0,
    end: text.length,
    startMs: null,
    endMs: null,
  };
}

describe('clean', () => {
  it('drops fillers and doubled words, and folds white space', () => {
    expect(clean('Um, I I never,  uh, know\nwhere it it it went, hmm.')).toBe(
      'I never, know where it went, .',
    );
  });

  it('straightens apostrophes', () => {
    expect(clean('It’s late')).toBe("It's late");
  });

  it('leaves a text of nothing but fillers as it is', () => {
    expect(clean('Um.')).toBe('Um.');
    expect(clean('mm')).toBe('mm');
  });
});

describe('exchangeText', () => {
  const talk = [
    segment(0, null, 'one two three'),
    segment(1, 'P', 'four five'),
    segment(2, 'P', 'it broke'),
    segment(3, null, 'six seven'),
    segment(4, 'P', 'eight nine ten'),
  ];

  it('puts the nearest words before and after the statement, in time order and with their roles', () => {
    expect(exchangeText(talk, 2, 4)).toBe(
      'it broke [SEP] interviewer: two three participant: four five [SEP] interviewer: six seven participant: eight nine',
    );
  });

  it('leaves a side empty at the ends of an interview', () => {
    expect(exchangeText(talk, 0, 2)).toBe('one two three [SEP]  [SEP] participant: four five');
  });

  it('gives its words back without the marks', () => {
    expect(
      exchangeWords(exchangeText(talk, 2, 2))
        .split(/\s+/)
        .join(' '),
    ).toBe('it broke four five six seven');
  });
});
