// Sorts groups of a run and decided needs into needs: each with the needs that were merged into it as its parts.
import type { NeedId } from '../ids.ts';
import type { DecidedNeed } from './decided-need.ts';
import type { FoundNeed } from './found-need.ts';
import type { OwnEvidence } from './own-evidence.ts';
import { holders, ownEvidence, rootOf } from './own-evidence.ts';

export interface NeedPart {
  readonly id: NeedId;
  readonly found: FoundNeed | undefined;
  readonly decided: DecidedNeed | undefined;
  readonly evidence: OwnEvidence;
}

/** By the id under which a need is shown; its own part first. */
export function needParts(
  found: readonly FoundNeed[],
  decided: ReadonlyMap<NeedId, DecidedNeed>,
): ReadonlyMap<NeedId, readonly NeedPart[]> {
  const foundById = new Map(found.map((need) => [need.id, need]));
  const held = holders(decided);
  const needs = new Map<NeedId, NeedPart[]>();
  // A decision on a need that this run did not find keeps it on the page, with the evidence it was made on.
  for (const id of new Set([...foundById.keys(), ...decided.keys()])) {
    const root = rootOf(id, decided);
    const isHeldElsewhere = (key: string) => {
      const by = held.get(key);
      return by !== undefined && !by.has(root);
    };
    const own = { found: foundById.get(id), decided: decided.get(id) };
    const part = { id, ...own, evidence: ownEvidence(own.found, own.decided, isHeldElsewhere) };
    const parts = needs.get(root) ?? [];
    needs.set(root, id === root ? [part, ...parts] : [...parts, part]);
  }
  return needs;
}

/** What a run called it; once somebody took it up, what it was called then. */
export function suggestedWords({ found, decided }: Pick<NeedPart, 'found' | 'decided'>): {
  readonly label: string;
  readonly subtitle: string;
} {
  const pinned = decided?.isDecided ? decided.pinned : undefined;
  const then = { label: pinned?.label ?? '', subtitle: pinned?.subtitle ?? '' };
  const now = { label: found?.label ?? '', subtitle: found?.subtitle ?? '' };
  const [best, other] = decided?.isHeld ? [then, now] : [now, then];
  return { label: best.label || other.label, subtitle: best.subtitle || other.subtitle };
}
