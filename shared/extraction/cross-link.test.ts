import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossLink, crossLinkAtCuts } from './cross-link.ts';
import type { PairTable } from './similarity.ts';

function table(interviews: readonly number[], pairs: Readonly<Record<string, number>>): PairTable {
  const size = interviews.length;
  const values = new Float32Array(size * size);
  for (const [pair, value] of Object.entries(pairs)) {
    const [i = 0, j = 0] = pair.split('-').map(Number);
    values[i * size + j] = value;
    values[j * size + i] = value;
  }
  return { size, values, interviews: Int32Array.from(interviews) };
}

describe('crossLink', () => {
  it('never lets the likeness of neighbours in one interview decide', () => {
    const alike = table([0, 0, 1], { '0-1': 1, '0-2': 0.2, '1-2': 0.2 });
    expect(crossLink(alike, 0.5)).toEqual([[0], [1], [2]]);
  });

  it('brings two statements of one interview together by way of a third', () => {
    const bridged = table([0, 0, 1], { '0-1': -5, '0-2': 0.9, '1-2': 0.8 });
    expect(crossLink(bridged, 0.5)).toEqual([[0, 1, 2]]);
  });

  it('merges by the mean of all pairs between two groups', () => {
    // {0, 1} first; then 2 is at (0.875 + 0.125) / 2 of it.
    const chain = table([0, 1, 2], { '0-1': 1, '1-2': 0.875, '0-2': 0.125 });
    expect(crossLink(chain, 0.51)).toEqual([[0, 1], [2]]);
    expect(crossLink(chain, 0.5)).toEqual([[0, 1, 2]]);
  });

  it('gives equals to the earlier pair', () => {
    const tied = table([0, 1, 2], { '0-1': 0.75, '0-2': 0.75, '1-2': -1 });
    expect(crossLink(tied, 0.75)).toEqual([[0, 1], [2]]);
  });

  it('agrees with a search over all pairs of groups', () => {
    const drawn = fc.integer({ min: 2, max: 9 }).chain((size) =>
      fc.record({
        interviews: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }),
        values: fc.uniqueArray(fc.integer({ min: -1_000, max: 1_000 }), {
          minLength: size * size,
          maxLength: size * size,
        }),
        cut: fc.integer({ min: -500, max: 900 }),
      }),
    );
    return fc.assert(
      fc.property(drawn, ({ interviews, values, cut }) => {
        const size = interviews.length;
        const pairs: Record<string, number> = {};
        for (let i = 0; i < size; i++) {
          for (let j = i + 1; j < size; j++) pairs[`${i}-${j}`] = values[i * size + j] ?? 0;
        }
        const drawnTable = table(interviews, pairs);
        expect(crossLink(drawnTable, cut)).toEqual(searchAllPairs(drawnTable, cut));
        // Several cuts, in any order, are each what they are alone.
        const cuts = [cut, cut + 200, cut - 200];
        expect(crossLinkAtCuts(drawnTable, cuts)).toEqual(cuts.map((one) => crossLink(drawnTable, one)));
      }),
      { numRuns: 200 },
    );
  });
});

/** The definition, written out: slow, and with nothing kept between merges. */
function searchAllPairs({ size, values, interviews }: PairTable, cut: number): number[][] {
  const groups = Array.from({ length: size }, (_, i) => [i]);
  for (;;) {
    let best: { a: number; b: number; mean: number } | null = null;
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const cross = (groups[a] ?? []).flatMap((i) =>
          (groups[b] ?? []).flatMap((j) =>
            interviews[i] === interviews[j] ? [] : [values[i * size + j] ?? 0],
          ),
        );
        if (cross.length === 0) continue;
        const mean = cross.reduce((sum, value) => sum + value, 0) / cross.length;
        if (best === null || mean > best.mean) best = { a, b, mean };
      }
    }
    if (best === null || best.mean < cut) break;
    const [removed = []] = groups.splice(best.b, 1);
    groups[best.a]?.push(...removed);
  }
  return groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
