import { expect, it } from 'vitest';
import { NeedId } from '../ids.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import { knownNeeds } from './known-needs.ts';
import { reconcileIds } from './reconcile.ts';
import { ines, needA, pinned, statement } from './testing/statements.ts';

const group = (count: number) => ({
  statements: Array.from({ length: count }, (_, index) => statement(`s${index}`)),
});

it('recognises a dismissed need in run after run, however far it has grown since', () => {
  const decided = foldDecisions([
    Decision.parse({
      id: 'd1',
      at: '2026-11-25T10:00:00.000Z',
      by: ines,
      kind: 'dismiss',
      needId: needA,
      pinned: pinned('s0', 's1', 's2'),
    }),
  ]);
  let last = [{ id: needA, ...group(3) }];
  for (const size of [6, 12, 24]) {
    const groups = [group(size)];
    const ids = reconcileIds(groups, knownNeeds(decided, last), () => NeedId.parse('new'));
    expect(ids).toEqual([needA]);
    last = [{ id: needA, ...group(size) }];
  }
});
