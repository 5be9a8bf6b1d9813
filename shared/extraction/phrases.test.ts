import { describe, expect, it } from 'vitest';
import { background, clauses, groupClauses, groupPhrases, phrases } from './phrases.ts';

describe('phrases', () => {
  it('are words and runs of words that say something; only a third word may stand behind a common one', () => {
    expect([...phrases('the export to Excel fails')]).toEqual([
      'export',
      'export to excel',
      'excel',
      'excel fails',
      'fails',
    ]);
  });
});

describe('groupPhrases', () => {
  const study = background(['export broke', 'exports vanish', 'the weather', 'my export', 'weather again']);

  it('keep what several interviews share, in the form said most often', () => {
    const members = [
      { interview: 0, text: 'exports' },
      { interview: 1, text: 'exports' },
      { interview: 2, text: 'export' },
      { interview: 2, text: 'weather' },
    ];
    const [best, ...others] = groupPhrases(members, [], study, new Set(), 5);
    expect(best).toMatchObject({ form: 'exports', key: 'export' });
    // In three of four members, and nowhere else in the 5 segments of the study.
    expect(best?.weight).toBeCloseTo(3 * Math.log(0.75 * 6), 9);
    expect(others).toEqual([]);
  });

  it('leave names out and count interviewers less', () => {
    const members = [{ interview: 0, text: 'invoice Maria' }];
    const around = [{ interview: 1, text: 'invoice Maria' }];
    const found = groupPhrases(members, around, study, new Set(['maria']), 5);
    expect(found.map(({ form }) => form)).toEqual(['invoice']);
    expect(found[0]?.weight).toBeCloseTo(1.6 * Math.log((1.6 / members.length) * 6), 9);
  });
});

describe('clauses', () => {
  it('are sentences of 4 to 13 words; longer ones are parted at commas and joining words', () => {
    expect(
      clauses(
        'Too short. I never know what went out. It is all in there somewhere, but I cannot find it and then I give up on it',
      ),
    ).toEqual([
      'I never know what went out',
      'It is all in there somewhere',
      'but I cannot find it',
      'then I give up on it',
    ]);
  });
});

describe('groupClauses', () => {
  it('prefer clauses with the group’s phrases, for their length', () => {
    const sayings = [{ interview: 0, text: 'The weather was so nice. The export is broken again.' }];
    const found = groupClauses(sayings, [{ form: 'export', key: 'export', weight: 2 }], 1);
    expect(found).toEqual([{ text: 'The export is broken again', weight: 1 / Math.sqrt(5) }]);
  });
});
