// What keys do in a brief's text beyond typing: bold, italic, lists that move in and out, and leaving.
import { indentLess, indentMore } from '@codemirror/commands';
import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import type { Command, KeyBinding } from '@codemirror/view';

/** @param leave Esc: the text gives the focus back to the page, whose single letters count from then on. */
export function briefKeys(leave: () => void): readonly KeyBinding[] {
  return [
    { key: 'Mod-b', run: toggleSign('**'), preventDefault: true },
    { key: 'Mod-i', run: toggleSign('*'), preventDefault: true },
    // Elsewhere Tab moves on to the next control, as everywhere on the page.
    { key: 'Tab', run: onlyInList(indentMore), shift: onlyInList(indentLess) },
    {
      key: 'Escape',
      run: () => {
        leave();
        return true;
      },
    },
    // Saving is automatic; the browser must not offer to save the page.
    { key: 'Mod-s', run: () => true, preventDefault: true },
  ];
}

/** Puts `sign` around each selection, or takes it away where it stands around or just inside already. */
export function toggleSign(sign: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    dispatch(
      state.update(
        state.changeByRange((range) => {
          const { from, to } = range;
          const words = state.doc.sliceString(from, to);
          if (isSigned(state, from, to, sign)) {
            return {
              changes: [
                { from: from - sign.length, to: from },
                { from: to, to: to + sign.length },
              ],
              range: EditorSelection.range(from - sign.length, to - sign.length),
            };
          }
          if (words.length > 2 * sign.length && words.startsWith(sign) && words.endsWith(sign)) {
            const bare = words.slice(sign.length, -sign.length);
            return {
              changes: { from, to, insert: bare },
              range: EditorSelection.range(from, from + bare.length),
            };
          }
          return {
            changes: [
              { from, insert: sign },
              { from: to, insert: sign },
            ],
            range: EditorSelection.range(from + sign.length, to + sign.length),
          };
        }),
        { userEvent: 'input.sign', scrollIntoView: true },
      ),
    );
    return true;
  };
}

/** `*` beside `**` is the bold sign and not the italic one. */
function isSigned(state: EditorState, from: number, to: number, sign: string): boolean {
  const run = (text: string) => /^\*+/.exec(text)?.[0].length ?? 0;
  const before = run([...state.doc.sliceString(Math.max(0, from - 4), from)].reverse().join(''));
  const after = run(state.doc.sliceString(to, to + 4));
  const shared = Math.min(before, after);
  return sign === '*' ? shared === 1 || shared === 3 : shared >= 2;
}

function onlyInList(command: Command): Command {
  return (view) => isInList(view.state) && command(view);
}

/** True when every selected line belongs to a list, or stands indented under one. */
export function isInList(state: EditorState): boolean {
  return state.selection.ranges.every((range) => {
    for (let at = range.from; ; ) {
      const line = state.doc.lineAt(at);
      if (!/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.text)) return false;
      if (line.to >= range.to) return true;
      at = line.to + 1;
    }
  });
}
