// `[[need:ID]]` as one thing in the editor: a block with live evidence when alone on its line, a label within a sentence.
// The text keeps the reference, so copying it, exporting it and another editor all see the same.
import {
  EditorState,
  type Extension,
  type Range,
  StateField,
  type Text,
  Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { type NeedMention, needMentions } from '../../../../shared/briefs/brief-document.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import type { WidgetSlots } from './widget-slots.ts';

/** Draws mentions through `slots`, moves over and deletes them whole, and keeps blocks alone on their lines. */
export function mentionWidgets(slots: WidgetSlots): Extension {
  const field = StateField.define<DecorationSet>({
    create: (state) => decorate(state.doc, slots),
    update: (set, transaction) => (transaction.docChanged ? decorate(transaction.newDoc, slots) : set),
    provide: (self) => [
      // From a field and not from a plugin: only so may a decoration change the height of lines.
      EditorView.decorations.from(self),
      EditorView.atomicRanges.of((view) => view.state.field(self)),
    ],
  });
  return [field, keepBlocksAlone];
}

/** The lines of the block mentions in a text, as the editor replaces them: whole lines, without their line feeds. */
export function blockLines(doc: Text): { readonly from: number; readonly to: number }[] {
  return mentionsIn(doc)
    .filter((mention) => mention.isBlock)
    .map((mention) => {
      const { from, to } = doc.lineAt(mention.from);
      return { from, to };
    });
}

/**
 * Words typed or pasted right beside a block go onto a line of their own; otherwise the evidence would shrink to a label
 * under the writer's hands. Line feeds and what others typed pass as they are.
 */
export const keepBlocksAlone = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !transaction.isUserEvent('input')) return transaction;
  const blocks = blockLines(transaction.startState.doc);
  if (blocks.length === 0) return transaction;
  let insertion: { readonly at: number; readonly text: string } | null = null;
  let changes = 0;
  transaction.changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    changes += 1;
    if (from === to) insertion = { at: from, text: inserted.toString() };
  });
  if (changes !== 1 || insertion === null) return transaction;
  const { at, text } = insertion as { readonly at: number; readonly text: string }; // assigned in the callback above
  const lineBreak = transaction.startState.lineBreak;
  if (blocks.some((block) => block.to === at) && !/^\n/.test(text)) {
    const insert = lineBreak + text;
    return retyped(transaction, at, insert, at + insert.length);
  }
  if (blocks.some((block) => block.from === at) && !/\n$/.test(text)) {
    return retyped(transaction, at, text + lineBreak, at + text.length);
  }
  return transaction;
});

function retyped(transaction: Transaction, at: number, insert: string, caret: number) {
  return {
    changes: { from: at, insert },
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: transaction.annotation(Transaction.userEvent) ?? 'input',
  };
}

class MentionWidget extends WidgetType {
  readonly #needId: NeedId;
  readonly #isBlock: boolean;
  readonly #slots: WidgetSlots;

  constructor(mention: NeedMention, slots: WidgetSlots) {
    super();
    this.#needId = mention.needId;
    this.#isBlock = mention.isBlock;
    this.#slots = slots;
  }

  /** Equal widgets keep their element, so typing elsewhere draws nothing anew. */
  override eq(other: MentionWidget): boolean {
    return other.#needId === this.#needId && other.#isBlock === this.#isBlock && other.#slots === this.#slots;
  }

  override toDOM(view: EditorView): HTMLElement {
    const element = document.createElement(this.#isBlock ? 'div' : 'span');
    element.dataset.need = this.#needId;
    this.#slots.add({ element, needId: this.#needId, isBlock: this.#isBlock, view });
    return element;
  }

  override destroy(element: HTMLElement): void {
    this.#slots.remove(element);
  }

  override get estimatedHeight(): number {
    return this.#isBlock ? ESTIMATED_BLOCK_HEIGHT : -1;
  }

  /** Buttons and links inside belong to React; the editor leaves their events alone. */
  override ignoreEvent(): boolean {
    return true;
  }
}

/** In px, until it has been measured: a head and two quotes. */
const ESTIMATED_BLOCK_HEIGHT = 220;

function decorate(doc: Text, slots: WidgetSlots): DecorationSet {
  const ranges: Range<Decoration>[] = mentionsIn(doc).map((mention) => {
    const widget = new MentionWidget(mention, slots);
    if (!mention.isBlock) return Decoration.replace({ widget }).range(mention.from, mention.to);
    const line = doc.lineAt(mention.from);
    return Decoration.replace({ widget, block: true }).range(line.from, line.to);
  });
  return Decoration.set(ranges);
}

function mentionsIn(doc: Text): NeedMention[] {
  return needMentions(doc.toString());
}
