// What CodeMirror needs to be the guide's editor: one shared text, question numbers, signs that step back, pasted lists
// that are recognised. It knows the guide's grammar and no screen.
import { moveLineDown, moveLineUp, standardKeymap } from '@codemirror/commands';
import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type * as Y from 'yjs';
import { type GuideLine, readGuideText, recogniseQuestions } from '../../../../shared/interviews/guide.ts';
import { guideMarks } from './guide-marks.ts';

export interface GuideEditorParts {
  readonly text: Y.Text;
  readonly undo: Y.UndoManager;
  readonly nonce: string | undefined;
  readonly isReadOnly: boolean;
  readonly labelledBy: string;
  /** A list was pasted and read as questions. Undo takes back the reading first and the pasting then. */
  readonly onRecognised: (questions: number) => void;
  readonly onEdited: () => void;
  /** The cursor came to another question, or to none. */
  readonly onQuestion: (number: number | null) => void;
}

/** The guide's lines as CodeMirror's state sees them. */
export const guideLines: StateField<readonly GuideLine[]> = StateField.define({
  create: (state: EditorState) => readGuideText(state.doc.toString()),
  update: (lines, transaction) =>
    transaction.docChanged ? readGuideText(transaction.state.doc.toString()) : lines,
});

export function guideEditorExtensions(parts: GuideEditorParts): Extension {
  const { text, undo, nonce } = parts;
  return [
    nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
    guideLines,
    guideMarks,
    lineNumbers({ formatNumber: questionNumber }),
    EditorView.lineWrapping,
    EditorView.editable.of(!parts.isReadOnly),
    EditorView.contentAttributes.of({
      'aria-labelledby': parts.labelledBy,
      'aria-multiline': 'true',
      spellcheck: 'true',
    }),
    // Undo is Yjs' own, so that it takes back only what was written here. Tab leaves the editor.
    keymap.of([
      ...yUndoManagerKeymap,
      { key: 'Alt-ArrowUp', run: moveLineUp },
      { key: 'Alt-ArrowDown', run: moveLineDown },
      ...standardKeymap,
    ]),
    // Without an awareness: others' cursors are drawn with inline styles, which the page's policy forbids.
    yCollab(text, null, { undoManager: undo }),
    EditorView.domEventHandlers({
      paste: (event, view) => !parts.isReadOnly && pasteList(event, view, undo, parts.onRecognised),
    }),
    EditorView.updateListener.of((update) => {
      if (
        update.docChanged &&
        update.transactions.some((transaction) => transaction.isUserEvent('input.type'))
      )
        parts.onEdited();
      if (!update.selectionSet && !update.docChanged && !update.focusChanged) return;
      parts.onQuestion(update.view.hasFocus ? questionAtCursor(update.state) : null);
    }),
  ];
}

function questionNumber(lineNumber: number, state: EditorState): string {
  if (lineNumber > state.doc.lines) return '';
  const { from } = state.doc.line(lineNumber);
  const line = state.field(guideLines).find((candidate) => candidate.from === from);
  return line?.number?.toString() ?? '';
}

function questionAtCursor(state: EditorState): number | null {
  const { from } = state.doc.lineAt(state.selection.main.head);
  return state.field(guideLines).find((line) => line.from === from)?.number ?? null;
}

/** Pastes as it came, then reads it as questions: two steps, so that undoing the second leaves the first. */
function pasteList(
  event: ClipboardEvent,
  view: EditorView,
  undo: Y.UndoManager,
  onRecognised: (questions: number) => void,
): boolean {
  const pasted = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
  const read = recogniseQuestions(pasted);
  if (!pasted.trim().includes('\n') || read.questions === 0 || read.text === pasted) return false;
  event.preventDefault();
  const { from, to } = view.state.selection.main;
  undo.stopCapturing();
  view.dispatch({ changes: { from, to, insert: pasted }, selection: { anchor: from + pasted.length } });
  undo.stopCapturing();
  view.dispatch({
    changes: { from, to: from + pasted.length, insert: read.text },
    selection: { anchor: from + read.text.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  });
  undo.stopCapturing();
  onRecognised(read.questions);
  return true;
}
