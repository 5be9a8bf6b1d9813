import { expect, it } from 'vitest';
import { InterviewId, NeedId } from '../ids.ts';
import { saturation, saturationSentence } from './saturation.ts';
import { aNeed, aQuote } from './testing/needs.ts';

const heard = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7'].map((id) => InterviewId.parse(id));

function voicedIn(id: string, ...interviews: string[]) {
  const quotes = interviews.map((one) => aQuote({ interviewId: InterviewId.parse(one) }));
  return aNeed({ id: NeedId.parse(id), quotes });
}

it('counts needs that were first heard in the last three interviews', () => {
  const found = saturation([voicedIn('old', 'i1', 'i7'), voicedIn('new', 'i6', 'i5')], heard);
  expect(found).toEqual({ interviews: 3, brought: ['new'] });
  expect(found && saturationSentence(found)).toBe('The last three interviews brought one new need.');
});

it('leaves out weaker signals and what was dismissed', () => {
  const weak = { ...voicedIn('weak', 'i7'), isRecurring: false };
  const dismissed = { ...voicedIn('gone', 'i6', 'i7'), status: 'dismissed' as const };
  const taken = { ...voicedIn('taken', 'i7'), isRecurring: false, status: 'accepted' as const };
  expect(saturation([weak, dismissed, taken], heard)?.brought).toEqual(['taken']);
});

it('says nothing of fewer than six interviews, and that nothing is new', () => {
  expect(saturation([voicedIn('a', 'i1')], heard.slice(0, 5))).toBeNull();
  const none = saturation([voicedIn('a', 'i1')], heard);
  expect(none && saturationSentence(none)).toBe('The last three interviews brought no new need.');
});
