import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTags, readNoteLine, tagAtCaret } from './note-line.ts';

describe('readNoteLine', () => {
  it('takes tags at the end off the words and keeps their order', () => {
    expect(readNoteLine('Orders on Sunday night. #context #till')).toEqual({
      text: 'Orders on Sunday night.',
      tags: ['context', 'till'],
      isMarked: false,
      isFollowUp: false,
    });
  });

  it('leaves a tag in the middle of the sentence where it stands', () => {
    const line = readNoteLine('Wants a #dashboard on Monday #request');
    expect(line.text).toBe('Wants a #dashboard on Monday');
    expect(line.tags).toEqual(['dashboard', 'request']);
  });

  it('marks the moment by // at the start, at the end and alone between words', () => {
    expect(readNoteLine('// blank is honest')).toMatchObject({ text: 'blank is honest', isMarked: true });
    expect(readNoteLine('blank is honest //')).toMatchObject({ text: 'blank is honest', isMarked: true });
    expect(readNoteLine('blank // is honest')).toMatchObject({ text: 'blank // is honest', isMarked: true });
  });

  it('takes tags and a mark off the end in any order', () => {
    for (const typed of [
      'blank is honest #trust //',
      'blank is honest // #trust',
      '// blank is honest #trust',
    ])
      expect(readNoteLine(typed)).toMatchObject({
        text: 'blank is honest',
        tags: ['trust'],
        isMarked: true,
      });
  });

  it('does not take an address for a mark', () => {
    const typed = 'see https://example.org/a//b';
    expect(readNoteLine(typed)).toMatchObject({ text: typed, isMarked: false });
  });

  it('asks a follow-up by ? at the start only', () => {
    expect(readNoteLine('?and then')).toMatchObject({ text: 'and then', isFollowUp: true });
    expect(readNoteLine('// ? and then')).toMatchObject({
      text: 'and then',
      isFollowUp: true,
      isMarked: true,
    });
    expect(readNoteLine('and then?')).toMatchObject({ text: 'and then?', isFollowUp: false });
  });

  it('has no text for a line of only signs or tags', () => {
    expect(readNoteLine('//')).toMatchObject({ text: '', isMarked: true, tags: [] });
    expect(readNoteLine('#trust')).toMatchObject({ text: '', tags: ['trust'] });
    expect(readNoteLine('// #trust #need')).toMatchObject({
      text: '',
      isMarked: true,
      tags: ['trust', 'need'],
    });
    expect(readNoteLine(' ? ')).toMatchObject({ text: '', isFollowUp: true });
  });

  it('holds a tag once, however it is written', () => {
    expect(readNoteLine('#Trust and #trust').tags).toEqual(['Trust']);
  });

  it('keeps C#, a#b, # alone and a # that was meant as it is', () => {
    expect(readNoteLine('C# and a#b and # alone').tags).toEqual([]);
    expect(readNoteLine('ticket #4711', new Set([7]))).toMatchObject({ text: 'ticket #4711', tags: [] });
  });

  it('keeps a name that is too long for a tag as words', () => {
    const typed = `so #${'a'.repeat(41)}`;
    expect(readNoteLine(typed)).toMatchObject({ text: typed, tags: [] });
  });

  it('never invents or loses a word that is no tag and no sign', () => {
    const word = fc.stringMatching(/^[a-zé.]{1,8}$/);
    const tag = fc.stringMatching(/^#[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, tag, fc.constant('//'))), (parts) => {
        const line = readNoteLine(parts.join(' '));
        const words = parts.filter((part) => !part.startsWith('#') && part !== '//');
        const kept = line.text
          .split(' ')
          .filter((part) => part !== '' && !part.startsWith('#') && part !== '//');
        expect(kept).toEqual(words);
        expect(line.isMarked).toBe(parts.includes('//'));
        expect(new Set(line.tags)).toEqual(
          new Set(parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1))),
        );
      }),
    );
  });

  it('reads any text at all, and its words are a stretch of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const line = readNoteLine(typed);
        expect(typed.includes(line.text)).toBe(true);
        expect(line.text.trimEnd()).toBe(line.text);
        expect(readNoteLine(typed)).toEqual(line);
      }),
    );
  });
});

describe('tagAtCaret', () => {
  it('finds the tag that is being typed and where it begins', () => {
    expect(tagAtCaret('had he known #pr', 16)).toEqual({ name: 'pr', from: 13 });
    expect(tagAtCaret('#', 1)).toEqual({ name: '', from: 0 });
  });

  it('finds none after a space, inside a word, or behind the caret', () => {
    expect(tagAtCaret('#pr ', 4)).toBeNull();
    expect(tagAtCaret('C#', 2)).toBeNull();
    expect(tagAtCaret('known #pr', 3)).toBeNull();
  });

  it('agrees with the tags of the finished line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z #/]{0,30}$/), (typed) => {
        for (const tag of findTags(typed))
          expect(tagAtCaret(typed, tag.from + 1 + tag.name.length)).toEqual(tag);
      }),
    );
  });
});
