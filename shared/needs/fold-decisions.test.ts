import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NeedId } from '../ids.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import { ines, needA, needB, pinned, statement, tomas } from './testing/statements.ts';

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

  /** Made on a computer that knew these decisions and no others. */
  function knowing(known: readonly string[], one: Decision, by = ines): Decision {
    return Decision.parse({ ...one, after: known, by });
  }

  it('keeps both of two names given apart, and only the later of two given in turn', () => {
    const first = knowing(
      [],
      decision('d1', 1, { kind: 'rename', needId: needA, label: 'Mine', pinned: pinned('s1') }),
    );
    const rename = decision('d2', 2, { kind: 'rename', needId: needA, label: 'Yours', pinned: pinned('s1') });
    expect(foldDecisions([first, knowing([], rename, tomas)]).get(needA)).toMatchObject({
      label: 'Yours',
      otherNames: [{ text: 'Mine', by: ines, decisionId: 'd1' }],
    });
    expect(foldDecisions([first, knowing(['d1'], rename, tomas)]).get(needA)).toMatchObject({
      otherNames: [],
    });
  });

  it('lets a dismissal stand against an acceptance that did not know of it, and says who accepted', () => {
    const dismiss = knowing([], decision('d1', 1, { kind: 'dismiss', needId: needA, pinned: pinned('s1') }));
    const accept = decision('d2', 2, { kind: 'accept', needId: needA, pinned: pinned('s1') });
    expect(foldDecisions([dismiss, knowing([], accept, tomas)]).get(needA)).toMatchObject({
      status: 'dismissed',
      takenUpApart: [tomas],
    });
    expect(foldDecisions([dismiss, knowing(['d1'], accept, tomas)]).get(needA)?.status).toBe('accepted');
  });

  it('carries out a merge and a split made apart, and asks until a person chose', () => {
    const merge = knowing(
      [],
      decision('d1', 1, { kind: 'merge', needId: needA, fromId: needB, pinned: pinned('s1') }),
    );
    const quotes = [{ kind: 'words', verdict: 'for', statement: statement('s2') }];
    const split = knowing(
      [],
      decision('d2', 2, {
        kind: 'split',
        needId: needB,
        newId: 'need-c',
        label: null,
        quotes,
        pinned: pinned('s2', 's3'),
      }),
      tomas,
    );
    const question = { kind: 'merge-or-split', mergeId: 'd1', splitId: 'd2' };
    const asked = foldDecisions([merge, split]);
    expect(asked.get(needA)?.questions).toEqual([question]);
    expect(asked.get(needB)?.mergedInto).toBe(needA);
    expect(asked.get(NeedId.parse('need-c'))?.placed.has('s2')).toBe(true);

    const settle = (kept: string[], dropped: string[]) =>
      foldDecisions([
        merge,
        split,
        knowing(['d1', 'd2'], decision('d3', 3, { kind: 'settle', needId: needA, kept, dropped })),
      ]);
    expect(settle(['d1', 'd2'], []).get(needA)?.questions).toEqual([]);
    expect(settle(['d2'], ['d1']).get(needB)).toMatchObject({ mergedInto: null, questions: [] });
    expect(settle(['d1'], ['d2']).get(NeedId.parse('need-c'))?.placed.size ?? 0).toBe(0);
  });

  it('does not ask about a split that was made after the merge was known', () => {
    const merge = knowing(
      [],
      decision('d1', 1, { kind: 'merge', needId: needA, fromId: needB, pinned: pinned('s1') }),
    );
    const quotes = [{ kind: 'words', verdict: 'for', statement: statement('s1') }];
    const split = knowing(
      ['d1'],
      decision('d2', 2, {
        kind: 'split',
        needId: needA,
        newId: 'need-c',
        label: null,
        quotes,
        pinned: pinned('s1'),
      }),
    );
    expect(foldDecisions([merge, split]).get(needA)?.questions).toEqual([]);
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
