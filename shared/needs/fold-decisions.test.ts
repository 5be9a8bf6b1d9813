import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import { ines, needA, needB, pinned, tomas } from './testing/statements.ts';

function decision(id: string, second: number, rest: object): Decision {
  return Decision.parse({
    id,
    at: `2026-11-25T10:00:${String(second).padStart(2, '0')}.000Z`,
    by: ines,
    ...rest,
  });
}

describe('folding decisions', () => {
  it('accepts, and keeps the evidence that was seen', () => {
    const need = foldDecisions([
      decision('d1', 1, { kind: 'accept', needId: needA, pinned: pinned('s1', 's2') }),
    ]).get(needA);
    expect(need).toMatchObject({ status: 'accepted', label: null, lastDecisionId: 'd1' });
    expect(need?.pinned.statements.map((one) => one.id)).toEqual(['s1', 's2']);
  });

  it('takes a renamed suggestion up, under the name that a person gave', () => {
    const need = foldDecisions([
      decision('d1', 1, { kind: 'rename', needId: needA, label: 'Three numbers', pinned: pinned('s1') }),
    ]).get(needA);
    expect(need).toMatchObject({ status: 'accepted', label: 'Three numbers', renamedBy: ines });
  });

  it('undoes exactly one decision, and an undo of the undo brings it back', () => {
    const rename = decision('d2', 2, { kind: 'rename', needId: needA, label: 'Mine', pinned: pinned('s1') });
    const log = [decision('d1', 1, { kind: 'accept', needId: needA, pinned: pinned('s1') }), rename];
    const undo = decision('d3', 3, { kind: 'undo', decisionId: 'd2' });
    expect(foldDecisions([...log, undo]).get(needA)).toMatchObject({
      status: 'accepted',
      label: null,
      lastDecisionId: 'd1',
    });
    const redo = decision('d4', 4, { kind: 'undo', decisionId: 'd3' });
    expect(foldDecisions([...log, undo, redo]).get(needA)).toEqual(foldDecisions(log).get(needA));
  });

  it('brings a dismissed need back under its name', () => {
    const log = [
      decision('d1', 1, { kind: 'rename', needId: needA, label: 'Mine', pinned: pinned('s1') }),
      decision('d2', 2, { kind: 'dismiss', needId: needA, pinned: pinned('s1') }),
      decision('d3', 3, { kind: 'restore', needId: needA }),
    ];
    expect(foldDecisions(log).get(needA)).toMatchObject({ status: 'accepted', label: 'Mine' });
    expect(foldDecisions(log.slice(0, 2)).get(needA)).toMatchObject({ status: 'dismissed' });
  });

  it('brings a dismissed need back as what it was: taken up, or a suggestion', () => {
    const accept = decision('d1', 1, { kind: 'accept', needId: needA, pinned: pinned('s1') });
    const dismiss = decision('d2', 2, { kind: 'dismiss', needId: needA, pinned: pinned('s1') });
    const restore = decision('d3', 3, { kind: 'restore', needId: needA });
    expect(foldDecisions([accept, dismiss, restore]).get(needA)?.status).toBe('accepted');
    expect(foldDecisions([dismiss, restore]).get(needA)?.status).toBe('suggested');
    const undo = decision('d4', 4, { kind: 'undo', decisionId: 'd1' });
    expect(foldDecisions([accept, dismiss, restore, undo]).get(needA)?.status).toBe('suggested');
  });

  it('shows the later of two names that two people gave while apart', () => {
    const log = [
      decision('d1', 1, { kind: 'rename', needId: needA, label: 'From Ines', pinned: pinned('s1') }),
      {
        ...decision('d2', 2, { kind: 'rename', needId: needA, label: 'From Tomas', pinned: pinned('s1') }),
        by: tomas,
      },
    ];
    expect(foldDecisions(log).get(needA)?.label).toBe('From Tomas');
    expect(foldDecisions(log.toReversed()).get(needA)?.label).toBe('From Tomas');
  });

  const someDecision = fc.record({
    kind: fc.constantFrom('accept', 'rename', 'dismiss', 'restore', 'undo'),
    needId: fc.constantFrom(needA, needB),
    second: fc.integer({ min: 0, max: 59 }),
    statements: fc.subarray(['s1', 's2', 's3', 's4'], { minLength: 1 }),
    target: fc.integer({ min: 0, max: 20 }),
  });

  it('gives every computer the same answer, in whatever order the decisions arrive, and never loses pinned words', () => {
    fc.assert(
      fc.property(fc.array(someDecision, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (drafts, noise) => {
        const log = drafts.map((draft, index) =>
          decision(`d${index}`, draft.second, {
            kind: draft.kind,
            needId: draft.needId,
            label: `name ${index}`,
            decisionId: `d${draft.target}`,
            pinned: pinned(...draft.statements),
          }),
        );
        const shuffled = log
          .map((one) => ({ one, key: noise.next().value }))
          .sort((a, b) => Number(a.key) - Number(b.key))
          .map(({ one }) => one);
        expect([...foldDecisions(shuffled)].sort()).toEqual([...foldDecisions(log)].sort());
        for (const one of log) {
          if (!('pinned' in one)) continue;
          const kept =
            foldDecisions(log)
              .get(one.needId)
              ?.seen.map((kept) => kept.id) ?? [];
          for (const seen of one.pinned.statements) expect(kept).toContain(seen.id);
        }
      }),
    );
  });
});
