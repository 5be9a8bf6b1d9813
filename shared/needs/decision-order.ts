// Which decision came before which, and which still hold. Knows nothing of what a decision says about a need.
import type { Decision, NeedDecision } from './decision.ts';

/** By time, then by id: an order that every computer finds, and in which nothing stands before what its author knew. */
export function inOrder(decisions: readonly Decision[]): Decision[] {
  const once = new Map(decisions.map((decision) => [decision.id, decision]));
  return [...once.values()].sort((a, b) => (a.at === b.at ? compare(a.id, b.id) : compare(a.at, b.at)));
}

/** Those that hold: not taken back by an undo, and not dropped when two made apart were settled. `ordered` by `inOrder`. */
export function standingDecisions(ordered: readonly Decision[]): NeedDecision[] {
  const gone = new Set<string>();
  // Newest first, so that an undo of an undo is known before what it brings back: one pass is enough.
  for (const decision of ordered.toReversed()) {
    if (gone.has(decision.id)) continue;
    if (decision.kind === 'undo') gone.add(decision.decisionId);
    if (decision.kind === 'settle') for (const id of decision.dropped) gone.add(id);
  }
  return ordered.filter(
    (decision): decision is NeedDecision => decision.kind !== 'undo' && !gone.has(decision.id),
  );
}

/** The newest decisions: those that no other leads back to. What a new decision writes down as `after`. */
export function newestDecisions(decisions: readonly Decision[]): string[] {
  const ordered = inOrder(decisions);
  const lastOld = ordered.findLastIndex((decision) => decision.after === undefined);
  const led = new Set(ordered.flatMap((decision) => decision.after ?? []));
  return ordered
    .filter((decision, index) => index >= lastOld && !led.has(decision.id))
    .map((decision) => decision.id)
    .slice(-MOST_NEWEST);
}

/** As many as the schema takes; there are more only when as many people decided apart. */
const MOST_NEWEST = 64;

/** Answers whether the author of `later` knew of `earlier`. `ordered` by `inOrder`. */
export function knowledge(ordered: readonly Decision[]): (earlier: string, later: string) => boolean {
  const place = new Map(ordered.map((decision, index) => [decision.id, index]));
  return (earlier, later) => {
    const target = place.get(earlier);
    const from = place.get(later);
    if (target === undefined || from === undefined || target >= from) return false;
    const waiting = [from];
    const seen = new Set(waiting);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const after = ordered[at]?.after;
      if (after === undefined) return true; // of an older version: it knew everything before it
      for (const id of after) {
        const next = place.get(id);
        if (next === target) return true;
        if (next === undefined || next < target || next >= at || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return false;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
