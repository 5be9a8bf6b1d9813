import { markdown } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { BRIEF_SECTIONS, newBriefText } from '../../../../shared/briefs/brief-document.ts';
import { sectionLook } from './section-look.ts';

let view: EditorView;
afterEach(() => view.destroy());

function open(doc: string): HTMLElement {
  view = new EditorView({
    state: EditorState.create({ doc, extensions: [markdown(), sectionLook()] }),
    parent: document.body,
  });
  return view.contentDOM;
}

function questions(content: HTMLElement): (string | null)[] {
  // Beside a widget the editor puts an empty, hidden picture for the caret to stand at.
  return [...content.querySelectorAll('span[aria-hidden="true"]')].map((element) => element.textContent);
}

it('asks one question under each heading of a new brief', () => {
  expect(questions(open(newBriefText()))).toEqual(BRIEF_SECTIONS.map((section) => section.question));
});

it('takes the question away with the first word, and brings it back with the last', () => {
  const content = open('# Problem\n\n# Options\n\n');
  view.dispatch({ changes: { from: 10, insert: 'x' } });
  expect(questions(content)).toHaveLength(1);
  view.dispatch({ changes: { from: 10, to: 11 } });
  expect(questions(content)).toHaveLength(2);
});

it('makes headings headings, one level below the title', () => {
  const headings = [...open('# Problem\n\n## Within\n').querySelectorAll('[role="heading"]')];
  expect(headings.map((one) => [one.textContent, one.getAttribute('aria-level')])).toEqual([
    ['# Problem', '2'],
    ['## Within', '3'],
  ]);
});

it('keeps the signs of Markdown in the text', () => {
  expect(open('# Problem\n\n**bold** and *it*').textContent).toBe('# Problem**bold** and *it*');
});

it('closes the gap before words, but not where a question waits', () => {
  const lines = [...open('# Problem\n\nwords\n\n# Options\n\n# Decision\n').querySelectorAll('.cm-line')];
  expect(lines.map((line) => /gap/.test(line.className))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});
