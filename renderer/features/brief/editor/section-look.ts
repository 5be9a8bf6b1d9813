// How headings look and what an empty section asks. The signs stay in the text: this only draws over it.
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, type Range, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { emptySections } from '../../../../shared/briefs/brief-document.ts';
import styles from './brief-editor.module.css';

/** Large headings with a grey sign, quiet Markdown signs, and the question of every empty section. */
export function sectionLook(): Extension {
  return [lineLooks, questions, wordLooks];
}

/** By the names of the Markdown grammar's nodes (@lezer/markdown). */
const wordClasses: Readonly<Record<string, string | undefined>> = {
  StrongEmphasis: styles.strong,
  Emphasis: styles.emphasis,
  InlineCode: styles.code,
  URL: styles.url,
  HeaderMark: styles.sign,
  EmphasisMark: styles.sign,
  QuoteMark: styles.sign,
  CodeMark: styles.sign,
  LinkMark: styles.sign,
  ListMark: styles.sign,
};

/** Only what is in view is looked at, and again when the grammar has read further. */
const wordLooks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorateWords(view);
    }

    update(update: ViewUpdate): void {
      const hasReadOn = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || hasReadOn)
        this.decorations = decorateWords(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorateWords(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const look = wordClasses[node.name];
        if (look !== undefined && node.from < node.to)
          ranges.push(Decoration.mark({ class: look }).range(node.from, node.to));
      },
    });
  }
  return Decoration.set(ranges, true);
}

const lineLooks = StateField.define<DecorationSet>({
  create: decorateLines,
  update: (set, transaction) => (transaction.docChanged ? decorateLines(transaction.state) : set),
  provide: (field) => EditorView.decorations.from(field),
});

function decorateLines(state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const asking = new Set(emptySections(state.doc.toString()).map((section) => section.at));
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const signs = /^(#{1,6})[ \t]/.exec(line.text)?.[1];
    if (signs !== undefined) {
      // The brief's title is the heading above them, so a section is a second-level heading to those who hear the page.
      const level = Math.min(signs.length + 1, 6);
      const look = level === 2 ? styles.heading : styles.subheading;
      ranges.push(
        Decoration.line({
          class: look ?? '',
          attributes: { role: 'heading', 'aria-level': String(level) },
        }).range(line.from),
      );
    } else if (line.text === '' && isGap(state, number, asking)) {
      ranges.push(Decoration.line({ class: styles.gap ?? '' }).range(line.from));
    } else if (/^[ \t]*>/.test(line.text)) {
      ranges.push(Decoration.line({ class: styles.quoted ?? '' }).range(line.from));
    }
  }
  return Decoration.set(ranges);
}

/** The last empty line before something, unless a question stands in it: there somebody is about to write. */
function isGap(state: EditorState, number: number, asking: ReadonlySet<number>): boolean {
  if (number === state.doc.lines || asking.has(state.doc.line(number).from)) return false;
  return state.doc.line(number + 1).text.trim() !== '';
}

const questions = StateField.define<DecorationSet>({
  create: (state) => ask(state.doc.toString()),
  update: (set, transaction) => (transaction.docChanged ? ask(transaction.newDoc.toString()) : set),
  provide: (field) => EditorView.decorations.from(field),
});

function ask(text: string): DecorationSet {
  return Decoration.set(
    emptySections(text).map(({ question, at }) =>
      Decoration.widget({ widget: new Question(question), side: 1 }).range(at),
    ),
  );
}

/** Like the placeholder of a field: gone with the first word, and not there for whoever hears the text. */
class Question extends WidgetType {
  readonly #question: string;

  constructor(question: string) {
    super();
    this.#question = question;
  }

  override eq(other: Question): boolean {
    return other.#question === this.#question;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = styles.question ?? '';
    element.textContent = this.#question;
    element.setAttribute('aria-hidden', 'true');
    return element;
  }

  /** A press on it lands in the empty line behind it. */
  override ignoreEvent(): boolean {
    return false;
  }
}
