import { describe, expect, it } from 'vitest';
import { comboOf, isSingleCharacter, normalCombo, writesText } from './key-combos.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the name of a key press', () => {
  it('is the character, wherever it stands on the keyboard', () => {
    expect(comboOf({ ...plain, key: '?', shiftKey: true }, false)).toBe('?');
    expect(comboOf({ ...plain, key: '/' }, false)).toBe('/');
    expect(comboOf({ ...plain, key: 'C' }, false)).toBe('c');
  });

  it('names Shift with a letter or a named key', () => {
    expect(comboOf({ ...plain, key: 'J', shiftKey: true }, false)).toBe('Shift+j');
    expect(comboOf({ ...plain, key: 'Enter', shiftKey: true }, false)).toBe('Shift+Enter');
  });

  it('calls Command on a Mac what is Ctrl elsewhere', () => {
    expect(comboOf({ ...plain, key: 'k', metaKey: true }, true)).toBe('Ctrl+k');
    expect(comboOf({ ...plain, key: 'k', ctrlKey: true }, false)).toBe('Ctrl+k');
    expect(comboOf({ ...plain, key: 'k', ctrlKey: true }, true)).toBe('Control+k');
    expect(comboOf({ ...plain, key: 'k', metaKey: true }, false)).toBe('Meta+k');
  });

  it('knows a Space and a plus as keys', () => {
    expect(comboOf({ ...plain, key: ' ' }, false)).toBe('Space');
    expect(normalCombo('Ctrl++')).toBe('Ctrl++');
    expect(normalCombo('+')).toBe('+');
  });
});

describe('the spelling of a binding', () => {
  it.each([
    ['Mod+K', 'Ctrl+k'],
    ['shift+ctrl+x', 'Ctrl+Shift+x'],
    ['Alt+↓', 'Alt+ArrowDown'],
    ['Esc', 'Escape'],
    ['C', 'c'],
  ])('%s means %s', (written, meant) => {
    expect(normalCombo(written)).toBe(meant);
  });
});

it('tells what a text field needs for itself', () => {
  expect(['c', 'Enter', 'Shift+Enter', 'ArrowDown', 'Space'].every(writesText)).toBe(true);
  expect(['Ctrl+k', 'Alt+ArrowDown', 'Escape', 'Ctrl+Enter'].some(writesText)).toBe(false);
});

it('tells single characters from combinations', () => {
  expect(isSingleCharacter('c')).toBe(true);
  expect(isSingleCharacter('Ctrl+c')).toBe(false);
  expect(isSingleCharacter('Enter')).toBe(false);
});
