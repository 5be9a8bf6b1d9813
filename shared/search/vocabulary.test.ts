import { expect, it } from 'vitest';
import { createVocabulary } from './vocabulary.ts';

function vocabularyOf(...texts: readonly string[]) {
  const vocabulary = createVocabulary();
  for (const text of texts) vocabulary.count(new Set(text.split(' ')));
  return vocabulary;
}

it('means the word itself, then words that begin so, the commonest first', () => {
  const vocabulary = vocabularyOf('price prices', 'prices priced', 'prize');
  expect(vocabulary.meant('price').map((one) => [one.word, one.kind])).toEqual([
    ['price', 'exact'],
    ['prices', 'start'],
    ['priced', 'start'],
  ]);
});

it.each(['delviery', 'delivry', 'delivvery', 'delibery', 'delvie', 'edlivery'])(
  'forgives the slip in %s',
  (typed) => {
    expect(vocabularyOf('delivery').meant(typed)).toEqual([{ word: 'delivery', kind: 'slip' }]);
  },
);

it('forgives nothing in three letters, and no two slips', () => {
  expect(vocabularyOf('the till delivery').meant('tli')).toEqual([]);
  expect(vocabularyOf('the till delivery').meant('dleivrey')).toEqual([]);
});

it('tells the nearest word, and in how many texts it stands', () => {
  const vocabulary = vocabularyOf('delivery', 'delivery price', 'deliver');
  expect(vocabulary.nearest('deilvrey')).toEqual({ word: 'delivery', texts: 2 });
  expect(vocabulary.nearest('quarter')).toBeNull();
});

it('forgets the words of a text that is taken out', () => {
  const vocabulary = vocabularyOf('delivery', 'delivery');
  vocabulary.count(['delivery'], -1);
  expect(vocabulary.nearest('deilvery')).toEqual({ word: 'delivery', texts: 1 });
  vocabulary.count(['delivery'], -1);
  expect(vocabulary.meant('delivery')).toEqual([]);
});
