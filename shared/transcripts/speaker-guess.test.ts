import { describe, expect, it } from 'vitest';
import { guessSpeakers } from './speaker-guess.ts';
import type { TranscriptSpeaker } from './transcript.ts';

const ASKER: TranscriptSpeaker = { name: 'Priya Raman', turns: 80, words: 900, questions: 50 };
const SECOND: TranscriptSpeaker = { name: 'Tomás Vega', turns: 20, words: 200, questions: 12 };
const ANSWERER: TranscriptSpeaker = { name: 'Maria Oduya', turns: 85, words: 1_900, questions: 6 };

describe('guessing who was interviewed', () => {
  it('knows the team by name, whatever the case and the accents', () => {
    expect(guessSpeakers([ASKER, SECOND, ANSWERER], ['PRIYA raman', 'Tomas Vega'])).toEqual([
      { name: 'Priya Raman', guess: 'team', isCertain: true, reason: 'known-team-name' },
      { name: 'Tomás Vega', guess: 'team', isCertain: true, reason: 'known-team-name' },
      { name: 'Maria Oduya', guess: 'participant', isCertain: true, reason: 'only-one-left' },
    ]);
  });

  it('knows a first name only while it fits one person of the team', () => {
    const speakers = [{ ...ASKER, name: 'Priya' }, ANSWERER];
    expect(guessSpeakers(speakers, ['Priya Raman'])[0]?.reason).toBe('known-team-name');
    expect(guessSpeakers(speakers, ['Priya Raman', 'Priya Shah'])[0]?.reason).toBe('asks-most');
  });

  it('reads names written last name first, or with a company', () => {
    const [guess] = guessSpeakers([{ ...ASKER, name: 'Raman, Priya (Tidemark)' }, ANSWERER], ['Priya Raman']);
    expect(guess?.reason).toBe('known-team-name');
  });

  it('goes by questions when no name is known', () => {
    expect(guessSpeakers([ASKER, SECOND, ANSWERER])).toEqual([
      { name: 'Priya Raman', guess: 'team', isCertain: true, reason: 'asks-most' },
      { name: 'Tomás Vega', guess: 'team', isCertain: true, reason: 'asks-most' },
      { name: 'Maria Oduya', guess: 'participant', isCertain: true, reason: 'answers-most' },
    ]);
  });

  it('is not certain when everybody asks alike', () => {
    const guesses = guessSpeakers([ANSWERER, { ...ANSWERER, name: 'Someone Else', words: 1_800 }]);
    expect(guesses.map(({ isCertain }) => isCertain)).toEqual([false, false]);
  });

  it('takes roles for what they say', () => {
    const guesses = guessSpeakers([
      { ...ANSWERER, name: 'Interviewer' },
      { ...ASKER, name: 'Participant 4' },
    ]);
    expect(guesses.map(({ guess }) => guess)).toEqual(['team', 'participant']);
  });

  it('guesses nothing for nobody', () => {
    expect(guessSpeakers([], ['Priya Raman'])).toEqual([]);
    expect(guessSpeakers([ANSWERER])).toEqual([
      { name: 'Maria Oduya', guess: 'participant', isCertain: false, reason: 'nobody-else' },
    ]);
  });
});
