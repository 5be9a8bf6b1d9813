// One part of the index: the words and notes of a few dozen interviews, or everything else. Parts are kept and saved one by
// one, so that a change rewrites little. It knows no interview and no file; who asks says which words are meant.
import MiniSearch, { type AsPlainObject, type Query } from 'minisearch';
import type { Meant, Vocabulary } from './vocabulary.ts';
import { searchWords } from './words.ts';

/** A text that can be found. What is beside its words comes back with it as it was put in. */
export interface SearchText<A> {
  readonly id: string;
  readonly text: string;
  readonly about: A;
}

export interface FoundText {
  readonly id: string;
  readonly text: string;
  /** Unchecked: it may come from a file. */
  readonly about: unknown;
  readonly score: number;
}

export interface SearchShard<A> {
  put(text: SearchText<A>): void;
  /** Nothing happens for an id that is not there. */
  drop(id: string): void;
  has(id: string): boolean;
  /** Texts that hold, for every typed word, one of the words it may mean; best first. */
  find(meant: readonly (readonly Meant[])[]): FoundText[];
  readonly size: number;
  /** Plain data that `createSearchShard` takes back. */
  save(): AsPlainObject;
}

/** Beginnings and slips count less than the word itself. */
const WEIGHT = { exact: 1, start: 0.6, slip: 0.4 } as const;

const OPTIONS = {
  fields: ['text'],
  storeFields: ['text', 'about'],
  tokenize: searchWords,
  processTerm: (word: string) => word,
};

/** Its words are counted into the vocabulary. Throws when `saved` is nothing that `save` gave. */
export function createSearchShard<A>(vocabulary: Vocabulary, saved?: AsPlainObject): SearchShard<A> {
  const index =
    saved === undefined
      ? new MiniSearch<SearchText<A>>(OPTIONS)
      : MiniSearch.loadJS<SearchText<A>>(saved, OPTIONS);
  for (const [word, places] of saved?.index ?? []) {
    let texts = 0;
    for (const place of Object.values(places)) texts += Object.keys(place).length;
    vocabulary.count([word], texts);
  }

  function drop(id: string): void {
    const stored = index.getStoredFields(id);
    if (stored === undefined) return;
    // The library has no types for what it stores; `put` stores a text.
    vocabulary.count(new Set(searchWords(String(stored.text))), -1);
    index.discard(id);
  }

  return {
    put(text) {
      drop(text.id);
      index.add(text);
      vocabulary.count(new Set(searchWords(text.text)));
    },
    drop,
    has: (id) => index.has(id),
    find(meant) {
      return index
        .search(
          { combineWith: 'AND', queries: meant.map(anyOf) },
          { boostTerm: (term) => WEIGHT[kindOf(term, meant)], prefix: false, fuzzy: false },
        )
        .map(({ id, text, about, score }): FoundText => ({ id, text, about, score }));
    },
    get size() {
      return index.documentCount;
    },
    save: () => index.toJSON(),
  };
}

function anyOf(words: readonly Meant[]): Query {
  return { combineWith: 'OR', queries: words.map(({ word }) => word) };
}

function kindOf(word: string, meant: readonly (readonly Meant[])[]): Meant['kind'] {
  for (const words of meant) {
    const found = words.find((one) => one.word === word);
    if (found !== undefined) return found.kind;
  }
  return 'exact';
}
