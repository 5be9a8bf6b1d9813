import { expect, it } from 'vitest';
import type { Turn } from '../../../shared/transcripts/transcript.ts';
import { guessIdentity, speakersOfTurns } from './speakers-of-turns.ts';

function turn(speaker: string | null, text: string): Turn {
  return { speaker, startMs: null, endMs: null, text, cues: [] };
}

const turns = [
  turn('Ines', 'Which numbers do you look at?'),
  turn('R. Okafor', 'Takings.'),
  turn(null, 'Noise.'),
  turn('R. Okafor', 'And the waste, before the order goes in.'),
];

it('counts what each name said, in the order of their first words', () => {
  expect(speakersOfTurns(turns)).toEqual([
    { name: 'Ines', turns: 1, words: 6, questions: 1, sample: 'Which numbers do you look at?' },
    {
      name: 'R. Okafor',
      turns: 2,
      words: 9,
      questions: 0,
      sample: 'And the waste, before the order goes in.',
    },
  ]);
});

it('guesses who asks and who answers', () => {
  const guesses = guessIdentity(speakersOfTurns(turns), []);
  expect([...guesses]).toEqual([
    ['Ines', { kind: 'team' }],
    ['R. Okafor', { kind: 'participant' }],
  ]);
});
