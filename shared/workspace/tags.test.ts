import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagId } from '../ids.ts';
import { renamedTag, resolveTag, STARTING_TAGS, Tag, tagMark } from './tags.ts';

function tag(name: string, aliases: readonly string[] = []): Tag {
  return Tag.parse({ ...STARTING_TAGS[4], id: TagId.parse(`id-${name}`), name, aliases });
}

describe('resolveTag', () => {
  it('finds a tag under its name and under every name it had, without regard to case', () => {
    const tags = [tag('trust', ['till', 'Belief']), tag('price')];
    for (const name of ['trust', 'TRUST', 'till', 'belief'])
      expect(resolveTag(tags, name)?.name).toBe('trust');
    expect(resolveTag(tags, 'tru')).toBeUndefined();
  });

  it('prefers the tag that is called so now over one that was', () => {
    expect(resolveTag([tag('trust', ['till']), tag('till')], 'till')?.id).toBe('id-till');
  });

  it('finds a tag under each of its names however often it was renamed', () => {
    const names = fc.array(fc.stringMatching(/^[a-zA-Z]{1,2}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, (taken) => {
        const last = taken.reduce((now, name) => renamedTag(now, name), tag('first'));
        for (const name of ['first', ...taken]) expect(resolveTag([last], name)).toBe(last);
      }),
    );
  });
});

describe('renamedTag', () => {
  it('keeps the old name, and takes the new one off the aliases', () => {
    const renamed = renamedTag(tag('trust', ['till']), 'till');
    expect([renamed.name, renamed.aliases]).toEqual(['till', ['trust']]);
  });

  it('keeps no alias for a change of case alone', () => {
    expect(renamedTag(tag('trust'), 'Trust')).toMatchObject({ name: 'Trust', aliases: [] });
  });
});

describe('a tag', () => {
  it('from before there were aliases has none', () => {
    const { aliases: _, ...old } = tag('trust');
    expect(Tag.parse(old).aliases).toEqual([]);
  });

  it('is drawn as a voice mark when it is a need or a request, else by its shape', () => {
    const marks = STARTING_TAGS.map(tagMark);
    expect(marks).toEqual(['need', 'request', 'triangle', 'half', 'diamond']);
  });
});
