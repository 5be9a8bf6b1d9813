import { describe, expect, it } from 'vitest';
import { restrict, score } from './score-needs.mjs';

const TELLINGS = [
  'alpha bravo charlie delta echo',
  'foxtrot golf hotel india juliet',
  'kilo lima mike november oscar',
  'papa quebec romeo sierra tango',
];

function span(person: number, text: string, start: number) {
  return { interview: `0${person}.vtt`, speaker: `P${person}`, start, end: start + 5, text };
}

const evidence = TELLINGS.map((text, i) => ({ ...span(i + 1, text, 10), id: `e${i}` }));
const oneOff = { ...span(3, 'dark mode would be lovely at night', 70), id: 'o' };
const request = { ...span(1, 'please give me one big shiny dashboard', 50), id: 'r', need: 'N01' };
const gold = {
  format: 'needs-gold/1',
  suite: 'unit',
  interviewers: [{ name: 'Host', role: 'pm' }],
  interviews: [1, 2, 3, 4].map((i) => ({ file: `0${i}.vtt` })),
  needs: [
    {
      id: 'N01',
      title: 'first',
      keywords: ['weekly numbers'],
      participants: ['P1', 'P2', 'P3', 'P4'],
      evidence,
    },
  ],
  requests: [request],
  counter_statements: [],
  one_offs: [oneOff],
  distractors: [],
};

function group(label: string, spans: readonly ReturnType<typeof span>[]) {
  return { label, quotes: [...spans], participants: [...new Set(spans.map(({ speaker }) => speaker))] };
}

describe('the score', () => {
  it('is one for a perfect prediction', () => {
    const { metrics } = score(gold, [group('The weekly numbers', [...evidence, request])]);
    expect(metrics).toMatchObject({
      need_f1: 1,
      evidence_f1: 1,
      participant_count_error: 0,
      label_hit_rate: 1,
      request_linked: 1,
      one_offs_grouped: 0,
    });
  });

  it('is zero for no prediction', () => {
    expect(score(gold, []).metrics).toMatchObject({ need_f1: 0, participant_count_error: null });
  });

  it('asks for half of the people who hold a need', () => {
    expect(score(gold, [group('Numbers', evidence.slice(0, 2))]).metrics.need_recall).toBe(1);
    expect(score(gold, [group('Numbers', evidence.slice(0, 1))]).metrics.need_recall).toBe(0);
  });

  it('counts a group of something else against precision, and a one-off that was grouped', () => {
    const { metrics } = score(gold, [group('Numbers', evidence), group('Dark mode', [oneOff])]);
    expect(metrics).toMatchObject({ need_recall: 1, need_precision: 0.5, one_offs_grouped: 1 });
  });

  it('drops a need from the gold when fewer than three of its people are left', () => {
    expect(restrict(gold, ['01.vtt', '02.vtt', '03.vtt']).needs).toHaveLength(1);
    expect(() => restrict(gold, ['01.vtt', '02.vtt'])).toThrow('no need has 3 participants left');
  });
});
