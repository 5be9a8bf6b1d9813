import { expect, it } from 'vitest';
import { InterviewId, OriginalHash } from '../../shared/ids.ts';
import { recentPlacesStore } from './recent-places.ts';

const interviewId = InterviewId.parse('i1');
const original = OriginalHash.parse('0'.repeat(64));

it('keeps the latest first, each place once, whatever words of it were looked at', () => {
  const { remember } = recentPlacesStore.getState();
  remember({ place: 'needs' });
  remember({ place: 'interview', interviewId, focus: { original, start: 3 } });
  remember({ place: 'needs' });
  remember({ place: 'interview', interviewId, focus: { original, start: 9 } });
  expect(recentPlacesStore.getState().places).toEqual([
    { place: 'interview', interviewId },
    { place: 'needs' },
  ]);
});

it('forgets the oldest', () => {
  const { remember } = recentPlacesStore.getState();
  for (let n = 0; n < 20; n += 1) remember({ place: 'live', interviewId: InterviewId.parse(`i${n}`) });
  expect(recentPlacesStore.getState().places).toHaveLength(12);
  expect(recentPlacesStore.getState().places.at(-1)).toEqual({ place: 'live', interviewId: 'i8' });
});
