import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkWordsOf } from './check-words.ts';

const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url');

it('says six words for a key, the same on every computer and for ever', () => {
  expect(checkWordsOf(keyOf('one'))).toMatchInlineSnapshot(`
    [
      "fountain",
      "jigsaw",
      "peanut",
      "monkey",
      "candle",
      "cider",
    ]
  `);
  expect(checkWordsOf('A'.repeat(43))).toEqual(Array(6).fill('able'));
  expect(checkWordsOf(`${'_'.repeat(42)}8`)).toEqual(Array(6).fill('zebra'));
});

it('gives other keys other words', () => {
  const said = new Set(
    Array.from({ length: 2_000 }, (_, count) => checkWordsOf(keyOf(String(count))).join(' ')),
  );
  expect(said.size).toBe(2_000);
  expect([...said].every((words) => words.split(' ').length === 6)).toBe(true);
});

it('says nothing for what is no key', () => {
  expect(checkWordsOf('short')).toEqual([]);
});
