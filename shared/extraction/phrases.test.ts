import { describe, expect, it } from 'vitest';
import { type Background, clauses, groupClauses, groupPhrases, phraseKeys, phrases } from './phrases.ts';

function background(texts: readonly string[]): Background {
  const segmentsWith = new Map<string, number>();
  for (const key of texts.flatMap((text) => [...phraseKeys(text)]))
    segmentsWith.set(key, (segmentsWith.get(key) ?? 0) + 1);
  return { segments: texts.length, segmentsWith };
}

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

  it('count the interviews that share them, in the form said most often', () => {
    const members = [
      { interview: 0, text: 'exports' },
      { interview: 1, text: 'exports' },
      { interview: 2, text: 'export' },
      { interview: 2, text: 'export' },
      { interview: 2, text: 'weather' },
    ];
    const [best, ...others] = groupPhrases(members, [], study, new Set(), 5);
    expect(best).toMatchObject({ form: 'export', key: 'export' });
    // In three interviews, and nowhere else in the 5 segments of the study.
    expect(best?.weight).toBeCloseTo(3 * Math.log(6), 9);
    // The weather is said once: that is one person's way of speaking.
    expect(others).toEqual([]);
  });

  it('take an interviewer’s word though it is said once, and what is said beside a statement for less', () => {
    const members = [{ interview: 0, text: 'invoice' }];
    const around = [
      { interview: 1, text: 'discrepancy', isTeam: true },
      { interview: 1, text: 'invoice', isTeam: false },
      { interview: 2, text: 'umbrella', isTeam: false },
    ];
    const found = groupPhrases(members, around, study, new Set(), 5);
    expect(found.map(({ form }) => form)).toEqual(['invoice', 'discrepancy']);
    expect(found[0]?.weight).toBeCloseTo(1.4 * Math.log(6), 9);
    expect(found[1]?.weight).toBeCloseTo(Math.log(6), 9);
  });

  it('leave out names, short forms and words of grammar', () => {
    const said = [0, 1].map((interview) => ({ interview, text: 'theyve whose Maria invoice during' }));
    const found = groupPhrases(said, [], study, new Set(['maria']), 5);
    expect(found.map(({ form }) => form)).toEqual(['invoice']);
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
      'I cannot find it',
      'I give up on it',
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
