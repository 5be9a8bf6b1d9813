// The one act the workspace waits for, in its order: edits that are not saved or sent, a debrief of today, words missing, needs not computed, suggestions
// that nobody decided on. Null when it waits for nothing.

import { briefDocumentName } from '../../../shared/briefs/brief-document.ts';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import type { BriefEntry } from '../../../shared/workspace/workspace-document.ts';
import type { Visited } from '../../client/visited-interview.ts';

export type NextAct =
  /** Edits of the open workspace that its host has not acknowledged; null where they are of no interview or brief. */
  | { readonly kind: 'unsaved'; readonly of: InterviewSummary | BriefEntry | null }
  /** Words for an interview on another computer, which are kept on this one. */
  | { readonly kind: 'unsent'; readonly visited: Visited }
  | { readonly kind: 'debrief'; readonly interview: InterviewSummary }
  | { readonly kind: 'words-missing'; readonly interview: InterviewSummary }
  | { readonly kind: 'compute'; readonly interviews: readonly InterviewSummary[] }
  | { readonly kind: 'decide'; readonly suggestions: number };

export interface Unsent {
  /** Names of documents. */
  readonly documents: readonly string[];
  readonly briefs: readonly BriefEntry[];
  readonly visits: readonly Visited[];
}

/** What comes before all else: words that are on this computer alone. */
export function unsentAct(rows: readonly InterviewSummary[], unsent: Unsent): NextAct | null {
  const { documents, briefs, visits } = unsent;
  const isIn = (name: string) => documents.includes(name);
  if (documents.length > 0)
    return {
      kind: 'unsaved',
      of:
        rows.find((row) => isIn(interviewDocumentName(row.id))) ??
        briefs.find((brief) => isIn(briefDocumentName(brief.id))) ??
        null,
    };
  const [visited] = visits;
  return visited === undefined ? null : { kind: 'unsent', visited };
}

export function nextAct(
  rows: readonly InterviewSummary[],
  needs: NeedsView,
  me: PersonId,
  now: Date,
): NextAct | null {
  const debrief = rows.find((row) => waitsForDebrief(row, me, now));
  if (debrief) return { kind: 'debrief', interview: debrief };
  const missing = rows.find((row) => row.progress === 'words-missing');
  if (missing) return { kind: 'words-missing', interview: missing };
  const unread = rows.filter((row) => needs.notInRun.includes(row.id));
  if (unread.length > 0 && needs.interviewsWithWords >= 2 && needs.extraction.kind !== 'running') {
    return { kind: 'compute', interviews: unread };
  }
  const suggestions = needs.needs.filter((need) => need.status === 'suggested' && need.isRecurring).length;
  return suggestions > 0 ? { kind: 'decide', suggestions } : null;
}

/** True for somebody who was there and is not done: until midnight, since later it is stale, or while it was put off. */
export function waitsForDebrief(row: InterviewSummary, me: PersonId, now: Date): boolean {
  if (row.endedAt === null || row.notes === 0) return false;
  if (!row.inRoom.includes(me) || row.debriefDoneBy.includes(me)) return false;
  return row.isDebriefLater || new Date(row.endedAt).toDateString() === now.toDateString();
}
