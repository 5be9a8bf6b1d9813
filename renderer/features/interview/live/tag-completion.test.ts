import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagId } from '../../../../shared/ids.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { movePlaces, tagOptions, takeTag } from './tag-completion.ts';

function tag(name: string, changes: Partial<Tag> = {}): Tag {
  return {
    id: TagId.parse(name),
    name,
    aliases: [],
    definition: `what ${name} means`,
    kind: null,
    shape: 'circle',
    tone: 'ink',
    hotkey: null,
    isArchived: false,
    ...changes,
  };
}

const codebook = [
  tag('prep'),
  tag('price', { hotkey: 6 }),
  tag('surprise'),
  tag('old', { isArchived: true }),
];

describe('tagOptions', () => {
  it('offers tags that begin with the name before those that contain it, with their definitions', () => {
    expect(tagOptions(codebook, 'pr')).toEqual([
      { kind: 'tag', name: 'price', definition: 'what price means' },
      { kind: 'tag', name: 'prep', definition: 'what prep means' },
      { kind: 'tag', name: 'surprise', definition: 'what surprise means' },
      { kind: 'new', name: 'pr' },
    ]);
  });

  it('offers a new tag for a name that nobody has used, and never a second one of the same name', () => {
    expect(tagOptions(codebook, 'waste')).toEqual([{ kind: 'new', name: 'waste' }]);
    expect(tagOptions(codebook, 'PRICE').map((option) => option.name)).toEqual(['price']);
    expect(tagOptions(codebook, 'old')).toEqual([]);
  });

  it('finds a tag by a name it had before, and writes the one it has now', () => {
    const renamed = [tag('checkout', { aliases: ['till'] })];
    expect(tagOptions(renamed, 'til').map((option) => `${option.kind} ${option.name}`)).toEqual([
      'tag checkout',
      'new til',
    ]);
    expect(tagOptions(renamed, 'till').map((option) => option.name)).toEqual(['checkout']);
  });

  it('offers the codebook for # alone', () => {
    expect(tagOptions(codebook, '').map((option) => option.name)).toEqual(['price', 'prep', 'surprise']);
  });
});

describe('takeTag', () => {
  it('puts the name and a space where the caret goes on', () => {
    expect(takeTag('known #pr', { from: 6, caret: 9 }, 'price')).toEqual({
      text: 'known #price ',
      caret: 13,
    });
    expect(takeTag('#pr he said', { from: 0, caret: 3 }, 'price')).toEqual({
      text: '#price he said',
      caret: 7,
    });
  });
});

describe('movePlaces', () => {
  it('keeps a place with its character through any edit before or behind it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,8}$/), fc.boolean(), (words, isBefore) => {
        const before = 'one # two';
        const after = isBefore ? `one ${words}# two` : `one #${words} two`;
        expect(movePlaces([4], before, after)).toEqual([after.indexOf('#')]);
      }),
    );
  });

  it('lets go of a place whose character is gone', () => {
    expect(movePlaces([4], 'one # two', 'one two')).toEqual([]);
  });
});
