// The one act the workspace waits for, in the order of screens.md 6.a: words missing, needs not computed, suggestions
// that nobody decided on. Null when it waits for nothing.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { NeedsView } from '../../../shared/contract/needs.ts';

export type NextAct =
  | { readonly kind: 'words-missing'; readonly interview: InterviewSummary }
  | { readonly kind: 'compute'; readonly interviews: readonly InterviewSummary[] }
  | { readonly kind: 'decide'; readonly suggestions: number };

export function nextAct(rows: readonly InterviewSummary[], needs: NeedsView): NextAct | null {
  const missing = rows.find((row) => row.progress === 'words-missing');
  if (missing) return { kind: 'words-missing', interview: missing };
  const unread = rows.filter((row) => needs.notInRun.includes(row.id));
  if (unread.length > 0 && needs.interviewsWithWords >= 2 && needs.extraction.kind !== 'running') {
    return { kind: 'compute', interviews: unread };
  }
  const suggestions = needs.needs.filter((need) => need.status === 'suggested' && need.isRecurring).length;
  return suggestions > 0 ? { kind: 'decide', suggestions } : null;
}
