import { expect, it } from 'vitest';
import { InterviewId } from '../../../shared/ids.ts';
import { guessTarget, type PossibleTarget } from './guess-target.ts';

const id = (text: string) => InterviewId.parse(text);

function interview(name: string, other: Partial<PossibleTarget> = {}): PossibleTarget {
  return {
    id: id(name.toLowerCase()),
    names: [name],
    hasWords: false,
    hasNotes: true,
    atMs: null,
    lengthMs: null,
    ...other,
  };
}

const rowan = interview('Rowan', { names: ['Rowan', 'R. Okafor'] });
const maple = interview('Maple');
const nobody = { asked: null, taken: new Set<InterviewId>() };

it('takes the interview that was asked for', () => {
  const guess = guessTarget({ fileName: 'rowan.vtt', speakers: [] }, [rowan, maple], {
    ...nobody,
    asked: id('maple'),
  });
  expect(guess).toEqual({ interviewId: 'maple', because: 'asked' });
});

it.each([
  ['GMT20261124-083012_Rowan.transcript.vtt', []],
  ['call with ROWÁN.txt', []],
  ['zoom.vtt', ['Ines Carvalho', 'R. Okafor']],
])('finds the participant in %s with %j', (fileName, speakers) => {
  expect(guessTarget({ fileName, speakers }, [rowan, maple], nobody)).toEqual({
    interviewId: 'rowan',
    because: 'name',
  });
});

it('does not take a part of a word, an initial or the ending of the file for a name', () => {
  const people = [interview('Ash'), interview('R', { names: ['R.'] }), interview('Vtt')];
  expect(guessTarget({ fileName: 'R-dashboard.vtt', speakers: [] }, people, nobody).interviewId).toBeNull();
});

it('proposes the only interview whose notes wait for words', () => {
  const planned = interview('Elm', { hasNotes: false });
  const done = interview('Hazel', { hasWords: true });
  expect(guessTarget({ fileName: 'zoom.vtt', speakers: [] }, [planned, maple, done], nobody)).toEqual({
    interviewId: 'maple',
    because: 'only-one',
  });
});

it('proposes a new interview where two fit alike, or none does', () => {
  const none = { interviewId: null, because: 'nothing' };
  expect(guessTarget({ fileName: 'zoom.vtt', speakers: [] }, [rowan, maple], nobody)).toEqual(none);
  expect(guessTarget({ fileName: 'Rowan and Maple.vtt', speakers: [] }, [rowan, maple], nobody)).toEqual(
    none,
  );
  expect(guessTarget({ fileName: 'zoom.vtt', speakers: [] }, [], nobody)).toEqual(none);
});

it('never proposes one that has words, nor one that another file goes to', () => {
  const heard = { ...rowan, hasWords: true };
  expect(guessTarget({ fileName: 'rowan.vtt', speakers: [] }, [heard], nobody).interviewId).toBeNull();
  const taken = { asked: id('rowan'), taken: new Set([id('rowan')]) };
  expect(guessTarget({ fileName: 'rowan.vtt', speakers: [] }, [rowan], taken).interviewId).toBeNull();
});

it('finds the call by date and length, and another export of it by its words', () => {
  const at = Date.UTC(2026, 10, 24, 8, 30);
  const called = interview('Elm', { atMs: at, lengthMs: 44 * 60_000 });
  const file = { fileName: 'a.vtt', speakers: [], recordedMs: at + 120_000, lengthMs: 43 * 60_000 };
  expect(guessTarget(file, [rowan, called], nobody)).toEqual({ interviewId: 'elm', because: 'date' });
  const short = { ...file, lengthMs: 60_000 };
  expect(guessTarget(short, [rowan, called], nobody).because).toBe('nothing');
  const heard = { ...rowan, hasWords: true };
  expect(guessTarget({ ...file, newerOf: id('rowan') }, [heard, called], nobody)).toEqual({
    interviewId: 'rowan',
    because: 'version',
  });
});
