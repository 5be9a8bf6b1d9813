// Where the others are in the text: a caret with a name, told through the document's awareness. Own drawing, because the
// binding's sets colours in style attributes, which the page's policy does not let in; here they are classes.
import { type Extension, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { z } from 'zod';
import { Role } from '../../../../shared/workspace/people.ts';
import styles from './brief-editor.module.css';

/** What each editor tells the others. Read with care: it comes from other programs. */
const RemoteState = z.object({
  user: z.object({ name: z.string().min(1).max(80), role: Role }),
  cursor: z.object({ head: z.unknown() }),
});

/** Tells where our own caret is while the text has the focus, and draws the others'. */
export function remoteCarets(text: Y.Text, awareness: Awareness): Extension {
  return ViewPlugin.define((view) => new RemoteCarets(view, text, awareness), {
    decorations: (plugin) => plugin.decorations,
  });
}

class RemoteCarets {
  decorations: DecorationSet = RangeSet.empty;
  readonly #text: Y.Text;
  readonly #awareness: Awareness;
  readonly #leave: () => void;

  constructor(view: EditorView, text: Y.Text, awareness: Awareness) {
    this.#text = text;
    this.#awareness = awareness;
    const onChange = (
      { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
      _origin: unknown,
    ) => {
      const isOthers = [...added, ...updated, ...removed].some((id) => id !== awareness.clientID);
      // An empty transaction: the view asks its plugins again.
      if (isOthers) view.dispatch({});
    };
    awareness.on('change', onChange);
    this.#leave = () => awareness.off('change', onChange);
    this.decorations = this.#drawn(view);
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged || update.focusChanged) this.#tell(update.view);
    this.decorations = this.#drawn(update.view);
  }

  destroy(): void {
    this.#leave();
    this.#awareness.setLocalStateField('cursor', null);
  }

  #tell(view: EditorView): void {
    const head = view.hasFocus ? view.state.selection.main.head : null;
    const known: unknown = this.#awareness.getLocalState()?.cursor;
    if (head === null) {
      if (known !== null && known !== undefined) this.#awareness.setLocalStateField('cursor', null);
      return;
    }
    // The text may be behind the view while a transaction of our own is on its way into it.
    const at = Y.createRelativePositionFromTypeIndex(this.#text, Math.min(head, this.#text.length));
    this.#awareness.setLocalStateField('cursor', { head: Y.relativePositionToJSON(at) });
  }

  #drawn(view: EditorView): DecorationSet {
    const ranges = [];
    const { doc } = this.#text;
    for (const [client, state] of this.#awareness.getStates()) {
      const remote = RemoteState.safeParse(state);
      if (client === this.#awareness.clientID || !remote.success || doc === null) continue;
      const at = positionIn(remote.data.cursor.head, doc);
      if (at === null || at.type !== this.#text) continue;
      const { name, role } = remote.data.user;
      const shownAt = Math.min(at.index, view.state.doc.length);
      ranges.push(Decoration.widget({ widget: new RemoteCaret(name, role), side: 1 }).range(shownAt));
    }
    return Decoration.set(ranges, true);
  }
}

function positionIn(head: unknown, document: Y.Doc) {
  if (typeof head !== 'object' || head === null) return null;
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(head), document);
  } catch {
    return null; // not a position: whatever another program put there
  }
}

class RemoteCaret extends WidgetType {
  readonly #name: string;
  readonly #role: Role;

  constructor(name: string, role: Role) {
    super();
    this.#name = name;
    this.#role = role;
  }

  override eq(other: RemoteCaret): boolean {
    return other.#name === this.#name && other.#role === this.#role;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = styles.caret ?? '';
    element.dataset.side = this.#role === 'pm' ? 'pm' : this.#role === 'engineer' ? 'engineer' : 'other';
    element.dataset.name = this.#name;
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}
