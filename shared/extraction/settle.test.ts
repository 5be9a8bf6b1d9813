import { describe, expect, it } from 'vitest';
import { grow, trim } from './settle.ts';
import type { PairTable } from './similarity.ts';

/** Statements of four interviews, one participant each; all pairs are unlike but those given. */
function said(interviews: readonly number[], alike: Readonly<Record<string, number>>) {
  const size = interviews.length;
  const values = new Float32Array(size * size);
  for (const [pair, value] of Object.entries(alike)) {
    const [i = 0, j = 0] = pair.split('-').map(Number);
    values[i * size + j] = value;
    values[j * size + i] = value;
  }
  const table: PairTable = { size, values, interviews: Int32Array.from(interviews) };
  return { table, positions: interviews.map((_, i) => i * 10), people: interviews.map((i) => `p${i}`) };
}

describe('grow', () => {
  const rules = { grow: 0.6, growBonus: 0, growNear: 2, top: 3 };

  it('takes in what is surely meant, and leaves the rest', () => {
    const study = said([0, 1, 2, 3], { '0-1': 2, '0-2': 2, '1-2': 2 });
    expect(grow(study, [[0, 1]], rules)).toEqual([[0, 1, 2]]);
  });

  it('gives a statement to the group it is most like', () => {
    const study = said([0, 1, 2, 3], { '0-2': 1, '1-2': 2, '0-1': 1 });
    expect(grow(study, [[0], [1]], { ...rules, grow: 0.1 })[1]).toContain(2);
  });

  it('asks less of a statement that goes on with the story', () => {
    const study = said([0, 1, 0, 3], { '0-1': 2, '1-2': 0.5, '1-3': 2 });
    const beside = { ...study, positions: [4, 0, 5, 0] };
    const strict = { ...rules, grow: 0.99, growBonus: 2 };
    expect(grow(study, [[0, 1]], strict)).toEqual([[0, 1]]);
    expect(grow(beside, [[0, 1]], strict)).toEqual([[0, 1, 2]]);
  });

  it('never moves a statement that belongs somewhere', () => {
    const study = said([0, 1, 2, 3], { '0-1': 2, '1-2': 2 });
    expect(grow(study, [[0, 1], [2]], { ...rules, grow: 0.9 })).toEqual([[0, 1], [2]]);
  });
});

describe('trim', () => {
  const study = said([0, 0, 1, 1, 2], { '0-2': 2, '0-3': 2, '1-2': 2, '1-3': 2, '0-4': 0.1 });

  it('takes out a person who is there by a stray remark', () => {
    expect(trim(study, [[0, 1, 2, 3, 4]], { solo: 0.9, top: 3 })).toEqual([[0, 1, 2, 3]]);
  });

  it('keeps a single remark that fits well', () => {
    expect(trim(study, [[0, 1, 2]], { solo: 0.9, top: 3 })).toEqual([[0, 1, 2]]);
  });
});
