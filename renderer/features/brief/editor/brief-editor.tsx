// The text of a brief: CodeMirror on the document's Y.Text, so that two people type at once and each takes back only
// their own. What stands in for a mention is drawn by whoever uses this, through `drawMention`.
import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import * as Y from 'yjs';
import {
  briefText,
  evidenceInsertion,
  markBriefEdited,
  needMentions,
} from '../../../../shared/briefs/brief-document.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import type { DocumentHandle } from '../../../client/workspace-documents.ts';
import { contentId } from '../../../ui/app-frame.tsx';
import { readNonce } from '../../../ui/csp.ts';
import styles from './brief-editor.module.css';
import { mentionWidgets } from './mentions.ts';
import { briefCompletion } from './need-completion.ts';
import { remoteCarets } from './remote-carets.ts';
import { sectionLook } from './section-look.ts';
import { briefKeys } from './text-commands.ts';
import { type WidgetSlot, WidgetSlots } from './widget-slots.ts';

export interface BriefEditorControls {
  focus(): void;
  /** Puts a need's evidence block under "Evidence". */
  insertEvidence(needId: NeedId): void;
  /** Takes the need's evidence blocks out; its labels within sentences stay. */
  removeEvidence(needId: NeedId): void;
  undo(): void;
  redo(): void;
}

export interface BriefEditorProps {
  readonly handle: DocumentHandle;
  readonly isReadOnly: boolean;
  /** What `[[` offers. */
  readonly needs: readonly Need[];
  /** Who types here, as others see it beside the caret; null until known. */
  readonly me: Person | null;
  readonly onLink: (needId: NeedId) => void;
  readonly drawMention: (needId: NeedId, isBlock: boolean) => ReactNode;
  readonly ref: Ref<BriefEditorControls>;
}

export function BriefEditor({ handle, isReadOnly, needs, me, onLink, drawMention, ref }: BriefEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<{ readonly view: EditorView; readonly undoManager: Y.UndoManager } | null>(null);
  const [slots] = useState(() => new WidgetSlots());
  const [writing] = useState(() => new Compartment());
  // Read when somebody types, not when the editor is made: making it anew would lose caret and undo.
  const latest = useRef({ needs, onLink, isReadOnly });
  useEffect(() => {
    latest.current = { needs, onLink, isReadOnly };
  });

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const text = briefText(handle.document);
    // Nobody's but what the editor adds to it: what was there before, and what others type, is not taken back here.
    const undoManager = new Y.UndoManager(text, { trackedOrigins: new Set() });
    const nonce = readNonce();
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text.toString(),
        extensions: [
          nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
          keymap.of([
            ...completionKeymap,
            ...briefKeys(() => document.getElementById(contentId)?.focus()),
            ...markdownKeymap,
            ...yUndoManagerKeymap,
            ...defaultKeymap,
          ]),
          yCollab(text, null, { undoManager }),
          remoteCarets(text, handle.awareness),
          markdown({ base: markdownLanguage, addKeymap: false, completeHTMLTags: false }),
          mentionWidgets(slots),
          sectionLook(),
          briefCompletion({
            needs: () => latest.current.needs,
            onLink: (needId) => latest.current.onLink(needId),
          }),
          drawSelection(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'Brief text', spellcheck: 'true' }),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some(
              (transaction) => transaction.isUserEvent('input') || transaction.isUserEvent('delete'),
            );
            if (update.docChanged && isOurs) markBriefEdited(handle.document, new Date());
          }),
          writing.of(writable(latest.current.isReadOnly)),
        ],
      }),
    });
    editor.current = { view, undoManager };
    return () => {
      editor.current = null;
      view.destroy();
      undoManager.destroy();
    };
  }, [handle, slots, writing]);

  useEffect(() => {
    editor.current?.view.dispatch({ effects: writing.reconfigure(writable(isReadOnly)) });
  }, [isReadOnly, writing]);

  useEffect(() => {
    if (me !== null) handle.awareness.setLocalStateField('user', { name: me.name, role: me.role });
  }, [handle, me]);

  useImperativeHandle(ref, () => ({
    focus: () => editor.current?.view.focus(),
    insertEvidence(needId) {
      const view = editor.current?.view;
      if (!view) return;
      const { at, insert } = evidenceInsertion(view.state.doc.toString(), needId);
      view.dispatch({
        changes: { from: at, insert },
        effects: EditorView.scrollIntoView(at, { y: 'center' }),
        userEvent: 'input.evidence',
      });
    },
    removeEvidence(needId) {
      const view = editor.current?.view;
      if (!view) return;
      const changes = needMentions(view.state.doc.toString())
        .filter((mention) => mention.needId === needId && mention.isBlock)
        .map((mention) => {
          const line = view.state.doc.lineAt(mention.from);
          return { from: line.from, to: Math.min(line.to + 1, view.state.doc.length) };
        });
      if (changes.length > 0) view.dispatch({ changes, userEvent: 'delete.evidence' });
    },
    undo: () => void editor.current?.undoManager.undo(),
    redo: () => void editor.current?.undoManager.redo(),
  }));

  return (
    <div ref={place} className={styles.editor} data-read-only={isReadOnly ? '' : undefined}>
      <Mentions slots={slots} draw={drawMention} />
    </div>
  );
}

function writable(isReadOnly: boolean) {
  // Not editable as well: a caret would promise what is not true. The text can still be selected and copied.
  return [EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)];
}

interface MentionsProps {
  readonly slots: WidgetSlots;
  readonly draw: BriefEditorProps['drawMention'];
}

/** Draws into the editor's elements as part of this page's tree, so that what is drawn stays fresh without the editor. */
function Mentions({ slots, draw }: MentionsProps) {
  const shown = useSyncExternalStore(slots.subscribe, slots.snapshot);
  return shown.map((slot) =>
    createPortal(<Slot slot={slot}>{draw(slot.needId, slot.isBlock)}</Slot>, slot.element, slot.key),
  );
}

/** Tells the editor when what is drawn grows or shrinks; it counts lines by their heights. */
function Slot({ slot, children }: { readonly slot: WidgetSlot; readonly children: ReactNode }) {
  const { element, view } = slot;
  useEffect(() => {
    const observer = new ResizeObserver(() => view.requestMeasure());
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, view]);
  return children;
}
