import { describe, expect, it } from 'vitest';
import { findEntries, nearest, readQuery } from './find-entries.ts';
import type { PaletteEntry, PaletteGroup } from './palette-entries.ts';

function entry(
  kind: Exclude<PaletteGroup, 'recent'>,
  text: string,
  changes: Partial<PaletteEntry> = {},
): PaletteEntry {
  return {
    id: `${kind}-${text}`,
    group: kind,
    kind,
    text,
    act: { kind: 'go', place: { place: 'home' } },
    ...changes,
  };
}

const all: readonly PaletteEntry[] = [
  entry('needs', 'Know a delivery is short before the driver leaves'),
  ...Array.from({ length: 7 }, (_, n) => entry('said', `The delivery note number ${n} is wet`)),
  entry('briefs', 'Short deliveries'),
  entry('people', 'Hazel', { detail: 'Bar manager', isDetailSought: true }),
  entry('tags', 'delivery'),
  entry('places', 'Needs', { act: { kind: 'go', place: { place: 'needs' } } }),
  entry('commands', 'New interview'),
];

function found(query: string, narrowed: PaletteGroup | null = null) {
  return findEntries(all, readQuery(query, narrowed), []).groups.map(({ group, hits }) => [
    group,
    hits.length,
  ]);
}

describe('the palette', () => {
  it('shows up to five of each group, in the order of the groups', () => {
    expect(found('deliv')).toEqual([
      ['needs', 1],
      ['said', 5],
      ['briefs', 1],
      ['tags', 1],
    ]);
  });

  it('shows more of the one group that somebody narrowed to', () => {
    expect(found('deliv', 'said')).toEqual([['said', 7]]);
  });

  it('takes a sign in front as a group', () => {
    expect(found('>')).toEqual([['commands', 1]]);
    expect(found('#del')).toEqual([['tags', 1]]);
    expect(found('@bar')).toEqual([['people', 1]]);
    expect(found('> hazel')).toEqual([]);
  });

  it('finds words that are spread over name and description, and marks each where it stands', () => {
    const [group] = findEntries(all, readQuery('manager haz', null), []).groups;
    expect(group?.hits[0]).toMatchObject({ ranges: [[0, 3]], detailRanges: [[4, 11]] });
  });

  it('begins with the places before this one, and the likeliest acts', () => {
    const { groups } = findEntries(all, readQuery('', null), [{ place: 'home' }, { place: 'needs' }]);
    expect(groups.map(({ hits }) => hits.map((hit) => hit.entry.text))).toEqual([
      ['Needs'],
      ['New interview'],
    ]);
  });

  it('knows the nearest word where it finds nothing', () => {
    expect(found('deilvrey')).toEqual([]);
    expect(nearest(all, 'deilvrey')?.word).toBe('delivery');
  });
});
