import type { LucideIcon } from 'lucide-react';
import { ListChecks } from 'lucide-react';
import type { RefObject } from 'react';
import type * as Y from 'yjs';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Keycap } from '../../../ui/keycap.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { GuideEditor, type GuideEditorHandle } from './guide-editor.tsx';
import styles from './prepare.module.css';

export interface GuideSectionProps {
  readonly editorRef: RefObject<GuideEditorHandle | null>;
  readonly text: Y.Text;
  readonly questions: number;
  readonly isReadOnly: boolean;
  /** How many questions were found in what was just pasted; null when there is nothing to say. */
  readonly recognised: number | null;
  readonly onRecognised: (questions: number) => void;
  readonly onUndoRecognised: () => void;
  readonly onEdited: () => void;
  readonly onQuestion: (number: number | null) => void;
  /** Begins from another interview's guide, where there is one. */
  readonly copy: { readonly icon: LucideIcon; readonly label: string; readonly onDo: () => void } | null;
}

/** The guide's editor with its count, and what it says about a pasted list. */
export function GuideSection(props: GuideSectionProps) {
  const { editorRef, text, questions, isReadOnly, recognised, copy } = props;
  return (
    <section className={styles.guide} aria-label="Guide">
      <SectionHead
        id="guide-heading"
        title="Guide"
        detail={`${questions} ${questions === 1 ? 'question' : 'questions'}`}
        end={
          copy === null ? undefined : (
            <Button icon={copy.icon} onClick={copy.onDo}>
              {copy.label}
            </Button>
          )
        }
      />
      {recognised === null ? null : (
        <div className={styles.recognised}>
          <Callout
            icon={ListChecks}
            announce="status"
            actions={
              <Button size="small" keys="Ctrl Z" onClick={props.onUndoRecognised}>
                Undo
              </Button>
            }
          >
            Recognised {recognised} {recognised === 1 ? 'question' : 'questions'} in what you pasted. The rest
            stays as remarks.
          </Callout>
        </div>
      )}
      <GuideEditor
        ref={editorRef}
        text={text}
        isReadOnly={isReadOnly}
        labelledBy="guide-heading"
        onRecognised={props.onRecognised}
        onEdited={props.onEdited}
        onQuestion={props.onQuestion}
      />
      <p className={styles.legend}>
        {questions === 0 && text.length === 0
          ? 'Paste questions or write one a line. You can also begin without. '
          : ''}
        A line that begins with ? or / is a question. <Keycap keys="Alt ↑" /> <Keycap keys="Alt ↓" /> move a
        line.
      </p>
    </section>
  );
}
