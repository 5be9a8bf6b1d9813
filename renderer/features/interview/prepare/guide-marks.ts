// How lines of the guide look: remarks quieter, the current line marked, and a question's sign hidden while the cursor is
// elsewhere, because its number already says what it is.
import type { Extension, Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { readGuideText } from '../../../../shared/interviews/guide.ts';

const remark = Decoration.line({ class: 'guide-remark' });
const current = Decoration.line({ class: 'guide-current' });
const sign = Decoration.mark({ class: 'guide-sign' });
const hidden = Decoration.replace({});

export const guideMarks: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.selectionSet || update.focusChanged)
        this.decorations = marksOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function marksOf(view: EditorView): DecorationSet {
  const { state } = view;
  const at = view.hasFocus ? state.doc.lineAt(state.selection.main.head).from : -1;
  const selected = state.selection.ranges;
  const ranges: Range<Decoration>[] = [];
  if (at >= 0) ranges.push(current.range(at));
  for (const line of readGuideText(state.doc.toString())) {
    if (line.kind === 'remark') {
      ranges.push(remark.range(line.from));
      continue;
    }
    const written = state.doc.lineAt(line.from).text;
    const length = /^\s*[?/]+\s*/.exec(written)?.[0].length ?? 0;
    const to = line.from + length;
    // A sign inside a selection is shown, so that what is about to be replaced can be seen.
    const isTouched = view.hasFocus && selected.some((range) => range.from <= to && range.to >= line.from);
    ranges.push((line.from === at || isTouched ? sign : hidden).range(line.from, to));
  }
  return Decoration.set(ranges, true);
}
