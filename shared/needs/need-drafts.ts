// What is known of each need while the log of decisions is read, and the moves of evidence between needs. In which order
// decisions count, and what each of them does, is in fold-decisions.ts.
import type { NeedId } from '../ids.ts';
import type { DecidedNeed, Placement } from './decided-need.ts';
import { evidenceKey, type NeedDecision, type PinnedEvidence, type PlacedEvidence } from './decision.ts';
import type { knowledge } from './decision-order.ts';
import type { Worded } from './need.ts';

/** Whether the author of the second decision knew of the first. */
export type Knew = ReturnType<typeof knowledge>;

/** What is known of a need while the log is read. */
export interface NeedDraft
  extends Pick<
    DecidedNeed,
    | 'id'
    | 'pinned'
    | 'seen'
    | 'description'
    | 'places'
    | 'pair'
    | 'mergedInto'
    | 'mergedFrom'
    | 'splitFrom'
    | 'dismissedWith'
  > {
  readonly names: readonly Worded[];
  /** What it was called when it was dismissed: shown only while nobody took it up under another label. */
  readonly dismissedAs: Pick<PinnedEvidence, 'label' | 'subtitle'>;
  readonly placed: Map<string, Placement>;
  readonly pinnedQuotes: Map<string, Placement>;
  readonly takenOut: Set<string>;
  readonly rejectedAgainst: Set<string>;
}

export class NeedDrafts {
  readonly #byId = new Map<NeedId, NeedDraft>();

  get(id: NeedId): NeedDraft {
    const known = this.#byId.get(id);
    if (known) return known;
    const fresh: NeedDraft = {
      id,
      names: [],
      description: null,
      places: [],
      pinned: { label: '', subtitle: '', statements: [], requests: [] },
      seen: [],
      placed: new Map(),
      pinnedQuotes: new Map(),
      takenOut: new Set(),
      rejectedAgainst: new Set(),
      pair: null,
      mergedInto: null,
      mergedFrom: [],
      splitFrom: null,
      dismissedWith: [],
      dismissedAs: { label: '', subtitle: '' },
    };
    this.#byId.set(id, fresh);
    return fresh;
  }

  set(id: NeedId, parts: Partial<NeedDraft>): void {
    this.#byId.set(id, { ...this.get(id), ...parts });
  }

  all(): NeedDraft[] {
    return [...this.#byId.values()];
  }

  /** The need that this one is part of by now, itself if it is its own. */
  rootOf(id: NeedId): NeedId {
    let root = id;
    for (let next = this.get(root).mergedInto; next !== null; next = this.get(root).mergedInto) root = next;
    return root;
  }

  /** The need and everything that is part of it by now. */
  family(id: NeedId): NeedDraft[] {
    const root = this.rootOf(id);
    return this.all().filter((draft) => this.rootOf(draft.id) === root);
  }
}

/** Merging what is one already, as when two merged the same two apart, changes nothing. */
export function merge(
  needs: NeedDrafts,
  { id, needId, fromId }: Extract<NeedDecision, { kind: 'merge' }>,
): void {
  const into = needs.rootOf(needId);
  const from = needs.rootOf(fromId);
  if (into === from) return;
  needs.set(from, { mergedInto: into });
  needs.set(into, { mergedFrom: [...needs.get(into).mergedFrom, { needId: from, decisionId: id }] });
}

/** Puts words or a note where the decision says. What others put into the need apart stands behind it. */
export function place(
  need: NeedDraft,
  quotes: readonly PlacedEvidence[],
  decision: NeedDecision,
  knew: Knew,
  before: readonly NeedDraft[] = [need],
): void {
  for (const placed of quotes) {
    const key = evidenceKey(placed);
    const others = before.flatMap((part) => part.placed.get(key) ?? []);
    for (const part of before) part.placed.delete(key);
    need.takenOut.delete(key);
    need.placed.set(key, holding(placed, decision, others, knew));
  }
}

/** Pins it in the need, as `place` puts it there. */
export function pin(
  need: NeedDraft,
  quotes: readonly PlacedEvidence[],
  decision: NeedDecision,
  knew: Knew,
): void {
  for (const placed of quotes) {
    const key = evidenceKey(placed);
    const others = need.pinnedQuotes.get(key);
    need.takenOut.delete(key);
    need.pinnedQuotes.set(key, holding(placed, decision, others ? [others] : [], knew));
  }
}

function holding(
  placed: PlacedEvidence,
  { id, by }: NeedDecision,
  others: readonly Placement[],
  knew: Knew,
): Placement {
  const apart = others.flatMap(allOf).filter(({ decisionId }) => !knew(decisionId, id));
  return { placed, by, decisionId: id, ...(apart.length > 0 && { apart }) };
}

/** Everybody who holds it there, oldest first. */
function allOf({ apart = [], ...own }: Placement): Placement[] {
  return [...apart, own];
}

/**
 * Out of the need and of all that was merged into it by then. What another put or pinned there apart stays: whoever
 * takes out takes out what they saw.
 */
export function takeOut(
  needs: NeedDrafts,
  decision: NeedDecision,
  keys: readonly string[],
  knew: Knew,
): void {
  for (const part of needs.family(decision.needId)) {
    drop(part.placed, decision, keys, knew);
    drop(part.pinnedQuotes, decision, keys, knew);
    for (const key of keys) part.takenOut.add(key);
  }
}

/** Takes away what the decision's author knew of. */
export function drop(
  places: Map<string, Placement>,
  decision: NeedDecision,
  keys: readonly string[],
  knew: Knew,
): void {
  for (const key of keys) {
    const there = places.get(key);
    if (there === undefined) continue;
    const apart = allOf(there).filter(({ decisionId }) => !knew(decisionId, decision.id));
    const last = apart.pop();
    if (last === undefined) places.delete(key);
    else places.set(key, { ...last, ...(apart.length > 0 && { apart }) });
  }
}
