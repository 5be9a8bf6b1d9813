import { describe, expect, it } from 'vitest';
import { pickPhrases } from './labels.ts';
import { stem } from './words.ts';

describe('pickPhrases', () => {
  const phrases = [
    { form: 'export', key: 'export', weight: 4 },
    { form: 'export button', key: 'export button', weight: 3 },
    { form: 'invoice', key: 'invoice', weight: 2 },
    { form: 'refund', key: 'refund', weight: 2 },
  ];

  it('says nothing twice', () => {
    expect(pickPhrases(phrases, () => 0, { labelWords: 4, labelLambda: 1 })).toEqual([
      'export',
      'invoice',
      'refund',
    ]);
  });

  it('takes forms of one word for the same', () => {
    const forms = ['invoice', 'invoiced', 'leave', 'leaving', 'car', 'carpet'];
    const said = forms.map((form, i) => ({ form, key: stem(form), weight: 9 - i }));
    expect(pickPhrases(said, () => 0, { labelWords: 6, labelLambda: 1 })).toEqual([
      'invoice',
      'leave',
      'car',
      'carpet',
    ]);
  });

  it('lets meaning overrule frequency', () => {
    const meaning = (form: string): number => (form === 'refund' ? 1 : 0);
    expect(pickPhrases(phrases, meaning, { labelWords: 2, labelLambda: 1 })).toEqual(['refund', 'export']);
  });
});
