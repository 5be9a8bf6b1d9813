// The signs of a note as buttons a thumb can hit: a phone has no `#` and `/` within reach.
import type { RefObject } from 'react';
import { Button } from '../../../ui/button.tsx';
import styles from './guest.module.css';

export interface ComposerButtonsProps {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  /** A reader asks and does nothing else. */
  readonly isAskOnly: boolean;
  readonly isBusy: boolean;
  readonly onChange: (text: string) => void;
  readonly onKeep: () => void;
}

export function ComposerButtons(props: ComposerButtonsProps) {
  const { fieldRef, text, isAskOnly, isBusy, onChange, onKeep } = props;
  const type = (next: string) => {
    onChange(next);
    const field = fieldRef.current;
    if (field === null) return;
    field.focus();
    // After the new words are in the field: its list of tags goes by where the caret stands.
    requestAnimationFrame(() => field.setSelectionRange(next.length, next.length));
  };
  const spaced = text === '' || text.endsWith(' ') ? text : `${text} `;
  if (isAskOnly)
    return (
      <div className={styles.buttons}>
        <Button variant="primary" aria-disabled={isBusy} onClick={onKeep}>
          Ask
        </Button>
      </div>
    );
  return (
    <div className={styles.buttons}>
      <Button aria-label="Tag" onClick={() => type(`${spaced}#`)}>
        #
      </Button>
      <Button
        aria-label="Mark this moment"
        onClick={() => type(text.startsWith('//') ? text.replace(/^\/\/\s?/, '') : `// ${text}`)}
      >
        {'//'}
      </Button>
      <Button onClick={() => type(text.startsWith('?') ? text.replace(/^\?\s?/, '') : `? ${text}`)}>
        ? Ask
      </Button>
      <Button variant="primary" onClick={onKeep}>
        Keep
      </Button>
    </div>
  );
}
