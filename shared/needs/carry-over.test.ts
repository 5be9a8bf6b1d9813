import { describe, expect, it } from 'vitest';
import type { NeedId } from '../ids.ts';
import { carryOver } from './carry-over.ts';
import { Decision } from './decision.ts';
import { foldDecisions } from './fold-decisions.ts';
import type { FoundNeed } from './found-need.ts';
import { ines, needA, needB, pinned, statement } from './testing/statements.ts';

const group = (id: NeedId, ...ids: string[]): FoundNeed => ({
  id,
  label: '',
  subtitle: '',
  statements: ids.map((one) => statement(one)),
  requests: [],
  strength: 1,
});
const decided = (kind: string) =>
  foldDecisions([
    Decision.parse({
      id: 'd1',
      at: '2026-11-25T10:00:00.000Z',
      by: ines,
      kind,
      needId: needA,
      pinned: pinned('s1'),
    }),
  ]);
const originals = new Set([statement('s1').original]);
const ids = (groups: readonly FoundNeed[]) =>
  groups.map(({ id, statements, isFound }) => [
    id,
    statements.map((one) => one.id).join(' '),
    isFound ?? true,
  ]);

describe('carrying the last run over', () => {
  it('adds to a need that was taken up, and takes nothing out of it', () => {
    const groups = carryOver(
      [group(needA, 's1', 's3')],
      [group(needA, 's1', 's2')],
      decided('accept'),
      originals,
    );
    expect(ids(groups)).toEqual([[needA, 's1 s3 s2', true]]);
  });

  it('keeps a need that the run did not find again, and does not suggest its words elsewhere', () => {
    const groups = carryOver(
      [group(needB, 's2', 's4')],
      [group(needA, 's1', 's2')],
      decided('accept'),
      originals,
    );
    expect(ids(groups)).toEqual([
      [needB, 's4', true],
      [needA, 's1 s2', false],
    ]);
  });

  it('carries nothing for suggestions and dismissed needs, and no words of a replaced original', () => {
    const last = [group(needA, 's1', 's2')];
    expect(ids(carryOver([group(needB, 's2')], last, decided('dismiss'), originals))).toEqual([
      [needB, 's2', true],
    ]);
    expect(ids(carryOver([], last, foldDecisions([]), originals))).toEqual([]);
    expect(ids(carryOver([], last, decided('accept'), new Set()))).toEqual([[needA, '', false]]);
  });
});
