import type { InterviewSummary } from '../../shared/contract/interviews.ts';
import type { Place } from './place.ts';

/** Opening an interview goes to the furthest step it has reached: guide, notes or words. */
export function placeOfInterview(interview: Pick<InterviewSummary, 'id' | 'progress'>): Place {
  switch (interview.progress) {
    case 'planned':
      return { place: 'prepare', interviewId: interview.id };
    case 'live':
      return { place: 'live', interviewId: interview.id };
    default:
      return { place: 'interview', interviewId: interview.id };
  }
}
