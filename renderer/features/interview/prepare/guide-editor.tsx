// The guide as plain text that several people edit at once. The text stays in the document; this shows it.
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import * as Y from 'yjs';
import { readNonce } from '../../../ui/csp.ts';
import styles from './guide-editor.module.css';
import { type GuideEditorParts, guideEditorExtensions } from './guide-editor-extensions.ts';

export interface GuideEditorHandle {
  focus(): void;
  undo(): void;
  /** Puts lines at the end, as one step of undo. */
  append(lines: string): void;
}

export interface GuideEditorProps
  extends Pick<
    GuideEditorParts,
    'text' | 'isReadOnly' | 'labelledBy' | 'onRecognised' | 'onEdited' | 'onQuestion'
  > {
  readonly ref: Ref<GuideEditorHandle>;
}

export function GuideEditor(props: GuideEditorProps) {
  const { ref, text, isReadOnly, labelledBy } = props;
  const place = useRef<HTMLDivElement>(null);
  const open = useRef<{ view: EditorView; undo: Y.UndoManager } | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!place.current) return;
    const undo = new Y.UndoManager(text, { trackedOrigins: new Set() });
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text.toString(),
        extensions: guideEditorExtensions({
          text,
          undo,
          nonce: readNonce(),
          isReadOnly,
          labelledBy,
          onRecognised: (questions) => latest.current.onRecognised(questions),
          onEdited: () => latest.current.onEdited(),
          onQuestion: (number) => latest.current.onQuestion(number),
        }),
      }),
    });
    open.current = { view, undo };
    return () => {
      open.current = null;
      view.destroy();
      undo.destroy();
    };
  }, [text, isReadOnly, labelledBy]);

  useImperativeHandle(ref, () => ({
    focus: () => open.current?.view.focus(),
    undo: () => void open.current?.undo.undo(),
    append(lines) {
      if (!open.current) return;
      const { view, undo } = open.current;
      const written = view.state.doc.toString();
      const insert = written.trim() === '' ? lines : `${written.endsWith('\n') ? '' : '\n'}${lines}`;
      const from = written.trim() === '' ? 0 : written.length;
      undo.stopCapturing();
      view.dispatch({ changes: { from, to: written.length, insert } });
      undo.stopCapturing();
      view.focus();
    },
  }));

  return <div ref={place} className={styles.editor} />;
}
