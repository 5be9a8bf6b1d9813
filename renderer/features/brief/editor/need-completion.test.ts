import { type Completion, CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, it } from 'vitest';
import { newBriefText } from '../../../../shared/briefs/brief-document.ts';
import { NeedId } from '../../../../shared/ids.ts';
import { aNeed } from '../../../../shared/needs/testing/needs.ts';
import { mentionInsertion, needOptions, slashOptions } from './need-completion.ts';

const id = NeedId.parse('n1');
const need = aNeed({
  id,
  status: 'suggested',
  label: 'Three numbers — monday, till',
  quotes: [],
  people: 2,
  stances: [],
});

/** `|` is the caret. */
function at(text: string): CompletionContext {
  const pos = text.indexOf('|');
  return new CompletionContext(EditorState.create({ doc: text.replace('|', '') }), pos, false);
}

function needsAt(text: string): CompletionResult | null {
  return needOptions(at(text), { needs: () => [need], onLink: () => undefined });
}

/** The text after the need was chosen, with `|` for the caret. */
function chosen(text: string): string {
  const context = at(text);
  const from = context.matchBefore(/\[\[[^[\]\n]*$/)?.from ?? context.pos;
  const { state } = context.state.update(mentionInsertion(context.state, id, from, context.pos));
  const { head } = state.selection.main;
  return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`;
}

it('offers needs after two brackets, by their words and people', () => {
  expect(needsAt('We think [[numb|')).toMatchObject({
    from: 9,
    options: [{ label: 'Three numbers', detail: '2 of 0 people' }],
  });
});

it.each(['numbers|', '[numb|', '[[numb]] |', '[[numb\n|', '[[nothing like it|'])(
  'offers nothing in %j',
  (text) => {
    expect(needsAt(text)).toBeNull();
  },
);

it.each([
  [
    'puts it alone on an empty line and goes on below',
    '# Evidence\n[[thr|\n\n# Next',
    '# Evidence\n[[need:n1]]\n|\n# Next',
  ],
  ['makes the line below where there is none', 'a\n  [[thr|', 'a\n[[need:n1]]\n|'],
  ['makes the line below where there are words', '[[thr|\nwords', '[[need:n1]]\n|\nwords'],
  ['puts it into a sentence', 'We think [[thr| matters', 'We think [[need:n1]]| matters'],
  [
    'swallows brackets that were closed already',
    'We think [[thr|]] matters',
    'We think [[need:n1]]| matters',
  ],
  ['takes the line also with closed brackets', '[[thr|]]', '[[need:n1]]\n|'],
])('%s', (_name, before, after) => expect(chosen(before)).toBe(after));

it('tells which need was linked', () => {
  const linked: string[] = [];
  const context = at('[[thr|');
  const result = needOptions(context, { needs: () => [need], onLink: (needId) => linked.push(needId) });
  const view = new EditorView({ state: context.state });
  const option = result?.options[0] as Completion; // found by the test above
  if (typeof option.apply === 'function') option.apply(view, option, result?.from ?? 0, context.pos);
  expect(linked).toEqual(['n1']);
  expect(view.state.doc.toString()).toBe('[[need:n1]]\n');
  view.destroy();
});

it('offers insertions after a slash at the start of a line, and missing sections among them', () => {
  const labels = (text: string) => slashOptions(at(text))?.options.map((option) => option.label);
  expect(labels('/|')).toContain('# Problem');
  expect(labels(`${newBriefText()}/|`)).toEqual(['Evidence', 'Heading', 'List']);
  expect(labels('/evi|')).toEqual(['Evidence', '# Evidence']);
  expect(labels('/ what we|')).toBeUndefined();
  expect(labels('and/|')).toBeUndefined();
  expect(labels(' /|')).toBeUndefined();
});
