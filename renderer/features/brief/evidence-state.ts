// What an evidence block shows, from what the host answered about needs.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedId } from '../../../shared/ids.ts';
import { type Need, needUnder } from '../../../shared/needs/need.ts';
import type { QueryState } from '../../state/query.ts';

export type EvidenceState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly need: Need }
  /** Counted at an earlier time, and not now. `runAt` is when, ISO 8601. */
  | { readonly kind: 'stale'; readonly need: Need; readonly runAt: string | null }
  /** Not counted now, and never in this window. */
  | { readonly kind: 'unknown' }
  /** The workspace has no such need any more. */
  | { readonly kind: 'gone' };

export function evidenceOf(answer: QueryState<NeedsView>, needId: NeedId): EvidenceState {
  if (answer.status === 'loading') return { kind: 'loading' };
  const view = answer.value;
  if (view === undefined) return { kind: 'unknown' };
  const need = needUnder(view.needs, needId);
  if (answer.status === 'ready') return need === undefined ? { kind: 'gone' } : { kind: 'ready', need };
  return need === undefined ? { kind: 'unknown' } : { kind: 'stale', need, runAt: view.run?.at ?? null };
}

/** “Last: 7 of 9 on 23 Nov.” */
export function lastCount(need: Need, runAt: string | null): string {
  const day =
    runAt === null
      ? ''
      : ` on ${new Date(runAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}`;
  return `Last: ${need.people} of ${need.stances.length}${day}.`;
}
