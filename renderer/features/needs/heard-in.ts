import type { InterviewSummary } from '../../../shared/contract/interviews.ts';

/** Interviews that were computed, in the order of their dates. */
export function heardIn(interviews: readonly InterviewSummary[]) {
  return interviews
    .filter((row) => row.progress === 'extracted')
    .sort((a, b) => ((a.plannedAt ?? a.createdAt) < (b.plannedAt ?? b.createdAt) ? -1 : 1))
    .map((row) => row.id);
}
