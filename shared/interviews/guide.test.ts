import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addGuideQuestion,
  readGuideText,
  readTickedGuide,
  recogniseQuestions,
  removeGuideQuestion,
  tickQuestion,
  untickQuestion,
} from './guide.ts';
import { ines } from './testing/two-people.ts';

function guideWith(text: string): Y.Doc {
  const document = new Y.Doc();
  document.getText('guide').insert(0, text);
  return document;
}

function tickLine(document: Y.Doc, index: number, id = `tick-${index}`): void {
  const line = readTickedGuide(document)[index];
  if (!line) throw new Error(`there is no line ${index}`);
  tickQuestion(document, line, { id, atMs: 70_000, by: ines });
}

function ticked(document: Y.Doc): string[] {
  return readTickedGuide(document)
    .filter((line) => line.tick !== null)
    .map((line) => line.text);
}

describe('readGuideText', () => {
  it('numbers lines that start with ? or / and leaves the others as remarks', () => {
    expect(readGuideText('Start with last week.\n? What happened?\n\n/ Who else orders?')).toEqual([
      { kind: 'remark', text: 'Start with last week.', number: null, from: 0 },
      { kind: 'question', text: 'What happened?', number: 1, from: 22 },
      { kind: 'question', text: 'Who else orders?', number: 2, from: 40 },
    ]);
  });

  it('counts no question for a sign without words', () => {
    expect(readGuideText('?\n? \n//')).toEqual([]);
  });
});

describe('recogniseQuestions', () => {
  it('makes questions of bullets, numbers and question marks, and leaves the rest as remarks', () => {
    const pasted =
      'Start with last week.\n1. What did Sunday look like?\n- Which numbers\n• Who orders\nWhen did you last not believe one?';
    expect(recogniseQuestions(pasted)).toEqual({
      questions: 4,
      text: 'Start with last week.\n? What did Sunday look like?\n? Which numbers\n? Who orders\n? When did you last not believe one?',
    });
  });

  it('leaves lines that carry a sign already, and counts them', () => {
    expect(recogniseQuestions('? One\n/ Two\nplain')).toEqual({ text: '? One\n/ Two\nplain', questions: 2 });
  });

  it('changes nothing when it reads its own answer, and finds as many questions as the guide will show', () => {
    const line = fc.stringMatching(/^(- |1\. |\? |\/ )?[a-z ]{0,12}\??$/);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = recogniseQuestions(lines.join('\n'));
        const again = recogniseQuestions(once.text);
        expect(again.text).toBe(once.text);
        const words = (text: string) => text.replace(/[-?/\s]|1\./g, '');
        expect(words(once.text)).toBe(words(lines.join('\n')));
      }),
    );
  });
});

describe('a question handed on', () => {
  it.each(['', 'A remark', '? What happened?', '? What happened?\n'])(
    'comes last after “%s” and goes as it came',
    (before) => {
      const document = guideWith(before);
      const number = before.includes('?') ? 2 : 1;
      expect(addGuideQuestion(document, 'Who else?')).toEqual({ number, isAdded: true });
      expect(addGuideQuestion(document, 'Who else?')).toEqual({ number, isAdded: false });
      expect(removeGuideQuestion(document, 'Who else?')).toBe(true);
      expect(document.getText('guide').toString().trim()).toBe(before.trim());
    },
  );

  it('stays when it was changed or ticked meanwhile', () => {
    const document = guideWith('');
    addGuideQuestion(document, 'Who else?');
    tickLine(document, 0);
    expect(removeGuideQuestion(document, 'Who else?')).toBe(false);
    document.getText('guide').insert(2, 'And ');
    expect(removeGuideQuestion(document, 'Who else?')).toBe(false);
    expect(document.getText('guide').toString()).toBe('? And Who else?\n');
  });
});

describe('ticks', () => {
  it('stay with their question while lines are put before it and its words are changed', () => {
    const document = guideWith('? What happened?\n? Who else?');
    tickLine(document, 1);
    document.getText('guide').insert(0, 'A remark first.\n? A new one\n');
    expect(ticked(document)).toEqual(['Who else?']);
    const at = document.getText('guide').toString().indexOf('else');
    document.getText('guide').insert(at, 'in the kitchen or ');
    expect(ticked(document)).toEqual(['Who in the kitchen or else?']);
  });

  it('do not pass to the next question when theirs is deleted', () => {
    const document = guideWith('? What happened?\n? Who else?');
    tickLine(document, 0);
    document.getText('guide').delete(0, '? What happened?\n'.length);
    expect(ticked(document)).toEqual([]);
  });

  it('find their question by its words when the guide was written anew', () => {
    const document = guideWith('? What happened?\n? Who else?');
    tickLine(document, 0);
    const text = document.getText('guide');
    text.delete(0, text.length);
    text.insert(0, '? Who else?\n? What happened?');
    expect(ticked(document)).toEqual(['What happened?']);
  });

  it('are taken back by their id', () => {
    const document = guideWith('? What happened?');
    tickLine(document, 0, 'only');
    untickQuestion(document, 'only');
    expect(ticked(document)).toEqual([]);
  });

  it('of another program, without a usable anchor, go by the words', () => {
    const document = guideWith('? What happened?');
    document
      .getMap('guideTicks')
      .set('x', { anchor: 'rubbish', question: 'What happened?', atMs: 1, by: ines });
    document.getMap('guideTicks').set('y', { anchor: null, question: 'Gone?', atMs: 1, by: ines });
    document.getMap('guideTicks').set('z', 'no tick');
    expect(ticked(document)).toEqual(['What happened?']);
  });

  it('keep their question through any edits that leave its line alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.stringMatching(/^[a-z? ]{0,9}$/))), (edits) => {
        const document = guideWith('remark\n? The one\nend');
        tickLine(document, 1);
        for (const [place, words] of edits) {
          const text = document.getText('guide');
          const question = text.toString().indexOf('? The one');
          const at = place === 0 ? 0 : place === 1 ? Math.max(0, question - 1) : text.length;
          text.insert(at, place === 0 ? `${words}\n` : words);
        }
        expect(ticked(document)).toContain('The one');
      }),
    );
  });
});
