import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { isInList, toggleSign } from './text-commands.ts';

/** Runs a command on a text in which `|` are the ends of the selection, and writes the result in the same way. */
function after(command: StateCommand, text: string): string {
  const [from, to] = [text.indexOf('|'), text.lastIndexOf('|')];
  const doc = text.replaceAll('|', '');
  const range = EditorSelection.range(from, to === from ? from : to - 1);
  let state = EditorState.create({ doc, selection: EditorSelection.create([range]) });
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  const { main } = state.selection;
  const shown = state.sliceDoc(main.from, main.to);
  return `${state.sliceDoc(0, main.from)}|${shown}${main.empty ? '' : '|'}${state.sliceDoc(main.to)}`;
}

describe('bold and italic', () => {
  it.each([
    ['**', 'a |word| b', 'a **|word|** b'],
    ['**', 'a **|word|** b', 'a |word| b'],
    ['**', 'a |**word**| b', 'a |word| b'],
    ['*', 'a |word| b', 'a *|word|* b'],
    ['*', 'a *|word|* b', 'a |word| b'],
    ['*', 'a **|word|** b', 'a ***|word|*** b'],
    ['**', 'a *|word|* b', 'a ***|word|*** b'],
    ['*', 'a ***|word|*** b', 'a **|word|** b'],
    ['**', 'a | b', 'a **|** b'],
    ['**', 'a **|** b', 'a | b'],
  ])('%s makes %j into %j', (sign, before, result) => {
    expect(after(toggleSign(sign), before)).toBe(result);
  });

  it('change nothing in a text that is only read', () => {
    const state = EditorState.create({ doc: 'a', extensions: EditorState.readOnly.of(true) });
    expect(toggleSign('**')({ state, dispatch: () => expect.unreachable() })).toBe(false);
  });
});

describe('Tab', () => {
  const inList = (doc: string, from: number, to = from) =>
    isInList(EditorState.create({ doc, selection: { anchor: from, head: to } }));

  it('moves lines of a list', () => {
    expect(inList('- a', 1)).toBe(true);
    expect(inList('  12. a', 6)).toBe(true);
    expect(inList('- a\n* b', 0, 7)).toBe(true);
  });

  it('leaves everything else alone', () => {
    expect(inList('words', 2)).toBe(false);
    expect(inList('-a', 1)).toBe(false);
    expect(inList('- a\nwords', 0, 6)).toBe(false);
    expect(inList('', 0)).toBe(false);
  });
});
