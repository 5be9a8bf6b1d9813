// Everything that screens show of needs: the last run, people's decisions, interviews and notes put together.
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { NeedId, PersonId } from '../../../shared/ids.ts';
import { buildNeeds } from '../../../shared/needs/build-needs.ts';
import type { DecidedNeed } from '../../../shared/needs/decided-need.ts';
import { evidenceKey } from '../../../shared/needs/decision.ts';
import { foldDecisions } from '../../../shared/needs/fold-decisions.ts';
import type { FoundNeed } from '../../../shared/needs/found-need.ts';
import { peopleForRecurring } from '../../../shared/needs/need.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { StoredRun } from '../extraction/stored-run.ts';
import type { HostContext } from '../host-context.ts';
import type { CutCache } from './cut-cache.ts';
import { heardEntries } from './heard-interviews.ts';
import { readStudy } from './read-study.ts';

export async function buildView(
  context: HostContext,
  run: StoredRun | null,
  cutCache: CutCache,
): Promise<Omit<NeedsView, 'extraction'>> {
  const facts = context.workspace().facts();
  const decided = foldDecisions(facts.decisions);
  const needs = run?.needs ?? [];
  const cuts = await cutCache.cuts(await heardEntries(context), statementsOf(needs, decided));
  const seen = new Set(run?.interviews ?? []);
  const study = await readStudy(context, seen, (entry) => cuts.get(entry.id) ?? (() => null));
  const looked = lookedAt(facts, context.settings.value.me.id);
  return {
    needs: buildNeeds(needs, decided, study, { model: run?.model ?? null, looked }),
    run: run && { at: run.at, model: run.model, interviews: run.interviews.length, seconds: run.seconds },
    notInRun: [...cuts.keys()].filter((id) => !seen.has(id)),
    interviewsWithWords: cuts.size,
    peopleForRecurring: peopleForRecurring(cuts.size),
  };
}

/** Every statement that may be shown. */
function statementsOf(
  found: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
): StatementRef[] {
  const statements = found.flatMap((need) => [
    ...need.statements,
    ...need.requests,
    ...(need.againstCandidates ?? []),
  ]);
  for (const need of decided.values()) {
    statements.push(...need.pinned.statements, ...need.pinned.requests);
    for (const { placed } of [...need.placed.values(), ...need.pinnedQuotes.values()]) {
      if (placed.kind === 'words') statements.push(placed.statement);
    }
    if (need.pair === null || need.pair === 'broken') continue;
    for (const { statement } of [need.pair.asked, need.pair.needs]) if (statement) statements.push(statement);
  }
  return statements;
}

/** What a person saw of each need: when they looked, and when they decided. */
function lookedAt(facts: WorkspaceFacts, me: PersonId): Map<NeedId, ReadonlySet<string>> {
  const looked = new Map<NeedId, Set<string>>();
  const saw = (needId: NeedId, keys: readonly string[]): void => {
    const before = looked.get(needId) ?? new Set();
    for (const key of keys) before.add(key);
    looked.set(needId, before);
  };
  for (const { by, needId, seen } of facts.looked) if (by === me) saw(needId, seen);
  for (const decision of facts.decisions) {
    if (decision.by !== me || !('pinned' in decision)) continue;
    for (const { pinned } of [decision, ...(decision.alsoPinned ?? [])]) {
      saw(
        decision.needId,
        [...pinned.statements, ...pinned.requests].map(({ id }) => id),
      );
    }
    if ('quotes' in decision) {
      // Whoever moves words has seen them where they come from and where they go.
      const keys = decision.quotes.map(evidenceKey);
      const to =
        decision.kind === 'moveQuote' ? decision.toId : decision.kind === 'split' ? decision.newId : null;
      saw(decision.needId, keys);
      if (to !== null) saw(to, keys);
    }
  }
  return looked;
}
