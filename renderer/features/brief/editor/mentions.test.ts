import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { blockLines, mentionWidgets } from './mentions.ts';
import { WidgetSlots } from './widget-slots.ts';

let view: EditorView | null = null;
afterEach(() => view?.destroy());

function open(doc: string): { readonly view: EditorView; readonly slots: WidgetSlots } {
  const slots = new WidgetSlots();
  view = new EditorView({
    state: EditorState.create({ doc, extensions: mentionWidgets(slots) }),
    parent: document.body,
  });
  return { view, slots };
}

function type(target: EditorView, at: number, insert: string, userEvent = 'input.type'): string {
  target.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length }, userEvent });
  return target.state.doc.toString();
}

describe('mentions in the editor', () => {
  it('stand as blocks alone on their lines and as labels within sentences', () => {
    const { slots } = open('[[need:a]]\nWe think [[need:b]] so.\n  [[need:c]] ');
    expect(slots.snapshot().map(({ needId, isBlock }) => [needId, isBlock])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
  });

  it('take whole lines, without line feeds', () => {
    const { view: target } = open('a\n [[need:a]] \nb');
    expect(blockLines(target.state.doc)).toEqual([{ from: 2, to: 14 }]);
  });

  it('keep their element while somebody types elsewhere', () => {
    const { view: target, slots } = open('x\n[[need:a]]\n');
    const before = slots.snapshot();
    type(target, 0, 'more ');
    expect(slots.snapshot()).toBe(before);
  });

  it('leave when their text is deleted', () => {
    const { view: target, slots } = open('[[need:a]]\n');
    target.dispatch({ changes: { from: 0, to: 10 } });
    expect(slots.snapshot()).toEqual([]);
  });

  it('are moved over as one thing', () => {
    const { view: target } = open('a [[need:a]] b');
    const ranges: number[][] = [];
    for (const of of target.state.facet(EditorView.atomicRanges))
      of(target).between(0, target.state.doc.length, (from, to) => void ranges.push([from, to]));
    expect(ranges).toEqual([[2, 12]]);
  });

  it('stay in the text that is copied', () => {
    const { view: target } = open('a\n[[need:a]]\nb');
    expect(target.state.sliceDoc(0, target.state.doc.length)).toBe('a\n[[need:a]]\nb');
  });
});

describe('a block stays alone on its line', () => {
  it('when somebody types right behind it', () => {
    const { view: target } = open('[[need:a]]\nb');
    expect(type(target, 10, 'x')).toBe('[[need:a]]\nx\nb');
    expect(target.state.selection.main.head).toBe(12);
  });

  it('when somebody types right before it', () => {
    const { view: target } = open('a\n[[need:a]]');
    expect(type(target, 2, 'x')).toBe('a\nx\n[[need:a]]');
    expect(target.state.selection.main.head).toBe(3);
  });

  it('and a line feed is a line feed', () => {
    const { view: target } = open('[[need:a]]');
    expect(type(target, 10, '\n')).toBe('[[need:a]]\n');
    expect(type(target, 0, '\n')).toBe('\n[[need:a]]\n');
  });

  it('but what others typed comes in as they typed it', () => {
    const { view: target, slots } = open('[[need:a]]');
    target.dispatch({ changes: { from: 10, insert: ' and more' } });
    expect(target.state.doc.toString()).toBe('[[need:a]] and more');
    expect(slots.snapshot()).toMatchObject([{ needId: 'a', isBlock: false }]);
  });
});
