import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NeedId } from '../ids.ts';
import { reconcileIds } from './reconcile.ts';
import type { StatementRef } from './statement.ts';
import { needA, needB, statement } from './testing/statements.ts';

const group = (...ids: string[]) => ({ statements: ids.map((id) => statement(id)) });
const known = (id: NeedId, isDecided: boolean, ...ids: string[]) => ({ id, isDecided, ...group(...ids) });
const newId = (statements: readonly StatementRef[]) => NeedId.parse(`new-${statements[0]?.id ?? 'none'}`);

describe('reconciling a new run with known needs', () => {
  it('keeps the id of a need whose borders moved a little', () => {
    expect(reconcileIds([group('s1', 's2', 's4')], [known(needA, false, 's1', 's2', 's3')], newId)).toEqual([
      needA,
    ]);
  });

  it('gives a group that shares too little an id of its own', () => {
    expect(
      reconcileIds([group('s1', 's5', 's6', 's7')], [known(needA, true, 's1', 's2', 's3')], newId),
    ).toEqual(['new-s1']);
  });

  it('lets the larger part of a split keep the id', () => {
    const ids = reconcileIds(
      [group('s1'), group('s2', 's3')],
      [known(needA, false, 's1', 's2', 's3')],
      newId,
    );
    expect(ids).toEqual(['new-s1', needA]);
  });

  it('lets a need that a person decided on choose before one that nobody did', () => {
    const ids = reconcileIds(
      [group('s1', 's2', 's3')],
      [known(needB, false, 's1', 's2', 's3'), known(needA, true, 's1', 's2', 's4')],
      newId,
    );
    expect(ids).toEqual([needA]);
  });

  it('gives the other part of a split an id of its own, also when both begin with the same statement', () => {
    const ids = reconcileIds(
      [group('s1'), group('s2', 's3', 's4')],
      [known(newId([statement('s1')]), true, 's1', 's2', 's3', 's4')],
      newId,
    );
    expect(ids).toEqual(['new-s1-2', 'new-s1']);
  });

  it('lets no decision fall to a group that only begins with the same statement', () => {
    const dismissed = known(newId([statement('s1')]), true, 's1', 's2', 's3', 's4', 's5');
    expect(reconcileIds([group('s1', 's6', 's7', 's8')], [dismissed], newId)).toEqual(['new-s1-2']);
  });

  it('never gives one id to two groups', () => {
    const someIds = fc.subarray(['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(someIds, { maxLength: 6 }),
        fc.array(someIds, { maxLength: 6 }),
        (groups, needs) => {
          let count = 0;
          const ids = reconcileIds(
            groups.map((ids) => group(...ids)),
            needs.map((ids, index) => known(NeedId.parse(`known-${index}`), index % 2 === 0, ...ids)),
            () => NeedId.parse(`new-${count++}`),
          );
          expect(new Set(ids).size).toBe(groups.length);
        },
      ),
    );
  });
});
