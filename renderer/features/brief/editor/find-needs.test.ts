import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findNeeds } from './find-needs.ts';

const needs = [
  'Three numbers every Monday',
  'Know what arrived without counting it',
  'Ordering for the café in one hand',
  'Delivery at the back door',
].map((label) => ({ label, suggestedLabel: '' }));

function found(query: string): string[] {
  return findNeeds(needs, query).map((need) => need.label);
}

it('shows all needs before anything is typed', () => {
  expect(found('  ')).toHaveLength(4);
});

it.each([
  ['mon', 'Three numbers every Monday'],
  ['NUMBERS three', 'Three numbers every Monday'],
  ['cafe', 'Ordering for the café in one hand'],
  ['delviery', 'Delivery at the back door'],
  ['numers', 'Three numbers every Monday'],
  ['arived', 'Know what arrived without counting it'],
  ['order', 'Ordering for the café in one hand'],
])('finds with %j', (query, label) => {
  expect(found(query)[0]).toBe(label);
});

it('wants every word, and forgives no slip in short ones', () => {
  expect(found('monday door')).toEqual([]);
  expect(found('dor')).toEqual([]);
});

it('puts the nearer match first and keeps the order otherwise', () => {
  const ranked = ['Counting stock', 'Stock counts', 'Stack counts'].map((label) => ({
    label,
    suggestedLabel: '',
  }));
  expect(findNeeds(ranked, 'stock').map((need) => need.label)).toEqual([
    'Counting stock',
    'Stock counts',
    'Stack counts',
  ]);
});

it('finds a renamed need by what was suggested, too', () => {
  const renamed = [{ label: 'Monday mail', suggestedLabel: 'Three numbers' }];
  expect(findNeeds(renamed, 'numbers')).toEqual(renamed);
});

it('finds a label by any of its own words, whole or begun', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      (words, nth, cut) => {
        const word = words[nth % words.length] ?? '';
        const need = { label: words.join(' '), suggestedLabel: '' };
        expect(findNeeds([need], word.slice(0, 1 + (cut % word.length)))).toEqual([need]);
      },
    ),
  );
});
