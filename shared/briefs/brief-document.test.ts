import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { NeedId } from '../ids.ts';
import {
  BRIEF_SECTIONS,
  briefEditedAt,
  briefWordCount,
  emptySections,
  evidenceInsertion,
  markBriefEdited,
  missingSections,
  needMentions,
  needMentionText,
  newBriefText,
} from './brief-document.ts';

const needId = NeedId.parse('n1');
const mention = needMentionText(needId);

describe('the questions of empty sections', () => {
  it('asks all of them in a new brief, each on the line under its heading', () => {
    const text = newBriefText();
    const asked = emptySections(text);
    expect(asked.map((section) => section.heading)).toEqual(BRIEF_SECTIONS.map((one) => one.heading));
    for (const { heading, at } of asked) expect(text.slice(0, at)).toMatch(new RegExp(`# ${heading}\n$`));
  });

  it('stops asking once there is a word', () => {
    expect(emptySections('# Problem\n\nMondays.\n\n# Options\n\n').map((one) => one.heading)).toEqual([
      'Options',
    ]);
  });

  it('knows a section by its words, whatever its level and case, and no other heading', () => {
    const asked = emptySections('## who has it ##\n\n# Our own heading\n\n#Problem\n\n');
    expect(asked.map((one) => one.heading)).toEqual(['Who has it']);
  });

  it('does not ask where there is no line to write on', () => {
    expect(emptySections('# Problem')).toEqual([]);
  });

  it('names the sections that are not there', () => {
    expect(missingSections(newBriefText())).toEqual([]);
    expect(missingSections('# Problem\n\n# decision\n')).toEqual(
      BRIEF_SECTIONS.map((one) => one.heading).filter((one) => one !== 'Problem' && one !== 'Decision'),
    );
  });
});

describe('a need put into the text', () => {
  function insert(text: string): string {
    const { at, insert: words } = evidenceInsertion(text, needId);
    return text.slice(0, at) + words + text.slice(at);
  }

  it('goes after what stands under Evidence', () => {
    expect(insert('# Evidence\n\n[[need:n0]]\n\n# Options\n')).toBe(
      `# Evidence\n\n[[need:n0]]\n\n${mention}\n\n# Options\n`,
    );
  });

  it('goes under an empty Evidence with a line between', () => {
    expect(insert('# Evidence\n\n# Options\n')).toBe(`# Evidence\n\n${mention}\n# Options\n`);
  });

  it('goes to the end of a text without such a section', () => {
    expect(insert('Just words.\n')).toBe(`Just words.\n\n${mention}\n\n`);
    expect(insert('')).toBe(`${mention}\n`);
  });

  it('is always a block, and changes nothing that stands there', () => {
    const line = fc.constantFrom(
      '',
      ' ',
      'words',
      '# Evidence',
      '# Options',
      '# Problem',
      '- a',
      '[[need:n0]]',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const after = insert(text);
        const mine = needMentions(after).filter((one) => one.needId === needId);
        expect(mine).toMatchObject([{ isBlock: true }]);
        expect(needMentions(after).filter((one) => one.needId !== needId && !one.isBlock)).toEqual([]);
        const words = (one: string) => one.replace(mention, '').split(/\s+/).join(' ').trim();
        expect(words(after)).toBe(words(text));
      }),
    );
  });
});

describe('a need in the text', () => {
  it('is a block alone on its line and a label within a sentence', () => {
    const text = `${mention}\n  ${mention}  \nWe think ${mention} matters.\n${mention}${mention}`;
    expect(needMentions(text).map((one) => one.isBlock)).toEqual([true, true, false, false, false]);
    for (const { from, to } of needMentions(text)) expect(text.slice(from, to)).toBe(mention);
  });

  it('is not what only looks like one', () => {
    expect(needMentions('[[need:]] [[need:a b]] [[n1]] [need:n1]')).toEqual([]);
  });

  it('is not counted as words, and neither are the headings that every brief has', () => {
    expect(briefWordCount(`# Who has it\n\n${mention} don't — 3.5 kg, half-past`)).toBe(4);
    expect(briefWordCount('# Our own heading')).toBe(3);
    expect(briefWordCount(newBriefText())).toBe(0);
  });
});

describe('when a brief was last typed in', () => {
  const at = (time: string) => new Date(`2026-11-25T${time}Z`);

  it('is not known before anybody typed', () => {
    expect(briefEditedAt(new Y.Doc())).toBeNull();
  });

  it('is marked at once, and then at most twice a minute', () => {
    const document = new Y.Doc();
    markBriefEdited(document, at('09:00:00'));
    markBriefEdited(document, at('09:00:29'));
    expect(briefEditedAt(document)).toBe('2026-11-25T09:00:00.000Z');
    markBriefEdited(document, at('09:00:30'));
    expect(briefEditedAt(document)).toBe('2026-11-25T09:00:30.000Z');
  });

  it('comes back from a clock that was ahead', () => {
    const document = new Y.Doc();
    markBriefEdited(document, at('19:00:00'));
    markBriefEdited(document, at('09:00:00'));
    expect(briefEditedAt(document)).toBe('2026-11-25T09:00:00.000Z');
  });
});
