import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from './parameters.ts';
import type { PairTable } from './similarity.ts';
import { type Ballot, voteGroups } from './vote.ts';

/** Nine statements of nine interviews; 0 to 2, 3 to 5 and 6 to 8 are alike, the last three more so than the others. */
const size = 9;
const values = new Float32Array(size * size);
for (let i = 0; i < size; i++) {
  for (let j = 0; j < size; j++) {
    const isAlike = Math.floor(i / 3) === Math.floor(j / 3);
    values[i * size + j] = i === j ? 0 : isAlike ? 5 : ((i * j) % 7) / 10;
  }
}
const table: PairTable = { size, values, interviews: Int32Array.from({ length: size }, (_, i) => i) };
const ballot: Ballot = {
  table,
  positions: new Array<number>(size).fill(0),
  scores: [9, 9, 9, 9, 9, 9, 9, 9, 1],
  people: Array.from({ length: size }, (_, i) => `p${i}`),
  minPeople: 3,
};
const parameters = { ...DEFAULT_PARAMETERS, cut: [0.8], keep: 0.8 };

describe('voteGroups', () => {
  it('keeps what the runs agree on', async () => {
    const groups = await voteGroups(ballot, [0, 0], parameters, async () => undefined);
    expect(groups).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  it('counts a statement only in the runs that it took part in', async () => {
    // 8 is in one run of three, and with 6 and 7 there: that holds the three together.
    const groups = await voteGroups(ballot, [0, 5, 5], parameters, async () => undefined);
    expect(groups.at(-1)).toEqual([6, 7, 8]);
    // Where it is in none, 6 and 7 are too few people.
    const without = await voteGroups(ballot, [5, 5, 5], parameters, async () => undefined);
    expect(without.at(-1)).toEqual([3, 4, 5]);
  });

  it('takes the group that most runs agree on, and no variant of it', async () => {
    // At the lowest threshold all nine are one group, of more people; at the others they are three, and these are more.
    const cut = [0, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9];
    const groups = await voteGroups(ballot, [0], { ...parameters, cut, keep: 0.1 }, async () => undefined);
    expect(groups.map((group) => group.length)).toEqual([3, 3, 3]);
  });

  it('counts people, not interviews', async () => {
    const people = ballot.people.map((person, i) => (i < 3 ? 'same' : person));
    const groups = await voteGroups({ ...ballot, people }, [0], parameters, async () => undefined);
    expect(groups).toEqual([
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  it('tells of every run, and stops when that is answered with a fault', async () => {
    const told: string[] = [];
    await voteGroups(ballot, [0, 5], parameters, async (done, total) => {
      told.push(`${done}/${total}`);
    });
    expect(told).toEqual(['0/2', '1/2', '2/2']);
    await expect(
      voteGroups(ballot, [0], parameters, () => Promise.reject(new Error('stop'))),
    ).rejects.toThrow('stop');
  });
});
