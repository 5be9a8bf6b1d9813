import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchText, nearestWord } from './match.ts';

function letters(text: string, query: string): string[] | null {
  return matchText(text, query)?.ranges.map(([from, to]) => text.slice(from, to)) ?? null;
}

describe('matchText', () => {
  it('finds every word in any order, and says which letters', () => {
    expect(letters('Know a delivery is short before the driver leaves', 'driver deliv')).toEqual([
      'deliv',
      'driver',
    ]);
    expect(letters('Know a delivery is short', 'deliv price')).toBeNull();
  });

  it('does not mind case and accents', () => {
    expect(letters('Le café de Zoë', 'CAFE zoe')).toEqual(['café', 'Zoë']);
  });

  it('prefers the start of a word', () => {
    expect(matchText('at the till', 'till')?.cost).toBeLessThan(
      matchText('distill water', 'till')?.cost ?? 0,
    );
    expect(letters('distill the till', 'till')).toEqual(['till']);
    expect(matchText('distill the till', 'till')?.ranges).toEqual([[12, 16]]);
  });

  it.each(['delviery', 'delivry', 'delivvery', 'delibery', 'delvie'])('forgives the slip in %s', (typed) => {
    expect(letters('The delivery note is wet', typed)).toHaveLength(1);
  });

  it('forgives nothing in three letters, and no two slips', () => {
    expect(matchText('the till', 'tli')).toBeNull();
    expect(matchText('delivery', 'dleivrey')).toBeNull();
  });

  it('matches everything when nothing is typed', () => {
    expect(matchText('anything', '  ')).toEqual({ cost: 0, ranges: [] });
  });

  it('finds whatever part of a text is typed, at its place', () => {
    const words = fc.array(fc.stringMatching(/^[a-zà-ÿA-Z]{1,9}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(), (all, n) => {
        const text = all.join(' ');
        const wanted = all[n % all.length] ?? '';
        const found = matchText(text, wanted);
        expect(found).not.toBeNull();
        for (const [from, to] of found?.ranges ?? []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('nearestWord', () => {
  it('tells the word two slips away, and how many texts hold it', () => {
    expect(nearestWord(['A delivery, another delivery', 'the delivery', 'a price'], 'dlievrey')).toBeNull();
    expect(nearestWord(['A delivery, another delivery', 'the delivery', 'a price'], 'deilvrey')).toEqual({
      word: 'delivery',
      texts: 2,
    });
  });
});
